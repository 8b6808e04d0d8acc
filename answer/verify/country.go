package verify

import (
	"sherpa/internal/text"
)

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
