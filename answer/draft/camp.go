package draft

import (
	"cmp"
	"iter"
	"slices"

	"sherpa/answer/evidence"
	"sherpa/answer/lexicon"
	"sherpa/answer/question"
	"sherpa/answer/short"
	"sherpa/answer/yesno"
	"sherpa/internal/text"
	"sherpa/retrieval"
)

// noCamp is nobody's.
var noCamp = yesno.Camp{}

// states reads camps, and remembers which countries people stand for.
type states struct {
	all       []*evidence.Evidence
	countryOf map[string]int
}

// of is the camp that some words name.
func (s *states) of(words []retrieval.Word) yesno.Camp {
	return s.named(func(yield func(string, int) bool) {
		for i, w := range words {
			c := countryAt(words, i)
			if (c != 0 || w.IsCapital() && !w.Stop) && !yield(w.Norm, c) {
				return
			}
		}
	})
}

// named is the camp of names, given with the countries that they are names of, or
// 0: that of the first person whose country is known, else of the first country,
// else of the first person.
func (s *states) named(names iter.Seq2[string, int]) yesno.Camp {
	country, person := 0, ""
	for name, c := range names {
		if c != 0 {
			country = cmp.Or(country, c)
			continue
		}
		if c := s.country(name); c != 0 {
			return yesno.Camp{Country: c}
		}
		person = cmp.Or(person, text.Skeleton(name))
	}
	if country != 0 {
		person = ""
	}
	return yesno.Camp{Country: country, Person: person}
}

// countryAt is the country that a word names, or its people or capital; else 0.
func countryAt(words []retrieval.Word, i int) int {
	norm := words[i].Norm
	if norm == "united" {
		if i+1 == len(words) || words[i+1].Norm != "states" {
			return 0
		}
		norm = "usa"
	}
	return countryNamed(norm)
}

// countryNamed is the country that a folded word names, or its people or capital; else 0.
func countryNamed(norm string) int {
	if norm == "united" {
		return 0
	}
	return text.Country(norm)
}

// country is the country that the articles name before a person's title and name
// most often ("Danish Prime Minister Ann Lund"), or 0.
func (s *states) country(name string) int {
	if s.countryOf == nil {
		s.readCountries()
	}
	return s.countryOf[text.Skeleton(name)]
}

// readCountries reads the countries of all persons, by their last names.
func (s *states) readCountries() {
	type vote struct {
		name    string
		country int
	}
	s.countryOf = map[string]int{}
	votes := map[vote]int{}
	for _, e := range s.all {
		words := e.Words()
		for i := range words {
			if !words[i].IsCapital() {
				continue
			}
			c := countryBefore(e, i)
			if c == 0 {
				continue
			}
			name := text.Skeleton(words[i].Norm)
			v := vote{name, c}
			if votes[v]++; votes[v] > votes[vote{name, s.countryOf[name]}] {
				s.countryOf[name] = c
			}
		}
	}
}

// countryBefore is the country that stands before the title and the first names
// of the person whose last name is word at.
func countryBefore(e *evidence.Evidence, at int) int {
	words, titled := e.Words(), false
	for i := at - 1; i >= 0 && at-i <= titleReach; i-- {
		if words[i].Stop || e.Passage().Text[words[i].End:words[i+1].Start] != " " {
			return 0
		}
		if c := countryAt(words, i); c != 0 {
			if titled {
				return c
			}
			return 0
		}
		titled = titled || lexicon.RoleWords[words[i].Norm]
	}
	return 0
}

// titleReach is how many words there are at the most from the country to the last
// name.
const titleReach = 6

// askedCamp is whose people the question asks for.
func askedCamp(q *question.Question, s *states) yesno.Camp {
	return s.named(func(yield func(string, int) bool) {
		for t := range q.Terms {
			c := countryNamed(q.Terms[t].Norm)
			if (c != 0 || q.Terms[t].Name) && !yield(q.Terms[t].Norm, c) {
				return
			}
		}
	})
}

// companions are the lists of those whom the question asks for, the best first.
// Where it asks for all who came, there is one of each side, and everybody is true.
func companions(q *question.Question, all []*evidence.Evidence) (found []yesno.Party, everybody bool) {
	if !asksCompany(q) {
		return nil, false
	}
	s := &states{all: all}
	asked := askedCamp(q, s)
	everybody = asked.Country == 0 && (q.Has(attendWords) || tookPart(q))
	for _, e := range all {
		for _, p := range yesno.Parties(e) {
			if p.Camp = s.of(meant(e, p.Owner)); p.Camp != noCamp && (p.Camp == asked || everybody && p.Camp.Country != 0) {
				found = append(found, p)
			}
		}
	}
	slices.SortStableFunc(found, func(a, b yesno.Party) int { return cmp.Compare(worth(b, q), worth(a, q)) })
	if everybody {
		found = oneOfEach(found)
	}
	return found, everybody
}

// ownSide leaves out the sentences that only tell who came with another side than
// the one that is asked about.
func ownSide(q *question.Question, all []*evidence.Evidence) []*evidence.Evidence {
	if !asksCompany(q) {
		return all
	}
	s := &states{all: all}
	asked := askedCamp(q, s)
	if asked.Country == 0 {
		return all
	}
	return slices.DeleteFunc(slices.Clone(all), func(e *evidence.Evidence) bool {
		return slices.ContainsFunc(yesno.Parties(e), func(p yesno.Party) bool {
			c := s.of(meant(e, p.Owner))
			return c.Country != 0 && c != asked
		})
	})
}

// meant are the words of an owner, or the name of whom it means where it is a pronoun:
// "She was accompanied by …".
func meant(e *evidence.Evidence, owner []retrieval.Word) []retrieval.Word {
	if len(owner) == 0 || !evidence.PronounSpeakers[owner[0].Norm] {
		return owner
	}
	p := e.Passage()
	at, _ := slices.BinarySearchFunc(p.Words, owner[0].Start, func(w retrieval.Word, start int) int { return w.Start - start })
	for _, name := range e.MeantIn(text.Span{Start: at, End: at + 1}) {
		return p.Words[max(name.Start, name.End-1):name.End] // the last name
	}
	return nil
}

// oneOfEach puts the best list of each camp before the others; there are none if
// there is one camp only.
func oneOfEach(found []yesno.Party) []yesno.Party {
	seen := map[yesno.Camp]bool{}
	var first, rest []yesno.Party
	for _, p := range found {
		if seen[p.Camp] {
			rest = append(rest, p)
			continue
		}
		seen[p.Camp] = true
		first = append(first, p)
	}
	if len(first) < 2 {
		return nil
	}
	return append(first, rest...)
}

// memberWorth is what each member of a list is worth in log odds.
const memberWorth = 0.5

// worth weighs a list by its sentence and its length, and by whether it has the
// offices that are asked for.
func worth(p yesno.Party, q *question.Question) float64 {
	return p.From.Score + memberWorth*float64(len(p.Members)) + 2*p.From.FocusShare(q)
}

// accompany makes the lists the answer. A short answer is one whole list; that of
// one side would be half of those who came.
func (d *Draft) accompany(q *question.Question, lists []yesno.Party, everybody bool) {
	d.Found, d.Judged = true, lists[0].From
	for _, p := range lists {
		grant(p.From, q)
		if corroborated(d.Statements, p.From) {
			continue // a shorter list of another article tells on whom the articles agree
		}
		if len(d.Statements) < short.MaxStatements {
			FitQuote(p.From, q)
			keep(p.From, p.Span())
			d.Statements = append(d.Statements, &Statement{Lead: p.From})
		}
	}
	if !everybody {
		d.Short = lists[0].Span().Of(lists[0].From.Passage().Text)
	}
}

// grant counts what the question says of company and of the side as found in the
// sentence, which says it by its form.
func grant(e *evidence.Evidence, q *question.Question) {
	for t := range q.Terms {
		norm := q.Terms[t].Norm
		if q.Terms[t].Name && e.InPassage(q)[t] > 0 || companyWords[norm] || attendWords[norm] {
			e.Matched[t] = max(e.Matched[t], question.RelatedShare)
			e.Context[t] = max(e.Context[t], question.RelatedShare)
		}
	}
}
