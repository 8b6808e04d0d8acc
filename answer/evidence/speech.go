package evidence

import (
	"slices"
	"strings"

	"sherpa/answer/clause"
	"sherpa/answer/lexicon"
	"sherpa/answer/question"
	"sherpa/internal/text"
	"sherpa/retrieval"
)

// Speakers finds, for each sentence of a passage, who speaks in it: the words that
// name or describe the speaker, as a range of the passage's words; an empty range
// where nobody does.
func Speakers(p *retrieval.Passage) []text.Span {
	return factsOf(p).speakers.Of(func() []text.Span { return findSpeakers(p) })
}

func findSpeakers(p *retrieval.Passage) []text.Span {
	found, quoted := make([]text.Span, len(p.Sentences)), p.Quoted()
	for i := range p.Sentences {
		r := newSpeechReader(p, quoted, i)
		sp, speaks := r.speaker()
		if sp.Len() == 0 && (speaks || r.hasQuotation()) {
			sp = r.unnamed(found[:i])
		}
		found[i] = sp
	}
	return found
}

// unnamed is who speaks where no verb of speech names him, by those who spoke before.
func (r *speechReader) unnamed(before []text.Span) text.Span {
	if r.pronoun == len(r.words) {
		if sp := r.placed(r.firstPerson(0, r.pronoun)); sp.Len() > 0 { // who "found the mood “good”"
			return sp
		}
		return lastOf(before)
	}
	if sp := r.meant(); sp.Len() > 0 {
		return sp
	}
	if sp := r.leader(); sp.Len() > 0 {
		return sp
	}
	return lastOf(before)
}

// leader is the person with whose name the sentence of the pronoun begins, or the one before
// if the pronoun is its first word. A pronoun behind a comma ("Rotterdam, she added, …")
// means nobody whom the words name between which it stands.
func (r *speechReader) leader() text.Span {
	at := r.from.At
	switch {
	case r.pronoun == 0:
		at--
	case strings.Contains(r.from.Passage().Text[r.words[r.pronoun-1].End:r.words[r.pronoun].Start], ","):
		return text.Span{}
	}
	if at < 0 {
		return text.Span{}
	}
	s := &r.from.Passage().Sentences[at]
	e := &Evidence{Hit: r.from.Hit, Sentence: s, At: at}
	for _, n := range s.Names {
		if n.First == 0 && e.PersonLike(n) && !e.IsOwner(n) {
			return text.Span{Start: s.First, End: s.First + n.Next}
		}
	}
	return text.Span{}
}

// meant is the name of whom the pronoun means that speaks.
func (r *speechReader) meant() text.Span {
	at := r.from.Sentence.First + r.pronoun
	for _, name := range r.from.MeantIn(text.Span{Start: at, End: at + 1}) {
		return name
	}
	return text.Span{}
}

// lastReach is how many sentences before a quotation that names nobody its speaker is
// looked for.
const lastReach = 3

// lastOf is the last of the speakers that were found.
func lastOf(found []text.Span) text.Span {
	for k := len(found) - 1; k >= max(0, len(found)-lastReach); k-- {
		if found[k].Len() > 0 {
			return found[k]
		}
	}
	return text.Span{}
}

// speechReader reads who speaks in one sentence.
type speechReader struct {
	from  *Evidence
	words []retrieval.Word
	// quoted says of each word whether it stands in quotation marks.
	quoted []bool
	// pronoun is where the speaker is only a pronoun; else the number of words.
	pronoun int
}

func newSpeechReader(p *retrieval.Passage, quoted []bool, i int) *speechReader {
	s := &p.Sentences[i]
	e := &Evidence{Hit: &retrieval.Hit{Parsed: p}, Sentence: s, At: i}
	return &speechReader{from: e, words: e.Words(), quoted: quoted[s.First:s.Next], pronoun: s.Next - s.First}
}

func (r *speechReader) hasQuotation() bool { return slices.Contains(r.quoted, true) }

// speaker is who speaks, by the verb of speech or by "according to". The range is
// empty where it is a pronoun.
func (r *speechReader) speaker() (who text.Span, speaks bool) {
	for i := range r.words {
		switch {
		case r.quoted[i]:
		case r.words[i].Norm == "according" && i+2 < len(r.words) && r.words[i+1].Norm == "to":
			sp := r.phraseFrom(i + 2)
			if i == 0 {
				sp.End = sp.Start + r.beforeComma(sp)
			}
			return r.placed(sp), true
		case r.speechVerb(i):
			if sp, ok := r.subjectOf(i); ok {
				return r.placed(sp), true
			}
		}
	}
	return text.Span{}, false
}

// speechVerb reports whether word i is a verb of speech and no noun of that form
// ("a call", "the answer").
func (r *speechReader) speechVerb(i int) bool {
	w := r.words[i]
	if !lexicon.Saying[w.Stem] && !voicing[w.Stem] || strings.HasSuffix(w.Norm, "ing") || i > 0 && beforeNoun[r.words[i-1].Norm] {
		return false
	}
	return w.Stem != callStem || r.callsBy(i)
}

// callStem is the stem of a verb that is one of speech only before what is called
// or called for.
var callStem = text.Stem("call")

// callsBy reports whether "called" at word i gives somebody's words: "called it a
// trick", "called for help", but not "called a strike" or "called off".
func (r *speechReader) callsBy(i int) bool {
	return i+1 < len(r.words) && r.words[i+1].Norm != "off" && r.words[i+1].Norm != "a" && r.words[i+1].Norm != "an"
}

// voicing are the stems of further verbs that tell what somebody said or thinks of a
// matter, besides those of speech.
var voicing = text.StemSet(`write welcome regret reject refuse vow urge complain concede admit predict hope fear lament explain believe think
	criticise criticize accuse dismiss propose recall defend apologise apologize pledge caution react appeal highlight
	underline reiterate`)

// beforeNoun are the words after which a noun stands.
var beforeNoun = text.WordSet(`a an the this that these those his her its their our my of for no any another first last to`)

// PronounSpeakers are the pronouns for who speaks.
var PronounSpeakers = text.WordSet(`he she they i we`)

// subjectOf is who does what the verb at word i says: whom it stands before ("said
// Ann Lund"), or else after ("Ann Lund, the mayor, said").
func (r *speechReader) subjectOf(i int) (who text.Span, ok bool) {
	if i > 0 && r.quoted[i-1] && i+1 < len(r.words) && !r.quoted[i+1] {
		if PronounSpeakers[r.words[i+1].Norm] {
			r.pronoun = i
			return text.Span{}, true
		}
		return r.phraseFrom(i + 1), true
	}
	next := i
	for next > 0 && !r.quoted[next-1] && (lexicon.Auxiliaries[r.words[next-1].Norm] || question.BesideVerb[r.words[next-1].Norm]) {
		next--
	}
	if next > 0 && !r.quoted[next-1] && PronounSpeakers[r.words[next-1].Norm] {
		r.pronoun = next - 1
		return text.Span{}, true
	}
	first := next
	for first > 0 && !r.quoted[first-1] && !r.startsSubject(first) {
		first--
	}
	if next == first {
		return text.Span{}, false
	}
	first = r.afterLastComma(first, next)
	if sp := r.firstPerson(first, next); sp.Len() > 0 {
		return sp, true
	}
	return text.Span{Start: max(first, next-maxSpeaker), End: next}, true
}

// afterLastComma is where the last part of a subject begins that ends before its
// verb without a comma: only that part speaks in "It burnt for hours, officials
// said".
func (r *speechReader) afterLastComma(first, next int) int {
	for i := next; i > first; i-- {
		if i < len(r.words) && strings.Contains(r.from.Passage().Text[r.words[i-1].End:r.words[i].Start], ",") {
			if i == next {
				return first
			}
			return i
		}
	}
	return first
}

// maxSpeaker is how many words a speaker has at the most who is not named.
const maxSpeaker = 8

// startsSubject reports whether a subject starts at word i, since a clause does.
func (r *speechReader) startsSubject(i int) bool {
	gap := r.from.Passage().Text[r.words[i-1].End:r.words[i].Start]
	return strings.ContainsAny(gap, ";:—“”\"") || clause.Starts[r.words[i-1].Norm] && r.words[i-1].Norm != "who" && r.words[i-1].Norm != "whose"
}

// phraseFrom is the name or description that begins at word i, with what is said of
// it after a comma.
func (r *speechReader) phraseFrom(i int) text.Span {
	s := r.from.Passage().Text
	next := i + 1
	for next < len(r.words) && next-i < maxDescription && !r.quoted[next] && !strings.ContainsAny(s[r.words[next-1].End:r.words[next].Start], ";:—“”") {
		if strings.Contains(s[r.words[next-1].End:r.words[next].Start], ",") && !describes(r.words[next]) {
			break
		}
		next++
	}
	return text.Span{Start: i, End: next}
}

// beforeComma counts the words of a phrase up to its first comma.
func (r *speechReader) beforeComma(sp text.Span) int {
	for i := sp.Start + 1; i < sp.End; i++ {
		if strings.Contains(r.from.Passage().Text[r.words[i-1].End:r.words[i].Start], ",") {
			return i - sp.Start
		}
	}
	return sp.Len()
}

// maxDescription is how many words a speaker and its description have at the most.
const maxDescription = 16

// describes reports whether a word after a comma begins to tell who somebody is.
func describes(w retrieval.Word) bool {
	return descriptionStarts[w.Norm] || w.Norm == "who" || lexicon.RoleWords[w.Norm]
}

// firstPerson is the first person who is named in some words and to whom nothing is
// said to belong; with the words around the name that tell who it is.
func (r *speechReader) firstPerson(first, next int) text.Span {
	for _, n := range r.from.Sentence.Names {
		if n.First >= first && n.Next <= next && !r.quoted[n.First] && r.from.PersonLike(n) && !r.from.IsOwner(n) && !r.from.AfterPlaceLead(n, false) {
			return text.Span{Start: n.First, End: n.Next}
		}
	}
	return text.Span{}
}

// placed counts a range of the sentence's words from the passage's first word.
func (r *speechReader) placed(sp text.Span) text.Span {
	if sp.Len() == 0 {
		return text.Span{}
	}
	return text.Span{Start: r.from.Sentence.First + sp.Start, End: r.from.Sentence.First + sp.End}
}
