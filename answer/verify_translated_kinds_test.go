//nolint:misspell // words of other languages
package answer_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"sherpa/answer"
)

func kindsOf(v answer.Verification) []answer.FailureKind {
	var kinds []answer.FailureKind
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
	name, number, date, duration := answer.FailedName, answer.FailedNumber, answer.FailedDate, answer.FailedDuration
	negation, quotation := answer.FailedNegation, answer.FailedQuote
	for title, tc := range map[string]struct {
		lang, sentence, span string
		want                 []answer.FailureKind
	}{
		"hours in words":                 {"es", "Las conversaciones duraron casi tres horas.", talks, nil},
		"hours in a compound":            {"ru", "Почти трёхчасовые переговоры завершены.", talks, nil},
		"a bound left out":               {"de", "Die Gespräche dauerten drei Stunden.", talks, nil},
		"a bound put in its place":       {"uk", "Переговори тривали понад три години.", talks, []answer.FailureKind{duration}},
		"a long scale":                   {"es", "Costaron 1.200 millones de dólares.", talks, nil},
		"a long scale misread":           {"es", "Costaron 1,2 billones de dólares.", talks, []answer.FailureKind{number}},
		"a milliard":                     {"fr", "Elles ont coûté 1,2 milliard de dollars.", talks, nil},
		"a Billion":                      {"de", "Sie kosteten 1,2 Billionen Dollar.", talks, []answer.FailureKind{number}},
		"another currency":               {"ru", "Они стоили 1,2 млрд евро.", talks, []answer.FailureKind{number}},
		"groups parted by spaces":        {"fr", "Plus de 230 000 personnes sont venues.", crowd, nil},
		"groups parted by points":        {"de", "Es kamen mehr als 230.000 Menschen.", crowd, nil},
		"a whole date":                   {"ru", "Они пришли в пятницу, 15 августа 2025 года.", crowd, nil},
		"a date in figures":              {"de", "Sie kamen am 15.08.2025.", crowd, nil},
		"another month":                  {"es", "Llegaron el viernes 15 de abril de 2025.", crowd, []answer.FailureKind{date}},
		"a time of the evening":          {"es", "Llegaron a las 7 de la tarde.", crowd, nil},
		"a time of 24 hours":             {"fr", "Ils sont arrivés à 19h00 GMT.", crowd, nil},
		"another time":                   {"de", "Sie kamen um 20 Uhr.", crowd, []answer.FailureKind{date}},
		"a fraction":                     {"uk", "Приблизно одна п’ята виборців старші за 65.", share, nil},
		"a percentage for a fraction":    {"fr", "Environ 20 % des électeurs.", share, nil},
		"another fraction":               {"de", "Etwa ein Viertel der Wähler.", share, []answer.FailureKind{number}},
		"tens and units":                 {"fr", "Les électeurs de plus de soixante-cinq ans.", share, []answer.FailureKind{duration}},
		"a name's sound":                 {"ru", "Президент Украины Владимир Зеленский был исключён из саммита.", absent, nil},
		"a name's case":                  {"uk", "Зеленського виключили із саміту.", absent, nil},
		"another name":                   {"ru", "Президент Украины Пётр Порошенко был исключён из саммита.", absent, []answer.FailureKind{name, name}},
		"another country":                {"es", "El presidente polaco Volodymyr Zelenskyy fue excluido de la cumbre.", absent, []answer.FailureKind{name}},
		"an opposite":                    {"de", "Zelenskyy nahm an dem Gipfel teil.", absent, []answer.FailureKind{negation}},
		"a denied opposite":              {"de", "Zelenskyy nahm nicht an dem Gipfel teil.", absent, nil},
		"who did it to whom":             {"es", "Trump agradeció a Putin.", thanked, []answer.FailureKind{name}},
		"the same to the same":           {"es", "Putin agradeció a Trump.", thanked, nil},
		"another's office":               {"fr", "Le ministre des Finances Sergei Lavrov était là.", table, []answer.FailureKind{name}},
		"an office that nobody has":      {"de", "Verteidigungsminister Scott Bessent war da.", table, []answer.FailureKind{name}},
		"names of two in one":            {"uk", "Прийшов Scott Lavrov.", table, []answer.FailureKind{name}},
		"a quotation":                    {"ru", "Trump назвал их «very productive».", quote, nil},
		"a translated quotation":         {"es", "Trump las calificó de “muy productivas”.", quote, []answer.FailureKind{quotation}},
		"a part of a word":               {"fr", "Trump les a qualifiées de « very product ».", quote, []answer.FailureKind{quotation}},
		"a mark that is not closed":      {"de", "Trump nannte sie „very productive.", quote, []answer.FailureKind{quotation}},
		"a refusal":                      {"uk", "Німеччина відмовилася підписати.", deal, nil},
		"a refusal turned round":         {"fr", "L’Allemagne a accepté de signer.", deal, []answer.FailureKind{negation}},
		"a denial dropped":               {"es", "Se levantaron las sanciones.", deal, []answer.FailureKind{negation}},
		"letters of another script":      {"ru", "No es ruso, 这不是俄语.", deal, []answer.FailureKind{answer.FailedLanguage}},
		"a language that is not read":    {"it", "Ho capito.", deal, []answer.FailureKind{answer.FailedLanguage}},
		"nothing":                        {"fr", "", deal, nil},
		"an answer in the articles' own": {"de", "Putin thanked Trump.", thanked, nil},
	} {
		t.Run(title, func(t *testing.T) {
			t.Parallel()
			got := answer.VerifyTranslated(tc.sentence, tc.lang, []string{tc.span})
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
			if got := answer.VerifyTranslated(tc.sentence, tc.lang, []string{tc.span}); got.OK() != tc.ok {
				t.Errorf("%+v, want OK: %v", got.Failures, tc.ok)
			}
		})
	}
}
