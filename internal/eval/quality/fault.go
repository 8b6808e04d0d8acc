package quality

import "sherpa/internal/eval"

// Class is a way in which an answer goes wrong.
type Class int

// The classes, in the order in which they are told: of several that apply to an
// answer, the first counts.
const (
	NoFault        Class = iota
	Unfounded            // answered, though nothing answers the question
	Refused              // refused, though the articles answer the question
	RefusedLost          // refused, and the passage was not found
	FalseAlarm           // a disagreement shown where there is none
	MissedConflict       // a disagreement not shown
	WrongShort           // a wrong short answer
	Lost                 // answered, and the passage with the answer was not found
	OtherSentence        // sentences shown that do not answer, though the passage was found
	Incomplete           // a part of what must be said is missing
	OtherSource          // the words are right, of another article than those that answer
	Late                 // right, but not in the first statement
	classes
)

var classTitles = [classes]string{
	NoFault:        "right",
	Unfounded:      "answered, though nothing answers it",
	Refused:        "refused",
	RefusedLost:    "refused, its passage not found",
	FalseAlarm:     "false disagreement",
	MissedConflict: "disagreement not shown",
	WrongShort:     "wrong short answer",
	Lost:           "its passage not found",
	OtherSentence:  "other sentences shown",
	Incomplete:     "part of it missing",
	OtherSource:    "from another article than the right ones",
	Late:           "right, but not in the first statement",
}

// String is the class in words.
func (c Class) String() string { return classTitles[c] }

// classify says in which way an answer went wrong.
func classify(o *eval.Outcome) Class {
	switch {
	case !o.Question.IsAnswerable() && o.Right:
		return NoFault
	case !o.Question.IsAnswerable():
		return Unfounded
	case !o.Answer.Answered && o.Right:
		return NoFault
	case !o.Answer.Answered && notFound(o):
		return RefusedLost
	case !o.Answer.Answered:
		return Refused
	case is(o, "false_alarms", 1):
		return FalseAlarm
	case is(o, "disagreement_recall", 0):
		return MissedConflict
	case is(o, "short_right", 0), is(o, "verdict_right", 0):
		return WrongShort
	case !o.Right:
		return classifyWrong(o)
	case is(o, "top1", 0), is(o, "must1", 0):
		return Late
	}
	return NoFault
}

// classifyWrong tells apart the answers that do not say what they must.
func classifyWrong(o *eval.Outcome) Class {
	missing, all := o.Missing(), len(o.Question.Must)
	switch {
	case notFound(o):
		return Lost
	case 0 < missing && missing < all:
		return Incomplete
	case len(o.Why) == 1 && is(o, "gold_source", 0):
		return OtherSource
	}
	return OtherSentence
}

// notFound reports whether no hit that was looked at has the question's evidence.
func notFound(o *eval.Outcome) bool { return is(o, "r20", 0) }

func is(o *eval.Outcome, metric string, want float64) bool {
	got, ok := o.Value(metric)
	return ok && got == want
}

// counts are the classes of all questions of a report.
func counts(r eval.Report) [classes]int {
	var n [classes]int
	for i := range r.Outcomes {
		n[classify(&r.Outcomes[i])]++
	}
	return n
}
