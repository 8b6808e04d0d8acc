package fairuse

import (
	"hash/maphash"
	"time"
)

// buckets are those of many keys. A key is kept as its hash: two keys of one
// hash share a bucket, which is rarer than anything that would be noticed. Old
// keys are dropped by the half: what was not used since the last time goes.
type buckets struct {
	seed     maphash.Seed
	most     int // in each half
	now, old map[uint64]*bucket
	turned   time.Duration
}

// fullAgain is after how long an unused bucket is as good as new.
const fullAgain = time.Minute

func newBuckets(most int) *buckets {
	return &buckets{seed: maphash.MakeSeed(), most: max(most/2, 1), now: map[uint64]*bucket{}}
}

// get returns the bucket of a key.
func (b *buckets) get(key string, now time.Duration) *bucket {
	if len(b.now) >= b.most || now-b.turned > fullAgain {
		b.old, b.now, b.turned = b.now, map[uint64]*bucket{}, now
	}
	hash := maphash.String(b.seed, key)
	k := b.now[hash]
	if k == nil {
		if k = b.old[hash]; k == nil {
			k = &bucket{}
		}
		b.now[hash] = k
	}
	return k
}
