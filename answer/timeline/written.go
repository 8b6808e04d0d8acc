package timeline

import (
	"time"

	"sherpa/internal/text"
	"sherpa/internal/value"
	"sherpa/store"
)

// OwnDate is the publication date that the article gives, unless its note says
// that it cannot be right.
func OwnDate(a store.Article) value.Written {
	if doubtsDate(a.Note) {
		return value.Written{}
	}
	return value.WrittenOn(a.Published)
}

var (
	dateNouns = text.WordSet(`date dates dated dating day month year`)
	doubts    = text.WordSet(`cannot can't wrong incorrect incorrectly error mistaken mistake mistakenly misprint misprinted impossible false doubtful implausible`)
)

// doubtsDate reports whether a sentence of an editor's note doubts a date.
func doubtsDate(note string) bool {
	for _, s := range text.Sentences(note) {
		dated, doubted := false, false
		for _, w := range text.Words(s.Of(note)) {
			dated = dated || dateNouns[w.Norm]
			doubted = doubted || doubts[w.Norm]
		}
		if dated && doubted {
			return true
		}
	}
	return false
}

// writtenIn takes the month of an event that the article puts on a day of the
// week, or on "today": news says so of the last days only. Events in different
// months tell nothing.
func writtenIn(ms []*Mention) value.Written {
	var found value.Written
	for _, m := range ms {
		if m.tie == nil || m.at.When.Month != 0 {
			continue
		}
		month := time.Date(m.tie.Year, m.tie.Month, 1, 0, 0, 0, 0, time.UTC)
		if found.Known != "" && !found.Day.Equal(month) {
			return value.Written{}
		}
		found = value.Written{Day: month, Known: value.ByMonth, Inferred: true}
	}
	return found
}

// stemIndex finds texts that share words.
type stemIndex map[string][]int

func (ix stemIndex) add(i int, words tellingWords) {
	for stem := range words {
		ix[stem] = append(ix[stem], i)
	}
}

// counts says how many of the words each text has; texts that have none are left
// out.
func (ix stemIndex) counts(words tellingWords) map[int]int {
	n := map[int]int{}
	for stem := range words {
		for _, i := range ix[stem] {
			n[i]++
		}
	}
	return n
}
