package answer

import (
	"cmp"
	"iter"
	"slices"

	"sherpa/answer/lexicon"
	"sherpa/internal/text"
	"sherpa/retrieval"
)

// camp is whose people are meant: those of a country, or of a person where the
// articles do not say of which country.
type camp struct {
	country int // a group of the lexicon
	person  string
}

// noCamp is nobody's.
var noCamp = camp{}

// states reads camps, and remembers which countries people stand for.
type states struct {
	all       []*evidence
	countryOf map[string]int
}

// of is the camp that some words name.
func (s *states) of(words []retrieval.Word) camp {
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
func (s *states) named(names iter.Seq2[string, int]) camp {
	country, person := 0, ""
	for name, c := range names {
		if c != 0 {
			country = cmp.Or(country, c)
			continue
		}
		if c := s.country(name); c != 0 {
			return camp{country: c}
		}
		person = cmp.Or(person, text.Skeleton(name))
	}
	if country != 0 {
		person = ""
	}
	return camp{country, person}
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

// countryNamed is countryAt for a folded word.
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
		words := e.words()
		for i := range words {
			if !words[i].IsCapital() {
				continue
			}
			c := e.countryBefore(i)
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
func (e *evidence) countryBefore(at int) int {
	words, titled := e.words(), false
	for i := at - 1; i >= 0 && at-i <= titleReach; i-- {
		if words[i].Stop || e.passage().Text[words[i].End:words[i+1].Start] != " " {
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
func (q *question) askedCamp(s *states) camp {
	return s.named(func(yield func(string, int) bool) {
		for t := range q.terms {
			c := countryNamed(q.terms[t].Norm)
			if (c != 0 || q.terms[t].Name) && !yield(q.terms[t].Norm, c) {
				return
			}
		}
	})
}

// companions are the lists of those whom the question asks for, the best first.
// Where it asks for all who came, there is one of each side, and everybody is true.
func companions(q *question, all []*evidence) (found []party, everybody bool) {
	if !q.asksCompany() {
		return nil, false
	}
	s := &states{all: all}
	asked := q.askedCamp(s)
	everybody = asked.country == 0 && (q.has(attendWords) || q.tookPart())
	for _, e := range all {
		for _, p := range e.parties() {
			if p.camp = s.of(e.meant(p.owner)); p.camp != noCamp && (p.camp == asked || everybody && p.camp.country != 0) {
				found = append(found, p)
			}
		}
	}
	slices.SortStableFunc(found, func(a, b party) int { return cmp.Compare(b.worth(q), a.worth(q)) })
	if everybody {
		found = oneOfEach(found)
	}
	return found, everybody
}

// ownSide leaves out the sentences that only tell who came with another side than
// the one that is asked about.
func ownSide(q *question, all []*evidence) []*evidence {
	if !q.asksCompany() {
		return all
	}
	s := &states{all: all}
	asked := q.askedCamp(s)
	if asked.country == 0 {
		return all
	}
	return slices.DeleteFunc(slices.Clone(all), func(e *evidence) bool {
		return slices.ContainsFunc(e.parties(), func(p party) bool {
			c := s.of(e.meant(p.owner))
			return c.country != 0 && c != asked
		})
	})
}

// meant are the words of an owner, or the name of whom it means where it is a pronoun:
// "She was accompanied by …".
func (e *evidence) meant(owner []retrieval.Word) []retrieval.Word {
	if len(owner) == 0 || !pronounSpeakers[owner[0].Norm] {
		return owner
	}
	p := e.passage()
	at, _ := slices.BinarySearchFunc(p.Words, owner[0].Start, func(w retrieval.Word, start int) int { return w.Start - start })
	for _, name := range e.meantIn(text.Span{Start: at, End: at + 1}) {
		return p.Words[max(name.Start, name.End-1):name.End] // the last name
	}
	return nil
}

// oneOfEach puts the best list of each camp before the others; there are none if
// there is one camp only.
func oneOfEach(found []party) []party {
	seen := map[camp]bool{}
	var first, rest []party
	for _, p := range found {
		if seen[p.camp] {
			rest = append(rest, p)
			continue
		}
		seen[p.camp] = true
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
func (p party) worth(q *question) float64 {
	return p.from.score + memberWorth*float64(len(p.members)) + 2*p.from.focusShare(q)
}

// accompany makes the lists the answer. A short answer is one whole list; that of
// one side would be half of those who came.
func (d *draft) accompany(q *question, lists []party, everybody bool) {
	d.found, d.judged = true, lists[0].from
	for _, p := range lists {
		p.from.grant(q)
		if s := saysSame(d.statements, p.from); s != nil {
			s.add(p.from)
		} else if len(d.statements) < maxStatements {
			p.from.fit(q)
			p.from.keep(p.span())
			d.statements = append(d.statements, &statement{lead: p.from})
		}
	}
	if !everybody {
		d.short = lists[0].span().Of(lists[0].from.passage().Text)
	}
}

// grant counts what the question says of company and of the side as found in the
// sentence, which says it by its form.
func (e *evidence) grant(q *question) {
	for t := range q.terms {
		norm := q.terms[t].Norm
		if q.terms[t].Name && e.inPassage(q)[t] > 0 || companyWords[norm] || attendWords[norm] {
			e.matched[t] = max(e.matched[t], relatedShare)
			e.context[t] = max(e.context[t], relatedShare)
		}
	}
}
