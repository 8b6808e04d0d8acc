package retrieval

import "math/bits"

// wordTable gives words of a corpus, by their numbers in it, other numbers: a hash
// table with open addressing. It holds the few words that matter for one question, so
// that to ask for each word of a passage costs little more than to read its number.
type wordTable struct {
	slots []slot
	used  int
	shift uint8
}

// slot is a word with its number; its id is 0 where it is free.
type slot struct{ id, number int32 }

// leastSlots is how many slots a table has at the least, and slotsPerWord how many for
// each word: with so many free ones most words are told apart at the first look.
const (
	leastSlots   = 256
	slotsPerWord = 4
)

func newWordTable() wordTable {
	var t wordTable
	t.grow()
	return t
}

// put gives a word a number, unless it has one.
func (t *wordTable) put(id, number int32) {
	if slotsPerWord*(t.used+1) > len(t.slots) {
		t.grow()
	}
	if s := t.slotOf(id); s.id == 0 {
		*s = slot{id, number}
		t.used++
	}
}

// number is the number of a word; 0 if it has none.
func (t *wordTable) number(id int32) int32 { return t.slotOf(id).number }

// slotOf is the slot of a word, or the free one where it would be.
func (t *wordTable) slotOf(id int32) *slot {
	for i := t.first(id); ; i = (i + 1) & (len(t.slots) - 1) {
		if s := &t.slots[i]; s.id == id || s.id == 0 {
			return s
		}
	}
}

// first is where the search for a word begins (Fibonacci hashing; Knuth, The Art of
// Computer Programming 3, 6.4).
func (t *wordTable) first(id int32) int {
	return int(uint32(id) * 2654435769 >> t.shift) //nolint:gosec // numbers of words are positive
}

func (t *wordTable) grow() {
	old := t.slots
	t.slots = make([]slot, max(leastSlots, 2*len(old)))
	t.shift = uint8(32 - bits.TrailingZeros(uint(len(t.slots)))) //nolint:gosec // below 32
	for _, s := range old {
		if s.id != 0 {
			*t.slotOf(s.id) = s
		}
	}
}
