package conversation

import (
	"regexp"

	"sherpa/answer/lexicon"
	"sherpa/internal/text"
)

// saidThat asks when or where somebody said what was answered.
var saidThat = regexp.MustCompile(`(?i)^(?:and )?(?:when|where|on (?:what|which) day|(?:what|which) day|in what (?:context|situation))\b.*\b(?:say|said|write|wrote|claim|announce|state|tell|mention) (?:that|this|it|so)[?!. ]*$`)

// whenSaid is such a question once it stands alone.
var whenSaid = regexp.MustCompile(`(?i)^(?:when|where) did .+ say that\b`)

// Concerns is the place of the turn whose answer a question asks the circumstances of,
// or -1: what stands elsewhere was said at another time.
func Concerns(question string, history []Turn) int {
	if len(history) == 0 {
		return -1
	}
	f := newFollowUp(text.Squeeze(text.Clean(question)), history)
	if len(f.last.Statements) > 0 && len(f.before) > 0 && len(f.words) > 0 && (saidThat.MatchString(f.asked) || f.asksWhenSaid()) {
		return len(f.history)
	}
	return -1
}

// asksWhenSaid reports whether the question asks when or where that was, of what
// somebody said: there is nothing else that it could mean.
func (f *followUp) asksWhenSaid() bool {
	if len(f.words) != 3 || !f.asksCircumstance() || !lexicon.Auxiliaries[f.words[1].Norm] || !lexicon.ThingPronouns[f.words[2].Norm] {
		return false
	}
	predicate := f.predicate()
	return f.before[0].Norm == "what" && withObject(predicate) != predicate
}

// whenSaid asks it of the words themselves.
func (f *followUp) whenSaid() string { return f.words[0].Text + " " + withObject(f.predicate()) + "?" }
