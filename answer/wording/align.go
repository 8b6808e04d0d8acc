package wording

import (
	"strings"

	"sherpa/internal/text"
)

// step is one step of an alignment of quoted words with an article's words.
type step byte

const (
	stepSame    step = iota // both have the word
	stepChange              // the article has another word
	stepMissing             // the article lacks the word
	stepAdded               // the article has a word more
	stepSkipped             // the article has a word where the quotation has an ellipsis
)

// alignment lays quoted words beside the closest run of an article's words.
type alignment struct {
	steps []step
	// from and to bound the article's words: words[from:to].
	from, to int
	// distance is the least number of words to change, drop or add.
	distance int
	// same is the number of words that say something and that both have.
	same int
	// similarity is 1 - distance / max(quoted words, article's words), where
	// words in place of an ellipsis do not count (Levenshtein 1965, on words).
	similarity float64
}

// quotedWords are the words of a quotation; gap[i] marks an ellipsis before word
// i.
type quotedWords struct {
	words []text.Word
	gap   []bool
}

func readQuoted(s string) quotedWords {
	q := quotedWords{words: text.Words(s)}
	q.gap = make([]bool, len(q.words)+1)
	for i := 1; i < len(q.words); i++ {
		between := s[q.words[i-1].End:q.words[i].Start]
		q.gap[i] = strings.Contains(between, "…") || strings.Contains(between, "...") || strings.Contains(between, ". . .")
	}
	return q
}

// align finds the run of words that is closest to the quotation: a global
// alignment of the quotation in a local part of the article (Sellers 1980). Of
// equally close runs it takes the first.
func align(q quotedWords, words []text.Word) alignment {
	n, m := len(q.words), len(words)
	back := make([]step, (n+1)*(m+1))
	row, above := make([]int, m+1), make([]int, m+1)
	for i := 1; i <= n; i++ {
		row, above = above, row
		row[0] = i
		own := back[i*(m+1):]
		own[0] = stepMissing
		norm, gap := q.words[i-1].Norm, q.gap[i]
		for j := 1; j <= m; j++ {
			cost, how := above[j-1]+1, stepChange
			if norm == words[j-1].Norm {
				cost, how = above[j-1], stepSame
			}
			if c := above[j] + 1; c < cost {
				cost, how = c, stepMissing
			}
			if gap && row[j-1] < cost {
				cost, how = row[j-1], stepSkipped
			} else if c := row[j-1] + 1; c < cost {
				cost, how = c, stepAdded
			}
			row[j], own[j] = cost, how
		}
	}
	end := 0
	for j := range row {
		if row[j] < row[end] {
			end = j
		}
	}
	return traceBack(q, words, back, end, row[end])
}

// traceBack reads the steps of the best alignment, which ends at word end.
func traceBack(q quotedWords, words []text.Word, back []step, end, distance int) alignment {
	a := alignment{to: end, distance: distance}
	width := len(words) + 1
	i, j, skipped := len(q.words), end, 0
	for i > 0 {
		s := back[i*width+j]
		a.steps = append(a.steps, s)
		switch s {
		case stepMissing:
			i--
		case stepAdded:
			j--
		case stepSkipped:
			j--
			skipped++
		default:
			i--
			j--
			if s == stepSame && !text.IsStop(words[j].Norm) {
				a.same++
			}
		}
	}
	a.from = j
	for x, y := 0, len(a.steps)-1; x < y; x, y = x+1, y-1 {
		a.steps[x], a.steps[y] = a.steps[y], a.steps[x]
	}
	a.similarity = 1 - float64(distance)/float64(max(len(q.words), a.to-a.from-skipped, 1))
	return a
}
