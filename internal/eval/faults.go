package eval

import (
	"fmt"
	"regexp"
	"strings"

	"sherpa/answer"
)

// faults lists what is wrong with the answer; an answer without faults is
// right. Only what the question file states is expected.
func (o *Outcome) faults() []string {
	q, a := o.Question, o.Answer
	if !q.IsAnswerable() {
		if a.Answered {
			return []string{"answered although the sources do not say"}
		}
		return nil
	}
	if o.abstainedFreely() {
		return nil
	}
	if !a.Answered {
		return []string{"abstained on an answerable question"}
	}
	said := everythingSaid(a)
	faults := missingPatterns(q, said)
	if len(q.Answers) > 0 && !holdsAnswer(said, q.Answers) {
		faults = append(faults, fmt.Sprintf("none of the answers %q occurs", q.Answers))
	}
	if len(q.Sources) > 0 && len(goldAmong(o.articles(), q.Sources)) == 0 {
		faults = append(faults, fmt.Sprintf("cites %q, none of the sources %q", o.articles(), q.Sources))
	}
	if said := verdictOf(a.ShortAnswer); q.Verdict != "" && said != "" && said != q.Verdict {
		faults = append(faults, fmt.Sprintf("says %s, which is wrong", said))
	}
	return append(faults, o.conflictFaults()...)
}

// everythingSaid is what a reader of the answer sees: its text, statements and
// short answer and its quotes, each on a line of its own.
func everythingSaid(a answer.Answer) string {
	lines := []string{a.Text, a.ShortAnswer}
	for _, s := range a.Statements {
		lines = append(lines, s.Text)
	}
	for _, c := range a.Citations {
		lines = append(lines, c.Quote)
	}
	return strings.Join(lines, "\n")
}

func missingPatterns(q Question, said string) []string {
	var faults []string
	for i, group := range q.must {
		if !anyMatches(group, said) {
			faults = append(faults, fmt.Sprintf("nothing matches %q", q.Must[i]))
		}
	}
	return faults
}

func anyMatches(group []*regexp.Regexp, s string) bool {
	for _, re := range group {
		if re.MatchString(s) {
			return true
		}
	}
	return false
}

func (o *Outcome) conflictFaults() []string {
	c := o.Question.Conflict
	switch {
	case c == nil:
		return nil
	case c.Expected() && !showsConflict(*c, o.Answer):
		return []string{"does not show the disagreement " + c.String() + "; shows " + disagreements(o.Answer)}
	case !c.Expected() && len(o.Answer.Disagreements) > 0:
		return []string{"shows a disagreement where there is none: " + disagreements(o.Answer)}
	}
	return nil
}

// String names the sides of the conflict.
func (c Conflict) String() string {
	var sides []string
	for _, s := range c.Sides {
		sides = append(sides, fmt.Sprintf("%q (%s)", s.Value, s.Article))
	}
	if len(sides) == 0 {
		return "between the articles"
	}
	return strings.Join(sides, " against ")
}

func disagreements(a answer.Answer) string {
	if len(a.Disagreements) == 0 {
		return "none"
	}
	var all []string
	for _, d := range a.Disagreements {
		var values []string
		for _, c := range d.Claims {
			values = append(values, fmt.Sprintf("%q", c.Value))
		}
		all = append(all, d.About+" "+strings.Join(values, " against "))
	}
	return strings.Join(all, "; ")
}
