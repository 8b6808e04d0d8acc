package eval

import "strings"

// HeldBy reports whether a passage is one that the question can be answered from:
// one of the gold passages, or one of a gold article that tells the answer.
func (q Question) HeldBy(article, passage string) bool {
	gold := newGoldPassages(q)
	key := passageKey(passage)
	for _, e := range gold.passages {
		if e.Article == article && (strings.Contains(key, e.Text) || strings.Contains(e.Text, key)) {
			return true
		}
	}
	return q.ToldBy(article, passage)
}

// ToldBy reports whether words of an article tell the answer: the article is gold,
// or the file names none, and the words hold one of the answers or all that they
// must.
func (q Question) ToldBy(article, words string) bool {
	if !q.isGold(article) || len(q.Answers)+len(q.must) == 0 {
		return false
	}
	return (len(q.Answers) == 0 || holdsAnswer(words, q.Answers)) && len(missingPatterns(q, words)) == 0
}

func (q Question) isGold(article string) bool {
	gold := append(q.evidenceArticles(), q.Sources...)
	return len(gold) == 0 || len(goldAmong([]string{article}, gold)) > 0
}
