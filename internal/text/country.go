package text

import "strings"

// countryGroups are the names of countries with those of their people and of
// their capitals.
var countryGroups = []string{
	"america american americans usa united washington",
	"russia russian russians moscow kremlin",
	"ukraine ukrainian ukrainians kyiv kiev",
	"britain british uk england english london",
	"france french paris",
	"germany german germans berlin",
	"china chinese beijing",
	"japan japanese tokyo",
	"india indian indians delhi",
	"europe european europeans eu",
	"italy italian rome",
	"spain spanish madrid",
	"poland polish warsaw",
	"turkey turkish ankara",
	"israel israeli jerusalem",
	"iran iranian tehran",
	"canada canadian ottawa",
	"mexico mexican",
	"brazil brazilian",
	"norway norwegian oslo",
	"sweden swedish stockholm",
	"finland finnish helsinki",
	"netherlands dutch",
	"greece greek athens",
	"egypt egyptian cairo",
	"soviet ussr",
}

// IsCountry reports whether a folded word is the name of a country, of its
// people or of its capital, as far as the lexicon has it.
func IsCountry(norm string) bool { return countries[norm] > 0 }

// Country numbers the countries from 1; it is 0 for a word that names none.
func Country(norm string) int { return countries[norm] }

var countries = func() map[string]int {
	m := map[string]int{}
	for i, g := range countryGroups {
		for w := range strings.FieldsSeq(g) {
			m[w] = i + 1
		}
	}
	return m
}()
