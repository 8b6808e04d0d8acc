package candidate

import (
	"slices"
	"strings"

	"sherpa/answer/evidence"
	"sherpa/answer/question"
	"sherpa/internal/text"
	"sherpa/internal/value"
	"sherpa/retrieval"
)

// WhereLeads lead to places, times and events: who stands behind them did nothing.
var WhereLeads = text.WordSet(`in at near outside inside around throughout within after before during since on across`)

// suits reports whether the candidate can be what is asked for.
func (c *Candidate) suits(q *question.Question, asked question.AskedBearer, all []*evidence.Evidence) bool {
	switch {
	case evidence.Echoes(q, c.From.Words()[c.First:c.Next], asked.Head), asked.Named && !c.canName(asked):
		return false
	case asked.Class == question.NounThing && asked.Head != "" && c.isOtherThing(asked.Head):
		return false
	case asked.Deed != nil && (c.From.TellsOfOthers(q, asked.Deed) || q.IsWished(asked.Deed) && c.From.Matched[asked.Deed.Verb] == 0):
		return false
	case c.isAttributed(q), !c.isCredited(q), c.isTeller(q, asked.Verb), c.isDoing(q), c.From.LacksDeed(q, asked.Verb), c.From.OnlyMeans(q), c.From.IsTurned(q):
		return false
	case (asked.Class == question.NounPeople || q.Kind == retrieval.KindPerson) && (c.isNobody(q, asked.Verb) || c.From.IsOnlyMeant(q, c.Span)):
		return false
	case asked.Class == question.NounPeople:
		return !c.From.OnlyTells(q, asked.Verb) && c.tellsWho() && !c.isSpot(q) && !c.isFeast() && !c.From.IsObjectAt(c.First, asked.Verb, q) && !c.From.IsDoneToOther(q, asked.Verb) && !c.From.IsUndergoer(q, c.Next, asked.Verb) && !c.From.IsSpared(q, c.First, c.Next, asked.Befell)
	case q.Kind == retrieval.KindPlace && c.isOfSomething():
		return false
	case asked.Class == question.NounThing:
		return !c.isPerson(all)
	}
	return true
}

// settledPhrases are a preposition with a noun that names nothing by itself.
var settledPhrases = map[string]bool{
	"on board": true, "on strike": true, "on foot": true, "on time": true, "on duty": true, "on fire": true, "on hold": true,
	"in place": true, "in turn": true, "in fact": true, "in part": true, "in return": true, "in person": true, "in charge": true, "in full": true,
	"at least": true, "at once": true, "at stake": true, "at risk": true, "by chance": true, "for example": true, "of course": true,
}

// isCut reports whether the candidate is the first part of a compound ("American-built") or
// of what a quotation completes (the words “Pursuing Peace”), a settled phrase or its noun ("on board"), or no more than words of closed classes
// ("instead"), and no value.
func (c Candidate) isCut() bool {
	words, last := c.From.Words(), c.Next-1
	if last > 0 && last-c.First <= 1 && settledPhrases[words[last-1].Norm+" "+words[last].Norm] {
		return true
	}
	if _, ok := c.Value(); ok || c.Form == FormQuotation {
		return false
	}
	for i := c.First + 1; i+1 < c.Next; i++ {
		if words[i-1].IsCapital() && evidence.Coordinates[words[i].Norm] && question.ClassWords[words[i+1].Norm] == question.ClassPreposition {
			return true // "on Norwick and on ferries"
		}
	}
	rest := c.From.Passage().Text[c.Span.End:]
	return strings.HasPrefix(rest, "-") || strings.HasPrefix(rest, " “") && !words[last].IsCapital() || !slices.ContainsFunc(c.From.Words()[c.First:c.Next], func(w retrieval.Word) bool { return !question.IsClosed(w.Norm) || w.IsCapital() })
}

// canName reports whether the candidate has a capital or the noun that is asked for.
func (c *Candidate) canName(asked question.AskedBearer) bool {
	return c.hasCapital() || evidence.HasStem(c.From.Words()[c.First:c.Next], asked.Head)
}

// isOtherThing reports whether the candidate ends in a noun for another sort of place or
// thing than the one that is asked for: an airport is no bridge.
func (c *Candidate) isOtherThing(head string) bool {
	last := c.From.Words()[c.Next-1]
	return !last.IsCapital() && question.ClassOfNoun(last.Norm) == question.NounThing && last.Stem != head && !text.Related(last.Stem, head)
}

// isFeast reports whether the candidate is no more than the name of a day or season, which
// nobody bears.
func (c *Candidate) isFeast() bool {
	return !slices.ContainsFunc(c.From.Words()[c.First:c.Next], func(w retrieval.Word) bool { return !feasts[w.Norm] && !w.Stop })
}

var feasts = text.WordSet(`monday tuesday wednesday thursday friday saturday sunday christmas easter halloween thanksgiving hanukkah ramadan eid diwali passover
	day night weekend week`)

// isSpot reports whether the candidate is a name that only tells where or when.
func (c *Candidate) isSpot(q *question.Question) bool {
	words := c.From.Words()
	if WhereLeads[words[c.First].Norm] || c.From.IsAside(q, c.First) {
		return true
	}
	return c.Form == FormName && WhereLeads[c.leadWord()] && !c.isList()
}

// isOfSomething reports whether the candidate only tells of what a thing is, in a sentence
// that names a place: "the auction of the Norvik League in Hadlow" is not held in the league.
func (c *Candidate) isOfSomething() bool {
	return c.leadWord() == "of" && slices.ContainsFunc(c.From.Sentence.Names, func(n value.Name) bool { return c.From.AfterPlaceLead(n, false) })
}

// leadWord is the word before the candidate and its article, or "".
func (c *Candidate) leadWord() string {
	return evidence.WordBefore(c.From.Words(), c.First)
}

// isPerson reports whether the candidate begins or ends with the name of somebody.
func (c *Candidate) isPerson(all []*evidence.Evidence) bool {
	for _, n := range c.From.Sentence.Names {
		if n.First >= c.First && n.Next <= c.Next && (n.First == c.First || n.Next == c.Next) && !c.From.IsOwner(n) && c.From.NamesPerson(n, all) {
			return true
		}
	}
	return false
}
