package verify

import (
	"strings"

	"sherpa/internal/text"
)

// markParts numbers the parts of the sentence, each of which says one thing or
// denies it.
func (st *stated) markParts() {
	st.part = make([]int, len(st.words))
	inWithout := false
	for i := range st.words {
		w := &st.words[i]
		starts := i == 0 || st.partsAt(i) || inWithout && st.isVerb(i) && !strings.HasSuffix(w.Norm, "ing")
		if starts {
			st.parts++
			inWithout = false
		}
		inWithout = inWithout && !starts || i > 0 && st.words[i-1].Norm == "without"
		st.part[i] = st.parts - 1
	}
	st.joinParts()
}

// partsAt reports whether a new part begins with word i.
func (st *stated) partsAt(i int) bool {
	w, before, next := st.words[i].Norm, st.words[i-1].Norm, st.wordAt(i+1)
	switch {
	case strings.ContainsAny(st.gap(i), ",;:()—“”\".") && !st.inNumber(i), st.words[i].quoted != st.words[i-1].quoted:
		return true
	case w == "which" || w == "who" || w == "whom":
		return before != "of"
	case partBreaks[w]:
		return w != "without" || before != "not"
	case w == "that":
		return i+1 < len(st.words) && st.isVerb(i+1)
	case w == "rather" || w == "instead":
		return true
	case w == "before" || w == "after" || w == "as":
		return subjectPronouns[next]
	}
	return (w == "and" || w == "or") && i+2 < len(st.words) && st.goesOn(i+1)
}

// inNumber reports whether word i goes on a value: "May 3, 2026".
func (st *stated) inNumber(i int) bool { return st.words[i].number && st.words[i-1].number }

// goesOn reports whether what follows "and" says something: a verb, a denial or a
// subject with its verb.
func (st *stated) goesOn(i int) bool {
	w := &st.words[i]
	return st.denies[i] || !w.IsCapital() && st.isVerb(i) || st.subjectAt(i)
}

var (
	partBreaks      = text.WordSet(`but while whereas although though because when if unless without nor`)
	subjectPronouns = text.WordSet(`he she it they`)
	beVerbs         = text.WordSet(`is are was were be been being has have had do does did will would can could may might should must cost costs put cut hit let set say says
		remain remains seem seems become becomes get gets go goes come comes make makes take takes give gives keep keeps stay stays stand stands lie lies need needs want
		wants allow allows mean means think thinks believe believes intend intends expect expects hope hopes`)
)

// isVerb reports whether word i may be a verb.
func (st *stated) isVerb(i int) bool {
	w := &st.words[i]
	switch {
	case w.joined || beVerbs[w.Norm] || st.denies[i]:
		return true
	case w.name || w.number:
		return false
	}
	return verbLike(w.Norm) || st.thirdPerson(i)
}

// thirdPerson reports whether word i may be a verb in -s, by what follows it.
func (st *stated) thirdPerson(i int) bool {
	if n := st.words[i].Norm; len(n) < 4 || !strings.HasSuffix(n, "s") || strings.HasSuffix(n, "ss") || i+1 >= len(st.words) || st.gap(i+1) != " " {
		return false
	}
	next := &st.words[i+1]
	return next.number || next.name || objectLeads[next.Norm]
}

var objectLeads = text.WordSet(`the a an his her its their this that these those it him them`)

// joinParts gives parts that have no verb to the next one, or the last one to that
// before it: what is apposed to a name says nothing of its own.
func (st *stated) joinParts() {
	whole := make([]bool, st.parts)
	for i := range st.words {
		k := st.part[i]
		whole[k] = whole[k] || st.words[i].quoted || st.denies[i] || st.isVerb(i) || st.words[i].Norm == "but"
	}
	to, n := make([]int, st.parts), 0
	for k := range whole {
		to[k] = n
		if whole[k] {
			n++
		}
	}
	for i := range st.words {
		st.part[i] = min(to[st.part[i]], max(n-1, 0))
	}
	st.parts = max(n, min(st.parts, 1))
}
