package translated_test

import (
	"regexp"
	"strings"
	"testing"
	"unicode"

	"sherpa/answer/verify"
	"sherpa/answer/verify/translated"
	"sherpa/internal/text"
)

// swaps change a word of a language into another of its kind, in the same form.
var swaps = map[verify.FailureKind]map[string]string{
	verify.FailedDate: {
		"enero": "abril", "febrero": "octubre", "marzo": "julio", "agosto": "mayo", "octubre": "enero", "junio": "agosto", "lunes": "jueves", "martes": "viernes",
		"février": "octobre", "mai": "août", "octobre": "janvier", "lundi": "jeudi", "mercredi": "samedi", "jeudi": "mardi", "vendredi": "dimanche", "samedi": "lundi",
		"Januar": "Juli", "Mai": "März", "Juni": "Oktober", "November": "Februar", "Mittwochmorgen": "Freitagmorgen",
		"четверг": "вторник", "пятницу": "среду", "субботу": "понедельник", "среду": "пятницу", "вторник": "четверг", "майской": "июльской",
		"серпні": "травні", "березня": "жовтня", "січні": "червні", "понеділок": "четвер",
	},
	verify.FailedName: {
		"Ucrania": "Polonia", "Rusia": "Suecia", "Portugal": "Italia", "Vietnam": "Japón", "Brasil": "Canadá", "Moscú": "Madrid", "China": "Egipto", "India": "Irán", "OTAN": "ONU",
		"estadounidense": "canadiense", "brasileña": "chilena", "ruso": "turco", "soviéticos": "franceses",
		"Brésil": "Chili", "Japon": "Vietnam", "Suède": "Norvège", "Italie": "Espagne", "Moscou": "Londres", "américaine": "chinoise", "Islande": "Irlande",
		"ukrainische": "türkische", "russisches": "finnisches", "brasilianischen": "peruanischen", "Kanada": "Mexiko", "Norwegen": "Dänemark", "NATO": "EU",
		"Украине": "Германии", "Украины": "Турции", "России": "Индии", "Португалии": "Бразилии", "Киев": "Лондон", "США": "Япония", "НАТО": "ООН", "Швеция": "Швейцария", "Исландия": "Ирландия", "советских": "немецких",
		"Москві": "Парижі", "Україні": "Польщі", "України": "Польщі", "Росії": "Швеції", "Норвегії": "Данії", "Бразилії": "Аргентини", "Італії": "Іспанії", "Крим": "Чад",
	},
	verify.FailedNumber: {
		"millones": "billones", "millions": "milliards", "million": "milliard", "Millionen": "Milliarden", "Milliarden": "Millionen", "миллионов": "миллиардов", "млн": "млрд", "млрд": "млн", "мільярда": "мільйона",
		"sechs": "sieben", "пятой": "шестой", "tres": "cuatro", "шести": "семи", "три": "чотири", "dollars": "euros", "euros": "dollars", "Dollar": "Euro", "доларів": "євро", "kilómetros": "metros", "Tonnen": "Kilo",
	},
	verify.FailedDuration: {
		"horas": "días", "heures": "minutes", "jours": "semaines", "mois": "ans", "Stunden": "Tage", "Wochen": "Monate", "Minuten": "Stunden", "Jahrzehnten": "Jahren",
		"дней": "часов", "минут": "недель", "часа": "дня", "года": "месяца", "години": "тижні", "місяці": "роки", "años": "meses", "años.": "meses.",
	},
	verify.FailedNegation: {
		"kein": "ein", "keine": "eine", "Kein": "Ein", "nunca": "siempre", "отклонено": "принято",
		"Ostfront": "Westfront", "rechazara": "aceptara", "refusé": "accepté", "rejetée": "acceptée", "отказалась": "согласилась", "відхилила": "прийняла", "abiertos": "cerrados", "fermé": "ouvert",
		"geschlossen": "geöffnet", "открытыми": "закрытыми", "закритий": "відкритий", "negó": "confirmó", "заперечила": "підтвердила", "відмовився": "погодився", "geweigert": "bereit", "ausgeschlossen": "eingeladen",
	},
}

var (
	notWords = map[string]*regexp.Regexp{
		"es": regexp.MustCompile(` no `), "fr": regexp.MustCompile(` n[’']([a-zéè]+) (?:pas|jamais|aucun)`), "de": regexp.MustCompile(` nicht `), "ru": regexp.MustCompile(` не `), "uk": regexp.MustCompile(` не `),
	}
	verbs = map[string]*regexp.Regexp{
		"es": regexp.MustCompile(` (duraron|dijo|pidió|llegó|asistió|firmado|representaron|sigue|depositó|ganó|tuvieron) `), "fr": regexp.MustCompile(` (a|ont|est|étaient|restera|paiera|expire|supprime) `),
		"de": regexp.MustCompile(` (wurde|nannte|soll|brauchen|bleibt|sind|hat|war|ist|gehörte) `), "ru": regexp.MustCompile(` (прошёл|опасались|заявил|завершилась|встревожило|длилась|присутствовал|перейдёт|подписал|начался|заплатит|возложил|составили) `),
		"uk": regexp.MustCompile(` (подякував|вимагає|очікується|узяв|розмовляли|має|відмовився|забив|піднявся|виграв|назвав|тривали|обіцяв) `),
	}
	// twice are the words that deny beside the "not" of a verb, denied the words
	// that a second "not" would take back.
	twice       = regexp.MustCompile(`(?i)ning[uú]n|aucun|ни |нич|ніч|никогда|ніколи|никто|ніхто|жод|nunca|jamais`)
	denied      = regexp.MustCompile(`(?i) (no|ni|nunca|ning[uú]n|n’|ne|nicht|kein[a-z]*|не|ни|ні|никогда|ніколи|aucun|жод[а-я]*) |n’`)
	quotedWords = regexp.MustCompile(`[“„«][^”“»]*[”“»]`)
	digits      = regexp.MustCompile(`[0-9]+`)
)

// seeded is a sentence with one error.
type seeded struct {
	kind             verify.FailureKind
	sentence, source string
}

// seedTranslation makes a translated sentence wrong in each way that it can be.
func seedTranslation(c translation) []seeded {
	var all []seeded
	quotes := quotedWords.FindAllStringIndex(c.Sentence, -1)
	change := func(kind verify.FailureKind, from, to int, with string) {
		for _, q := range quotes {
			if from >= q[0] && to <= q[1] {
				return
			}
		}
		all = append(all, seeded{kind, c.Sentence[:from] + with + c.Sentence[to:], c.Spans[0]})
	}
	for _, m := range digits.FindAllStringIndex(c.Sentence, -1) {
		d := c.Sentence[m[0]]
		change(verify.FailedNumber, m[0], m[0]+1, string('1'+(d-'0'+2)%9))
	}
	for _, w := range text.Words(c.Sentence) {
		for kind, list := range swaps {
			if with, ok := list[w.Text]; ok {
				change(kind, w.Start, w.Start+len(w.Text), with)
			}
		}
		if isName(w, c) {
			change(verify.FailedName, w.Start, w.Start+len(w.Text), "Bergdorf")
		}
	}
	for _, q := range quotes {
		inside := c.Sentence[q[0]:q[1]]
		if at := strings.LastIndexByte(inside, ' '); at > 0 {
			all = append(all, seeded{verify.FailedQuote, c.Sentence[:q[0]] + inside[:at] + " whatever" + inside[at:] + c.Sentence[q[1]:], c.Spans[0]})
		}
	}
	if m := notWords[c.Lang].FindStringIndex(c.Sentence); m != nil && !twice.MatchString(c.Sentence) {
		all = append(all, seeded{verify.FailedNegation, c.Sentence[:m[0]] + notWords[c.Lang].ReplaceAllString(c.Sentence[m[0]:m[1]], " $1 ") + c.Sentence[m[1]:], c.Spans[0]})
	}
	if m := verbs[c.Lang].FindStringSubmatchIndex(c.Sentence); m != nil && !denied.MatchString(c.Sentence[:m[3]]+" ") && !denied.MatchString(c.Sentence[m[0]:min(len(c.Sentence), m[1]+20)]) {
		all = append(all, seeded{verify.FailedNegation, denyVerb(c, m[2], m[3]), c.Spans[0]})
	}
	return all
}

// denyVerb puts a negation to the verb.
func denyVerb(c translation, from, to int) string {
	verb := c.Sentence[from:to]
	switch c.Lang {
	case "es":
		verb = "no " + verb
	case "fr":
		verb = "ne " + verb + " pas"
	case "de":
		verb += " nicht"
	default:
		verb = "не " + verb
	}
	return c.Sentence[:from] + verb + c.Sentence[to:]
}

// isName reports whether a word is a name that the source has in the same
// letters.
func isName(w text.Word, c translation) bool {
	latin := strings.IndexFunc(w.Text, func(r rune) bool { return !unicode.Is(unicode.Latin, r) }) < 0
	return latin && w.IsCapital() && len(w.Text) > 3 && strings.Contains(c.Spans[0], w.Text+" ") && !strings.HasPrefix(w.Text, "Million")
}

func TestVerifyTranslatedCatchesSeededErrors(t *testing.T) {
	t.Parallel()
	caught, all := map[verify.FailureKind]int{}, map[verify.FailureKind]int{}
	total, found := 0, 0
	for _, name := range []string{"translated_dev.jsonl", "translated.jsonl"} {
		for _, c := range translations(t, name) {
			if right := translated.Sentence(c.Sentence, c.Lang, c.Spans); !c.Right || !right.OK() {
				continue
			}
			for _, s := range seedTranslation(c) {
				all[s.kind]++
				total++
				if got := translated.Sentence(s.sentence, c.Lang, []string{s.source}); got.OK() {
					t.Logf("missed %s: %s\n%s", s.kind, s.sentence, s.source)
					continue
				}
				caught[s.kind]++
				found++
			}
		}
	}
	t.Logf("%d of %d caught: %v of %v", found, total, caught, all)
	if total < 300 || found*100 < total*98 {
		t.Errorf("caught %d of %d seeded errors, want 98 %% of 300", found, total)
	}
}
