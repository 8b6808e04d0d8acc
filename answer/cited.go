package answer

import (
	"slices"
)

// ByArticle groups citations by their article, in the order of the first.
func ByArticle(list []Citation) [][]Citation {
	var groups [][]Citation
	at := map[Article]int{}
	for _, c := range list {
		i, known := at[c.Article]
		if !known {
			i = len(groups)
			at[c.Article] = i
			groups = append(groups, nil)
		}
		groups[i] = append(groups[i], c)
	}
	return groups
}

// EventSources numbers the articles that report events, in the order in which
// they come up, and gives the numbers of each event in order.
func EventSources(events []Event) (sources []Citation, numbers [][]int) {
	at := map[Article]int{}
	for _, e := range events {
		var own []int
		for _, c := range e.Citations {
			n, known := at[c.Article]
			if !known {
				n = len(sources) + 1
				at[c.Article] = n
				sources = append(sources, Citation{N: n, Article: c.Article})
			}
			own = append(own, n)
		}
		slices.Sort(own)
		numbers = append(numbers, slices.Compact(own))
	}
	return sources, numbers
}
