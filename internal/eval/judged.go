package eval

// Value is what this question adds to a share or a mean: between 0 and 1, and ok
// is false where the metric does not apply to it.
func (o *Outcome) Value(metric string) (value float64, ok bool) {
	m, ok := o.marks[metric]
	if !ok {
		return 0, false
	}
	return m.sum / float64(m.of), true
}

// Asked is the question as the engine understood it.
func (o *Outcome) Asked() string { return understood(*o) }

// First is the first statement, or empty.
func (o *Outcome) First() string {
	if len(o.Answer.Statements) == 0 {
		return ""
	}
	return o.Answer.Statements[0].Text
}

// Missing is how many groups of Must nothing in the answer matches.
func (o *Outcome) Missing() int { return len(missingPatterns(o.Question, everythingSaid(o.Answer))) }

// Cited are the ids of the articles that the answer cites, each once.
func (o *Outcome) Cited() []string { return o.articles() }
