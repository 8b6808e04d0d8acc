package verify

import (
	"strings"

	"sherpa/internal/text"
)

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
