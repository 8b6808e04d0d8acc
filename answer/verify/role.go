package verify

import (
	"slices"
	"strings"

	"sherpa/answer/lexicon"
	"sherpa/internal/text"
	"sherpa/internal/value"
)

// counterpart is the name that a source has in the place of a claim's name that
// it does not have; empty if nothing stands there.
func (f *facts) counterpart(n value.Name, sources []*facts) string {
	for _, s := range sources {
		for _, o := range s.names {
			if f.ofCountry(n) == s.ofCountry(o) && !f.hasName(s, o) && f.sameSlot(n, s, o) || f.placed(n) && s.placed(o) && !f.hasName(s, o) {
				return o.Of(s.text)
			}
		}
	}
	return ""
}

// ofCountry reports whether a name is a country's or its people's and no more.
func (f *facts) ofCountry(n value.Name) bool {
	for i := n.First; i < n.Next; i++ {
		if w := &f.words[i]; !w.stop && !text.IsCountry(w.Norm) && !americas["united "+w.Norm] && w.Norm != "united" {
			return false
		}
	}
	return true
}

// hasName reports whether the claim has the last word of a source's name.
func (f *facts) hasName(s *facts, o value.Name) bool {
	for i := o.First; i < o.Next; i++ {
		w := &s.words[i]
		if w.stop || titleWord(w.Norm) || lexicon.PlaceNouns[w.Norm] {
			continue
		}
		for k := range f.words {
			if f.words[k].Norm == w.Norm || f.words[k].key != "" && f.words[k].key == w.key {
				return true
			}
		}
	}
	return false
}

// sameSlot reports whether two names stand in the same place of their sentences:
// both after a preposition of place, beside the same word, or with the same
// office.
func (f *facts) sameSlot(n value.Name, s *facts, o value.Name) bool {
	if f.placed(n) != s.placed(o) {
		return false
	}
	if f.placed(n) {
		return true
	}
	if a, b := f.before(n), s.before(o); a != nil && b != nil && a.content() && b.content() && a.like(b) > 0 {
		return true
	}
	if a, b := f.behind(n), s.behind(o); a != nil && b != nil && a.content() && b.content() && a.like(b) > 0 {
		return true
	}
	return !possessed(&f.words[n.Next-1]) && f.sharesTitle(n, s, o)
}

// possessed reports whether a word ends in 's: what follows is not its office.
func possessed(t *token) bool { return t.Len() > len(t.Text) }

func (f *facts) placed(n value.Name) bool {
	for back := 1; back <= 2 && n.First-back >= 0; back++ {
		w := f.words[n.First-back]
		if lexicon.PlaceLeads[w.Norm] {
			return true
		}
		if !w.stop {
			return false
		}
	}
	return false
}

// reach is how many words may stand between a name and the word beside it.
const reach = 3

// before is the nearest telling word before a name in its clause.
func (f *facts) before(n value.Name) *token {
	for i := n.First - 1; i >= 0 && i >= n.First-reach; i-- {
		if !f.words[i].stop && !f.words[i].number {
			return &f.words[i]
		}
		if f.words[i+1].starts {
			return nil
		}
	}
	return nil
}

// behind is the nearest telling word after a name in its clause.
func (f *facts) behind(n value.Name) *token {
	for i := n.Next; i < len(f.words) && i < n.Next+reach; i++ {
		if f.words[i].starts && (f.words[i].Norm != "and" || f.gap(i) != " ") {
			return nil
		}
		if !f.words[i].stop && !f.words[i].number {
			return &f.words[i]
		}
	}
	return nil
}

// sharesTitle reports whether the same office stands beside both names.
func (f *facts) sharesTitle(n value.Name, s *facts, o value.Name) bool {
	there := s.beside(o)
	return slices.ContainsFunc(f.beside(n), func(w string) bool {
		return titleWord(w) && w != "president" && slices.Contains(there, w)
	})
}

// beside are the words in and around a name.
func (f *facts) beside(n value.Name) []string {
	var words []string
	for i := max(0, n.First-6); i < min(len(f.words), n.Next+6); i++ {
		if f.words[i].starts && i < n.First {
			words = nil
		}
		words = append(words, f.words[i].Norm)
	}
	return words
}

// portfolios tell offices of one title apart: a foreign from a defence minister.
var portfolios = map[string]string{
	"foreign": "foreign", "defense": "defense", "defence": "defense", "finance": "finance", "treasury": "treasury", "commerce": "commerce", "state": "state",
	"interior": "interior", "energy": "energy", "justice": "justice", "prime": "prime", "trade": "trade", "economy": "economy", "health": "health",
}

// offices checks that a person has the office that a source gives: "Treasury
// Secretary" and "Secretary of State" are two.
func (v *Result) offices(claim *facts, sources []*facts) {
	for _, n := range claim.names {
		i := n.Next - 1
		w := &claim.words[i]
		if titleWord(w.Norm) || portfolios[w.Norm] != "" || w.key == "" || text.IsCountry(w.Norm) || !claim.nameIn(w, sources) {
			continue
		}
		office := claim.officeOf(i)
		if office.portfolio == "" {
			continue
		}
		for _, s := range sources {
			own := s.officeOfName(w)
			switch {
			case own.portfolio != "" && own.portfolio != office.portfolio:
				v.Fail(FailedName, office.portfolio+" "+w.Text, own.portfolio)
			case own.portfolio == "" && claim.nameIn(w, []*facts{s}):
				if holder := s.holder(office); holder != nil && holder.key != w.key {
					v.Fail(FailedName, office.portfolio+" "+w.Text, holder.Text)
				}
			}
		}
	}
}

// office is what somebody is: "defense" and "minister".
type office struct{ portfolio, title string }

func (f *facts) officeOfName(name *token) office {
	for i := range f.words {
		if f.words[i].key == name.key && f.words[i].name {
			if o := f.officeOf(i); o.portfolio != "" {
				return o
			}
		}
	}
	return office{}
}

// holder is the last word of the name of who holds an office in the sentence.
func (f *facts) holder(o office) *token {
	for _, n := range f.names {
		if got := f.officeOf(n.Next - 1); got == o && o.title != "" && !titleWord(f.words[n.Next-1].Norm) {
			return &f.words[n.Next-1]
		}
	}
	return nil
}

// titles are the nouns of offices that a portfolio goes with.
var titles = text.WordSet(`minister secretary chief head`)

// officeOf is the office of the person whose name ends with word i.
func (f *facts) officeOf(i int) office {
	var o office
	for k := i - 1; k >= 0 && k >= i-5; k-- {
		if gap := f.gap(k + 1); gap != " " && gap != "-" {
			break
		}
		w := f.words[k]
		if w.stop && !officeJoins[w.Norm] || w.content() && !titleWord(w.Norm) && portfolios[w.Norm] == "" {
			break
		}
		o.add(w.Norm)
	}
	if o.portfolio == "" {
		return f.officeAfter(i)
	}
	return o
}

func (o *office) add(norm string) {
	if p := portfolios[norm]; p != "" && o.portfolio == "" {
		o.portfolio = p
	}
	if titles[norm] && o.title == "" {
		o.title = norm
	}
}

var officeJoins = text.WordSet(`of is was the`)

// officeAfter reads "X, the defence minister" and "X is foreign minister".
func (f *facts) officeAfter(i int) office {
	if i+2 >= len(f.words) {
		return office{}
	}
	next := f.words[i+1]
	apposed := strings.TrimSpace(f.gap(i+1)) == "," && (next.Norm == "the" || text.IsCountry(next.Norm))
	if !apposed && next.Norm != "is" && next.Norm != "was" && next.Norm != "as" {
		return office{}
	}
	var o office
	for k := i + 2; k < min(len(f.words), i+7) && !strings.ContainsAny(f.gap(k), ",;."); k++ {
		o.add(f.words[k].Norm)
	}
	return o
}

// worldWars checks that both sides speak of the same world war.
func (v *Result) worldWars(claim *facts, sources []*facts) {
	own := claim.worldWar()
	for _, s := range sources {
		if other := s.worldWar(); own != 0 && other != 0 && own != other {
			v.Fail(FailedName, "World War", s.text)
		}
	}
}

// worldWar is the number of the world war that the sentence names, or 0.
func (f *facts) worldWar() int {
	for i := 0; i+2 < len(f.words); i++ {
		a, b, c := f.words[i].Norm, f.words[i+1].Norm, f.words[i+2].Norm
		n := 0
		switch {
		case a == "world" && b == "war":
			n = warNumbers[c]
		case b == "world" && c == "war":
			n = warNumbers[a]
		}
		if n != 0 {
			return n
		}
	}
	return 0
}

var warNumbers = map[string]int{"i": 1, "one": 1, "first": 1, "ii": 2, "two": 2, "second": 2}

// countries checks that what the claim calls a country's is not another one's in
// the sources: "American soldiers" are no "Soviet pilots".
func (v *Result) countries(claim *facts, sources []*facts) {
	for i := range claim.words {
		w := &claim.words[i]
		own := claim.countriesOf(i)
		if len(own) == 0 || !w.content() || !claim.nameIn(own[0], sources) {
			continue
		}
		for _, s := range sources {
			if other := s.otherCountry(w, own); other != "" {
				v.Fail(FailedName, own[0].Text+" "+w.Text, other)
			}
		}
	}
}

// otherCountry is the country whose thing t is in the sentence, if it is none of
// those given.
func (f *facts) otherCountry(t *token, own []*token) string {
	other := ""
	for i := range f.words {
		if f.words[i].like(t) == 0 || !f.words[i].content() {
			continue
		}
		for _, c := range f.countriesOf(i) {
			for _, o := range own {
				if sameCountry(c, o) {
					return ""
				}
			}
			other = c.Text
		}
	}
	return other
}

// sameCountry reports whether two words name one country; news says "Russian" of
// what was Soviet.
func sameCountry(a, b *token) bool {
	soviet := func(t *token) bool { return t.Norm == "soviet" || t.Norm == "ussr" }
	russia := nameKey("russia")
	return a.key == b.key || soviet(a) && b.key == russia || soviet(b) && a.key == russia
}

// countriesOf are the countries that word i is said to be of: "Soviet pilots",
// "the graves of Soviet pilots", "Russia's economy".
func (f *facts) countriesOf(i int) []*token {
	var found []*token
	if i > 0 && text.IsCountry(f.words[i-1].Norm) && f.gap(i) == " " {
		found = append(found, &f.words[i-1])
	}
	if i+2 < len(f.words) && f.words[i+1].Norm == "of" {
		k := i + 2
		if f.words[k].Norm == "the" && k+1 < len(f.words) {
			k++
		}
		if text.IsCountry(f.words[k].Norm) {
			found = append(found, &f.words[k])
		}
	}
	return found
}
