package eval

import (
	"regexp"
	"strings"

	"sherpa/answer"
)

// Outcome is one question with what was made of it.
type Outcome struct {
	Question Question
	// Answer is what was said, Right whether it was right, and Why says what
	// was wrong with it.
	Answer answer.Answer
	Right  bool
	Why    []string
	// FollowUp is set for a question of a thread that is not its first.
	FollowUp bool
	// Rank is the rank of the first right hit among those looked at, 0 if there
	// is none or the question has no evidence.
	Rank int
	// WallMS is how long the caller waited for the answer, in milliseconds.
	WallMS float64

	marks map[string]mark
}

// mark is what one question adds to a figure: Sum out of Of cases.
type mark struct {
	sum float64
	of  int
}

func (o *Outcome) mark(name string, sum float64, of int) {
	if of > 0 {
		o.marks[name] = mark{sum, of}
	}
}

func (o *Outcome) markBool(name string, ok bool) { o.mark(name, number(ok), 1) }

func number(ok bool) float64 {
	if ok {
		return 1
	}
	return 0
}

// judge compares an answer with what the question file expects of it.
func judge(q Question, a answer.Answer, followUp bool) Outcome {
	o := Outcome{Question: q, Answer: a, FollowUp: followUp, marks: map[string]mark{}}
	o.judgeAbstention()
	o.judgeSpan()
	o.judgeVerdict()
	o.judgeMust()
	o.judgeDisagreement()
	o.judgeCitations()
	o.Why = o.faults()
	o.Right = len(o.Why) == 0
	o.markBool("right", o.Right)
	if o.Answer.Answered && !o.Answer.Indirect {
		o.markBool("outright_right", o.Right)
	}
	if followUp {
		o.markBool("followups", o.Right)
	}
	return o
}

// judgeAbstention leaves out questions with a store of their own: a handful of
// articles chosen for one question says nothing of when to abstain. So does a
// question of which either is right.
func (o *Outcome) judgeAbstention() {
	if len(o.Question.Docs) > 0 || o.Question.MayRefuse {
		return
	}
	abstained, answerable := !o.Answer.Answered, o.Question.IsAnswerable()
	if abstained {
		o.markBool("abstain_precision", !answerable)
	}
	if answerable {
		o.markBool("answered", !abstained)
	} else {
		o.markBool("abstain_recall", abstained)
		o.markBool("owned_up", abstained || o.Answer.Indirect || o.Answer.ShortAnswer != "" && !claims(o.Answer.ShortAnswer))
		o.markBool("misled", claims(o.Answer.ShortAnswer))
	}
}

// abstainedFreely reports whether there is no answer, and need not be one.
func (o *Outcome) abstainedFreely() bool { return o.Question.MayRefuse && !o.Answer.Answered }

// judgeSpan looks for the gold answers in the statements and in the short
// answer; an abstention has neither.
func (o *Outcome) judgeSpan() {
	gold := o.Question.Answers
	if len(gold) == 0 || !o.Question.IsAnswerable() || o.abstainedFreely() {
		return
	}
	at := statementWith(o.Answer.Statements, gold)
	o.markBool("top1", at == 0)
	o.markBool("top3", at >= 0 && at < 3)
	o.judgeShort(gold)
}

// rightShort is the F1 from which on a short answer counts as right: half of its
// words are the gold answer's, and half of that one's are its.
const rightShort = 0.5

// judgeShort compares the short answer with the gold ones. How often one is
// shown, and how often one that is shown is right, are figures of their own: a
// wrong one is worse than none, which F1 does not tell.
func (o *Outcome) judgeShort(gold []string) {
	short := o.Answer.ShortAnswer
	f1 := wordF1(short, gold)
	o.mark("em", exactMatch(short, gold), 1)
	o.mark("f1", f1, 1)
	o.markBool("short_shown", short != "")
	if short != "" {
		o.markBool("short_right", f1 >= rightShort)
	}
}

// judgeMust looks whether the first statement says by itself all that must be
// said; that sides of a disagreement stand in one statement is not expected.
func (o *Outcome) judgeMust() {
	q := o.Question
	if len(q.must) == 0 || q.Conflict != nil && q.Conflict.Expected() || o.abstainedFreely() {
		return
	}
	o.markBool("must1", len(missingPatterns(q, o.First())) == 0)
}

// statementWith is the index of the first statement that holds a gold answer,
// or -1.
func statementWith(statements []answer.Statement, gold []string) int {
	for i, s := range statements {
		if holdsAnswer(s.Text, gold) {
			return i
		}
	}
	return -1
}

func (o *Outcome) judgeDisagreement() {
	c := o.Question.Conflict
	switch {
	case c == nil:
	case c.Expected():
		o.markBool("disagreement_recall", showsConflict(*c, o.Answer))
	default:
		o.markBool("false_alarms", len(o.Answer.Disagreements) > 0)
	}
}

// showsConflict reports whether one disagreement of the answer sets all sides
// apart. Where the file does not name the sides, any disagreement will do.
func showsConflict(c Conflict, a answer.Answer) bool {
	for _, d := range a.Disagreements {
		if holdsSides(d, c.Sides, a.Citations) {
			return true
		}
	}
	return false
}

func holdsSides(d answer.Disagreement, sides []Side, citations []answer.Citation) bool {
	for _, s := range sides {
		if !holdsSide(d, s, citations) {
			return false
		}
	}
	return true
}

func holdsSide(d answer.Disagreement, s Side, citations []answer.Citation) bool {
	for _, claim := range d.Claims {
		if !s.is(claim.Value) {
			continue
		}
		for _, id := range citedArticles(claim.Citations, citations) {
			if strings.HasPrefix(id, s.Article) {
				return true
			}
		}
	}
	return false
}

// is reports whether a claim's value is that of the side, which a question file
// gives in its words or as a pattern.
func (s Side) is(claimed string) bool {
	if strings.Contains(strings.ToLower(claimed), strings.ToLower(s.Value)) {
		return true
	}
	pattern, err := regexp.Compile("(?i)" + s.Value)
	return err == nil && pattern.MatchString(claimed)
}

// citedArticles are the ids of the articles that the citations of these
// numbers point to.
func citedArticles(numbers []int, citations []answer.Citation) []string {
	var ids []string
	for _, n := range numbers {
		for _, c := range citations {
			if c.N == n {
				ids = append(ids, c.Article.ID)
			}
		}
	}
	return ids
}

// judgeCitations counts the statements that are cited and the cited articles
// that are gold.
func (o *Outcome) judgeCitations() {
	cited := 0
	for _, s := range o.Answer.Statements {
		if len(citedArticles(s.Citations, o.Answer.Citations)) > 0 {
			cited++
		}
	}
	o.mark("cited", float64(cited), len(o.Answer.Statements))
	if !o.Question.IsAnswerable() || o.abstainedFreely() {
		return
	}
	articles := o.articles()
	if len(o.Question.Sources) > 0 {
		o.markBool("gold_source", len(goldAmong(articles, o.Question.Sources)) > 0)
	}
	o.judgeGoldArticles(articles)
}

// judgeGoldArticles marks precision over the cited articles, and recall over
// the gold ones: one of the sources, since any of them will do, or, where there
// are none, all articles of the evidence.
func (o *Outcome) judgeGoldArticles(articles []string) {
	evidence := o.Question.evidenceArticles()
	gold := append(evidence, o.Question.Sources...)
	if len(gold) == 0 {
		return
	}
	right := goldAmong(articles, gold)
	o.mark("citation_precision", float64(len(right)), len(articles))
	if len(o.Question.Sources) > 0 {
		o.markBool("citation_recall", len(goldAmong(articles, o.Question.Sources)) > 0)
		return
	}
	found := 0
	for _, id := range evidence {
		found += min(1, len(goldAmong(articles, []string{id})))
	}
	o.mark("citation_recall", float64(found)/float64(len(evidence)), 1)
}

// articles are the ids of the cited articles, each once, in order.
func (o *Outcome) articles() []string {
	var ids []string
	seen := map[string]bool{}
	for _, c := range o.Answer.Citations {
		if !seen[c.Article.ID] {
			seen[c.Article.ID] = true
			ids = append(ids, c.Article.ID)
		}
	}
	return ids
}

// TopCitation is the id of the article that the answer cites first.
func (o *Outcome) TopCitation() string {
	if len(o.Answer.Citations) == 0 {
		return ""
	}
	return o.Answer.Citations[0].Article.ID
}

// goldAmong are the ids that begin with one of the gold ids.
func goldAmong(ids, gold []string) []string {
	var among []string
	for _, id := range ids {
		for _, g := range gold {
			if strings.HasPrefix(id, g) {
				among = append(among, id)
				break
			}
		}
	}
	return among
}

// evidenceArticles are the ids of the gold passages' articles, each once.
func (q Question) evidenceArticles() []string {
	var ids []string
	seen := map[string]bool{}
	for _, e := range q.Evidence {
		if !seen[e.Article] {
			seen[e.Article] = true
			ids = append(ids, e.Article)
		}
	}
	return ids
}
