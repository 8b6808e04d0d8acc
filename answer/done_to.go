package answer

// asksWhatWasDone reports whether the question asks what something was done to: "What was
// stolen?" No time is stolen.
func (q *question) asksWhatWasDone() bool {
	return q.wordAt(0) == "what" && toBe[q.wordAt(1)] && len(q.Words) > 2 && isParticiple(q.wordAt(2))
}
