package retrieval

import "slices"

// form is what the wording of a question says: the kind of answer, the places of
// the words that only ask (and are not searched for), and of the noun asked for.
type form struct {
	kind  Kind
	asks  map[int]bool
	focus []int
}

// formReader reads the form of a question from its folded words.
type formReader struct {
	words []string
	// isName reports whether the word at a place is a proper name.
	isName func(int) bool
	form
}

// readForm finds the question word and what it asks for.
func readForm(words []string, isName func(int) bool) form {
	r := formReader{words: words, isName: isName, form: form{asks: map[int]bool{}}}
	start := skipPreamble(words)
	for i := range start {
		r.asks[i] = true
	}
	at := findQuestionWord(words, start)
	if at < 0 {
		r.kind = r.requestKind(start)
		return r.form
	}
	if auxiliaries[words[at]] {
		if at = innerQuestion(words, at); at < 0 {
			r.kind = KindYesNo
			return r.form
		}
	}
	r.asks[at] = true
	r.read(at)
	r.markWeekday(at)
	return r.form
}

// findQuestionWord returns the place of the first question word, or of an
// auxiliary that begins the question; -1 if there is neither.
func findQuestionWord(words []string, start int) int {
	if start < len(words) && auxiliaries[words[start]] {
		return start
	}
	for i := start; i < len(words); i++ {
		if questionWords[words[i]] {
			return mainQuestion(words, i)
		}
	}
	return -1
}

// mainQuestion passes a "when" or "where" that only begins a clause before the
// question itself: "When time is short, what …".
func mainQuestion(words []string, at int) int {
	if words[at] != "when" && words[at] != "where" || at+1 < len(words) && auxiliaries[words[at+1]] {
		return at
	}
	for i := at + 3; i < len(words); i++ {
		if mainQuestionWords[words[i]] {
			return i
		}
	}
	return at
}

// innerQuestion finds the question in "Do the reports agree on how long …", which
// asks for what they say and not for a yes; -1 if there is none.
func innerQuestion(words []string, at int) int {
	agree := false
	for i := at; i < len(words); i++ {
		agree = agree || agreeVerbs[words[i]]
		if agree && questionWords[words[i]] {
			return i
		}
	}
	return -1
}

// skipPreamble counts the words of politeness before the question itself. A
// question of nothing else keeps them.
func skipPreamble(words []string) int {
	i := 0
	for i < len(words) {
		n := 0
		for _, p := range preambles {
			if hasPrefix(words[i:], p) {
				n = max(n, len(p))
			}
		}
		if n == 0 {
			return i
		}
		i += n
	}
	return 0
}

func hasPrefix(words, prefix []string) bool {
	return len(words) >= len(prefix) && slices.Equal(words[:len(prefix)], prefix)
}

// requestKind is the kind of a request without a question word: "list the
// members", "the Russian delegation".
func (r *formReader) requestKind(start int) Kind {
	if start < len(r.words) && listRequests[r.words[start]] {
		r.asks[start] = true
		if next := r.word(start + 1); next == "a" || next == "an" || next == "one" {
			return KindOther
		}
		return KindList
	}
	if slices.ContainsFunc(r.words[start:], func(w string) bool { return groupNouns[w] }) {
		return KindList
	}
	return r.nounKind(start)
}

// nounKind is the kind of a request that is but a noun phrase: "the length of the
// talks", "meeting date".
func (r *formReader) nounKind(start int) Kind {
	if start < len(r.words) && (r.words[start] == "the" || r.words[start] == "a") {
		start++
	}
	at := len(r.words) - 1
	for at > start && trailers[r.words[at]] {
		at--
	}
	if next := r.word(start + 1); next == "of" || next == "for" {
		at = start
	}
	if at < start || !alone[r.word(at)] {
		return KindOther
	}
	if roleNouns[r.words[at]] {
		r.asks[at] = true
		return KindWhoIs
	}
	kind := nounKinds[r.words[at]]
	r.asks[at] = onlyTells[kind] || kind == KindPlace
	return kind
}

// markWeekday takes "week" out of "which day of the week": it only says what kind
// of day is asked for.
func (r *formReader) markWeekday(from int) {
	for i := from; i+3 < len(r.words); i++ {
		if r.words[i] == "day" && r.words[i+1] == "of" && r.words[i+3] == "week" {
			r.asks[i+3] = true
		}
	}
}

// word is the word at a place, or empty beyond the end.
func (r *formReader) word(i int) string {
	if i >= 0 && i < len(r.words) {
		return r.words[i]
	}
	return ""
}
