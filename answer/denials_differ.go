package answer

import (
	"slices"

	"sherpa/retrieval"
)

// denialsDiffer finds an article that says that what is asked for happened, and
// another that says that it did not.
func denialsDiffer(q *question, m *matters) *difference {
	if q.has(negations) || q.has(modals) {
		return nil
	}
	if q.askedPerson() != "" && q.asksAttendance() {
		return nil // who was excluded from a summit does not tell whether somebody else was there
	}
	var yes, no []account
	for _, e := range m.best {
		for _, clause := range e.eventClauses(q) {
			s := account{from: e, at: q.matterSpan(clause)}
			switch {
			case q.flatlyDenied(clause):
				no = append(no, s)
			case !slices.ContainsFunc(clause, isDenying):
				yes = append(yes, s)
			}
		}
	}
	yes, no = withoutArticles(yes, no), withoutArticles(no, yes)
	return firstOpposed("yes or no", m, yes, no, func(account, account) bool { return true })
}

// withoutArticles leaves out the accounts of articles that are among the others: who
// says both, speaks of two things.
func withoutArticles(all, others []account) []account {
	return slices.DeleteFunc(slices.Clone(all), func(s account) bool {
		return slices.ContainsFunc(others, func(o account) bool { return o.from.article() == s.from.article() })
	})
}

func isDenying(w retrieval.Word) bool {
	return negations[w.Norm] || denials[w.Norm] || qualified[w.Norm]
}

// flatlyDenied reports whether a clause denies the event close behind the denying
// word, for good: neither up to now ("has not", "not yet") nor in part ("not all").
func (q *question) flatlyDenied(clause []retrieval.Word) bool {
	at := slices.IndexFunc(clause, func(w retrieval.Word) bool { return deniers[w.Norm] || denials[w.Norm] })
	if at < 0 || slices.ContainsFunc(clause, func(w retrieval.Word) bool { return qualified[w.Norm] || temporary[w.Norm] }) || passing[clause[at].Norm] {
		return false
	}
	if at > 0 && passing[clause[at-1].Norm] {
		return false
	}
	near := clause[at+1 : min(len(clause), at+1+denyReach)]
	return slices.ContainsFunc(near, q.matterTerm)
}

var (
	// qualified are the words that make a statement one in part.
	qualified = wordSet(`only just all every always necessarily alone merely immediately fully completely almost nearly partly partially largely mostly`)
	// temporary are those that make a denial one for a time.
	temporary = wordSet(`yet until till longer initially first still again before since ever already later then`)
	// passing are the verbs by which a denial says how things stand while it is
	// written, which may change.
	passing = wordSet(`has have is are does do hasn't haven't isn't aren't doesn't don't`)
)
