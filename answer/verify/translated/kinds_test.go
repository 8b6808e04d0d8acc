//nolint:misspell // words of other languages
package translated_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"sherpa/answer/verify"
	"sherpa/answer/verify/translated"
)

func kindsOf(v verify.Result) []verify.FailureKind {
	var kinds []verify.FailureKind
	for _, f := range v.Failures {
		kinds = append(kinds, f.Kind)
	}
	return kinds
}

func TestVerifyTranslated(t *testing.T) {
	t.Parallel()
	const (
		talks   = "The talks lasted nearly three hours and cost $1.2 billion."
		crowd   = "More than 230,000 people came on Friday, August 15, 2025, at 7 p.m. GMT."
		share   = "About one-fifth of the 8.5 million voters are over 65."
		absent  = "Ukrainian President Volodymyr Zelenskyy was excluded from the summit."
		thanked = "Putin thanked Trump."
		table   = "Foreign Minister Sergei Lavrov met Treasury Secretary Scott Bessent."
		quote   = "Trump called them “very productive”."
		deal    = "Germany refused to sign, but no sanctions were lifted."
	)
	name, number, date, duration := verify.FailedName, verify.FailedNumber, verify.FailedDate, verify.FailedDuration
	negation, quotation := verify.FailedNegation, verify.FailedQuote
	for title, tc := range map[string]struct {
		lang, sentence, span string
		want                 []verify.FailureKind
	}{
		"hours in words":                 {"es", "Las conversaciones duraron casi tres horas.", talks, nil},
		"hours in a compound":            {"ru", "Почти трёхчасовые переговоры завершены.", talks, nil},
		"a bound left out":               {"de", "Die Gespräche dauerten drei Stunden.", talks, nil},
		"a bound put in its place":       {"uk", "Переговори тривали понад три години.", talks, []verify.FailureKind{duration}},
		"a long scale":                   {"es", "Costaron 1.200 millones de dólares.", talks, nil},
		"a long scale misread":           {"es", "Costaron 1,2 billones de dólares.", talks, []verify.FailureKind{number}},
		"a milliard":                     {"fr", "Elles ont coûté 1,2 milliard de dollars.", talks, nil},
		"a Billion":                      {"de", "Sie kosteten 1,2 Billionen Dollar.", talks, []verify.FailureKind{number}},
		"another currency":               {"ru", "Они стоили 1,2 млрд евро.", talks, []verify.FailureKind{number}},
		"groups parted by spaces":        {"fr", "Plus de 230 000 personnes sont venues.", crowd, nil},
		"groups parted by points":        {"de", "Es kamen mehr als 230.000 Menschen.", crowd, nil},
		"a whole date":                   {"ru", "Они пришли в пятницу, 15 августа 2025 года.", crowd, nil},
		"a date in figures":              {"de", "Sie kamen am 15.08.2025.", crowd, nil},
		"another month":                  {"es", "Llegaron el viernes 15 de abril de 2025.", crowd, []verify.FailureKind{date}},
		"a time of the evening":          {"es", "Llegaron a las 7 de la tarde.", crowd, nil},
		"a time of 24 hours":             {"fr", "Ils sont arrivés à 19h00 GMT.", crowd, nil},
		"another time":                   {"de", "Sie kamen um 20 Uhr.", crowd, []verify.FailureKind{date}},
		"a fraction":                     {"uk", "Приблизно одна п’ята виборців старші за 65.", share, nil},
		"a percentage for a fraction":    {"fr", "Environ 20 % des électeurs.", share, nil},
		"another fraction":               {"de", "Etwa ein Viertel der Wähler.", share, []verify.FailureKind{number}},
		"tens and units":                 {"fr", "Les électeurs de plus de soixante-cinq ans.", share, []verify.FailureKind{duration}},
		"a name's sound":                 {"ru", "Президент Украины Владимир Зеленский был исключён из саммита.", absent, nil},
		"a name's case":                  {"uk", "Зеленського виключили із саміту.", absent, nil},
		"another name":                   {"ru", "Президент Украины Пётр Порошенко был исключён из саммита.", absent, []verify.FailureKind{name, name}},
		"another country":                {"es", "El presidente polaco Volodymyr Zelenskyy fue excluido de la cumbre.", absent, []verify.FailureKind{name}},
		"an opposite":                    {"de", "Zelenskyy nahm an dem Gipfel teil.", absent, []verify.FailureKind{negation}},
		"a denied opposite":              {"de", "Zelenskyy nahm nicht an dem Gipfel teil.", absent, nil},
		"who did it to whom":             {"es", "Trump agradeció a Putin.", thanked, []verify.FailureKind{name}},
		"the same to the same":           {"es", "Putin agradeció a Trump.", thanked, nil},
		"another's office":               {"fr", "Le ministre des Finances Sergei Lavrov était là.", table, []verify.FailureKind{name}},
		"an office that nobody has":      {"de", "Verteidigungsminister Scott Bessent war da.", table, []verify.FailureKind{name}},
		"names of two in one":            {"uk", "Прийшов Scott Lavrov.", table, []verify.FailureKind{name}},
		"a quotation":                    {"ru", "Trump назвал их «very productive».", quote, nil},
		"a translated quotation":         {"es", "Trump las calificó de “muy productivas”.", quote, []verify.FailureKind{quotation}},
		"a part of a word":               {"fr", "Trump les a qualifiées de « very product ».", quote, []verify.FailureKind{quotation}},
		"a mark that is not closed":      {"de", "Trump nannte sie „very productive.", quote, []verify.FailureKind{quotation}},
		"a refusal":                      {"uk", "Німеччина відмовилася підписати.", deal, nil},
		"a refusal turned round":         {"fr", "L’Allemagne a accepté de signer.", deal, []verify.FailureKind{negation}},
		"a denial dropped":               {"es", "Se levantaron las sanciones.", deal, []verify.FailureKind{negation}},
		"letters of another script":      {"ru", "No es ruso, 这不是俄语.", deal, []verify.FailureKind{translated.FailedLanguage}},
		"a language that is not read":    {"it", "Ho capito.", deal, []verify.FailureKind{translated.FailedLanguage}},
		"nothing":                        {"fr", "", deal, nil},
		"an answer in the articles' own": {"de", "Putin thanked Trump.", thanked, nil},
	} {
		t.Run(title, func(t *testing.T) {
			t.Parallel()
			got := translated.Sentence(tc.sentence, tc.lang, []string{tc.span})
			if diff := cmp.Diff(tc.want, kindsOf(got)); diff != "" {
				t.Errorf("%+v\n%s", got.Failures, diff)
			}
		})
	}
}

// Articles may be in any of the languages that are read.
func TestVerifyTranslatedOfOtherArticles(t *testing.T) {
	t.Parallel()
	const (
		german  = "Die Gespräche zwischen Olaf Berg und Ana Ruiz in Wien dauerten am Mittwoch fast drei Stunden, ein Abkommen wurde nicht unterzeichnet."
		russian = "Министр финансов Антон Силуанов заявил в среду, что бюджет вырастет на 4 процента до 1,5 млрд рублей."
	)
	for title, tc := range map[string]struct {
		lang, sentence, span string
		ok                   bool
	}{
		"German in English":            {"en", "The talks between Olaf Berg and Ana Ruiz in Vienna lasted nearly 3 hours on Wednesday.", german, true},
		"German in Spanish":            {"es", "Las conversaciones entre Olaf Berg y Ana Ruiz en Viena duraron casi tres horas.", german, true},
		"German in English, the day":   {"en", "The talks in Vienna took place on Thursday.", german, false},
		"German in English, denied":    {"en", "An agreement was signed.", german, false},
		"German in English, the place": {"en", "The talks took place in Geneva.", german, false},
		"Russian in English":           {"en", "Finance Minister Anton Siluanov said on Wednesday that the budget would grow by 4 percent to 1.5 billion rubles.", russian, true},
		"Russian in Ukrainian":         {"uk", "Міністр фінансів Антон Силуанов заявив у середу, що бюджет зросте на 4 відсотки.", russian, true},
		"Russian in German, the sum":   {"de", "Der Haushalt wächst auf 1,5 Millionen Rubel.", russian, false},
		"Russian in English, the name": {"en", "Finance Minister Maxim Oreshkin said on Wednesday that the budget would grow.", russian, false},
		"Russian in French, fewer":     {"fr", "Le budget diminuera de 4 %.", russian, false},
	} {
		t.Run(title, func(t *testing.T) {
			t.Parallel()
			if got := translated.Sentence(tc.sentence, tc.lang, []string{tc.span}); got.OK() != tc.ok {
				t.Errorf("%+v, want OK: %v", got.Failures, tc.ok)
			}
		})
	}
}
