package answer

import "slices"

// mergeRows puts together the rows that say the same: those that share most of their
// words, and those that stand on one side of a disagreement.
func mergeRows(all []*evidence, differences []*difference) []*statement {
	var rows []*statement
	for _, e := range all {
		same := func(s *statement) bool {
			return sameFact(s.lead, e) || slices.ContainsFunc(differences, func(d *difference) bool {
				side := d.sideOf(e)
				return side >= 0 && side == d.sideOf(s.lead)
			})
		}
		if i := slices.IndexFunc(rows, same); i >= 0 {
			rows[i].also = append(rows[i].also, e)
		} else {
			rows = append(rows, &statement{lead: e})
		}
	}
	return rows
}

// sideOf is the place of the claim that a sentence is a source of; -1 if there is none.
func (d *difference) sideOf(e *evidence) int {
	return slices.IndexFunc(d.claims, func(c claim) bool {
		one := &difference{claims: []claim{c}}
		return one.cites(e)
	})
}

// row is a statement as a row of a comparison.
func (s *statement) row(q *question, differences []*difference) ComparisonRow {
	r := s.lead.row(q)
	for _, e := range s.also {
		r.Also = append(r.Also, e.row(q))
	}
	for i, d := range differences {
		if d.sideOf(s.lead) >= 0 || slices.ContainsFunc(s.also, func(e *evidence) bool { return d.sideOf(e) >= 0 }) {
			r.Differs = append(r.Differs, i)
		}
	}
	return r
}

// row is what the sentence says on a topic.
func (e *evidence) row(q *question) ComparisonRow {
	e.fit(q)
	at := e.passage().Start
	return ComparisonRow{Article: citedArticle(e.hit.Article), Quote: e.quote(), Start: at + e.span.Start, End: at + e.span.End}
}
