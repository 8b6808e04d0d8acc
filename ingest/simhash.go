package ingest

import (
	"hash/fnv"
	"math/bits"

	"sherpa/internal/text"
)

// shingleWords is the number of words of a shingle.
const shingleWords = 3

// Simhash is the 64-bit similarity hash of a text (Charikar 2002) over its
// shingles of three folded words: texts that differ in little have hashes that
// differ in few bits. A text of less than three words is one shingle.
func Simhash(s string) uint64 {
	var votes [64]int
	for _, h := range shingles(text.Words(s)) {
		for bit := range votes {
			votes[bit] += int(h>>bit&1)*2 - 1
		}
	}
	var sum uint64
	for bit, v := range votes {
		if v > 0 {
			sum |= 1 << bit
		}
	}
	return sum
}

// shingles returns the hashes of a text's shingles in order.
func shingles(words []text.Word) []uint64 {
	if len(words) == 0 {
		return nil
	}
	hashes := make([]uint64, max(len(words)-shingleWords+1, 1))
	for i := range hashes {
		hashes[i] = shingleHash(words[i:min(i+shingleWords, len(words))])
	}
	return hashes
}

func shingleHash(words []text.Word) uint64 {
	h := fnv.New64a()
	for _, w := range words {
		// A hash never fails to write.
		_, _ = h.Write([]byte(w.Norm))
		_, _ = h.Write([]byte{' '})
	}
	return mix(h.Sum64())
}

// mix spreads FNV's weak high bits (the finaliser of MurmurHash3).
func mix(h uint64) uint64 {
	h ^= h >> 33
	h *= 0xff51afd7ed558ccd
	h ^= h >> 33
	h *= 0xc4ceb9fe1a85ec53
	return h ^ h>>33
}

// distance is the number of bits in which two hashes differ.
func distance(a, b uint64) int { return bits.OnesCount64(a ^ b) }
