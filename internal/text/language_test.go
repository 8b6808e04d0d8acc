//nolint:misspell // words of other languages, and as people mistype them
package text_test

import (
	"strings"
	"testing"
	"unicode/utf8"

	"sherpa/internal/text"
)

// asked are short questions as people type them: with typos, without capitals,
// accents and marks, and with names of other languages.
var asked = map[string][]string{
	"en": {
		"Who is Marco Rubio?", "when was the summit", "what did Putin say about the ceasefire?", "how long did the talks last", "Why was Zelensky not there?", "who wsa at the tabel with trump",
		"Where did they meet?", "Is there a deal?", "How many villages were retaken?", "waht happend in alaska", "tell me about the New START treaty", "did trump thank putin", "What is the Bundestag?",
		"Which sanctions are planned against Russia?", "and what about China?", "Has the strike ended yet?", "What did Emmanuel Macron say in Paris?", "when does the treaty expire", "The talks lasted nearly three hours.", "No formal agreement was reached.", "who won the election in Łódź",
	},
	"es": {
		"¿Quién es Marco Rubio?", "cuando fue la cumbre", "que dijo Putin sobre el alto el fuego", "cuánto duraron las conversaciones", "por que no estaba Zelensky", "donde se reunieron trump y putin", "¿Hay un acuerdo?",
		"cuantas aldeas fueron recuperadas", "qe paso en alaska", "cuentame sobre el tratado New START", "agradeció trump a putin", "¿Y qué hay de China?", "quien estuvo en la mesa con trump", "cual es la posicion de la OTAN",
		"¿Cuándo expira el tratado?", "ha terminado ya la huelga", "Las conversaciones duraron casi tres horas.", "No se alcanzó ningún acuerdo formal.", "que quiere Angela Merkel de los rusos", "cuanto cuesta el acuerdo", "que le paso al gobernador",
	},
	"fr": {
		"Qui est Marco Rubio ?", "quand a eu lieu le sommet", "qu'a dit Poutine sur le cessez-le-feu", "combien de temps ont duré les discussions", "Pourquoi Zelensky n'était pas là ?", "ou se sont rencontrés trump et poutine", "Y a-t-il un accord ?",
		"combien de villages ont été repris", "que s'est-il passé en alaska", "parle moi du traité New START", "est ce que trump a remercié poutine", "Et la Chine ?", "qui était à la table avec trump", "quel est le role de l'otan",
		"quand expire le traite", "la grève est-elle finie", "Les discussions ont duré près de trois heures.", "Aucun accord formel n’a été conclu.", "c est qui le ministre des affaires etrangeres", "combien coute l accord", "pourqoi les infirmieres font grève",
	},
	"de": {
		"Wer ist Marco Rubio?", "wann war der gipfel", "was hat Putin über die Waffenruhe gesagt", "wie lange dauerten die gespräche", "Warum war Selenskyj nicht dabei?", "wo haben sich trump und putin getroffen", "Gibt es eine Einigung?",
		"wie viele dörfer wurden zurückerobert", "was ist in alaska pasiert", "erzähl mir etwas über den New-START-Vertrag", "hat trump putin gedankt", "Und was ist mit China?", "wer sass mit trump am tisch", "welche rolle spielt die nato",
		"wann läuft der vertrag aus", "ist der streik schon vorbei", "Die Gespräche dauerten fast drei Stunden.", "Es wurde kein formelles Abkommen erzielt.", "was will der Kreml von Donald Trump", "was kostet das abkomen", "wielange war der hafen geschlossen",
	},
	"ru": {
		"Кто такой Марко Рубио?", "когда был саммит", "что сказал путин о перемирии", "сколько длились переговоры", "Почему не было Зеленского?", "где встретились трамп и путин", "Есть ли соглашение?", "сколько сёл отбили",
		"что случилось на аляске", "расскажи о договоре New START", "поблагодарил ли трамп путина", "А что с Китаем?", "кто сидел за столом с трампом", "какая роль у нато", "когда истекает договор", "кто такой Marco Rubio",
		"Переговоры длились почти три часа.", "Официального соглашения достигнуто не было.", "закончилась ли уже забостовка", "почиму путин не хочет мира",
	},
	"uk": {
		"Хто такий Марко Рубіо?", "коли був саміт", "що сказав путін про перемир'я", "скільки тривали переговори", "Чому не було Зеленського?", "де зустрілися трамп і путін", "Чи є угода?", "скільки сіл звільнили",
		"що сталося на алясці", "розкажи про договір New START", "чи подякував трамп путіну", "А що з Китаєм?", "хто сидів за столом із трампом", "яка роль нато", "коли спливає договір", "хто такий Marco Rubio",
		"Переговори тривали майже три години.", "Офіційної угоди не досягнуто.", "чи закінчився вже страік", "навіщо путіну війна",
	},
}

// foreign are questions in languages that answers are not given in, and what is
// in none.
var foreign = []string{
	"Chi è Marco Rubio?", "quando è stato il vertice", "quanto sono durati i colloqui", "cosa ha detto Putin sul cessate il fuoco?", "perché non c'era Zelensky",
	"Quem é Marco Rubio?", "quando foi a cúpula", "quanto tempo duraram as negociações", "o que disse Putin sobre o cessar-fogo?", "por que Zelensky não estava lá",
	"Kim jest Marco Rubio?", "kiedy był szczyt", "jak długo trwały rozmowy", "co powiedział Putin o zawieszeniu broni?", "dlaczego nie było tam Zełenskiego",
	"Wie is Marco Rubio?", "wanneer was de top", "hoe lang duurden de gesprekken", "wat zei Poetin over het staakt-het-vuren?", "waarom was Zelensky er niet bij",
	"Marco Rubio kimdir?", "zirve ne zaman oldu", "görüşmeler ne kadar sürdü", "Putin ateşkes hakkında ne dedi?",
	"Vem är Marco Rubio?", "när var toppmötet", "Hvem er Marco Rubio?", "Cine este Marco Rubio?", "Kdo je Marco Rubio?", "Qui és Marco Rubio?", "Siapa itu Marco Rubio?", "Ki az a Marco Rubio?",
	"من هو ماركو روبيو؟", "كم استمرت المحادثات", "谁是马可·卢比奥？", "会谈持续了多久", "マルコ・ルビオとは誰ですか", "마르코 루비오는 누구입니까?", "Ποιος είναι ο Μάρκο Ρούμπιο;", "מי זה מרקו רוביו?", "मार्को रुबियो कौन हैं?",
	"Кой е Марко Рубио?", "кога беше срещата", "Хто такі Марка Рубіа і што ён сказаў?", "Ко је Марко Рубио?", "Ai là Marco Rubio?",
	"", "?!", "2025", "Trump Putin Alaska", "Marco Rubio", "🙂🙂🙂",
}

func TestLanguage(t *testing.T) {
	t.Parallel()
	right, certain, all, wrong := 0, 0, 0, 0
	for code, questions := range asked {
		for _, q := range questions {
			got, sure := text.Language(q)
			all++
			switch {
			case got == code:
				right++
				if sure {
					certain++
				}
			default:
				t.Logf("%q is %q (sure: %v), want %q", q, got, sure, code)
				if sure {
					wrong++
				}
			}
		}
	}
	t.Logf("%d of %d questions recognised, %d of them for sure; %d wrong for sure", right, all, certain, wrong)
	if right*100 < all*97 || certain*100 < all*85 || wrong > 0 {
		t.Error("want 97 % recognised, 85 % for sure and none wrong for sure")
	}
}

func TestLanguageKnowsWhatItDoesNotKnow(t *testing.T) {
	t.Parallel()
	wrong := 0
	for _, q := range foreign {
		if got, sure := text.Language(q); sure {
			t.Logf("%q is taken for %q", q, got)
			wrong++
		}
	}
	t.Logf("%d of %d in other languages taken for one of the six", wrong, len(foreign))
	if wrong > 0 {
		t.Errorf("%d questions are taken for sure", wrong)
	}
}

// Names of another language, whatever their number, do not decide.
func TestLanguageIsNotDecidedByNames(t *testing.T) {
	t.Parallel()
	for q, want := range map[string]string{
		"Who are François Müller, José Muñoz and Łukasz Żak?":           "en",
		"Кто такие Karl-Theodor zu Guttenberg и Señor Muñoz?":           "ru",
		"Was sagte Володимир Зеленський zu Дональд Трамп in Вашингтон?": "de",
		"хто такий Сергей Рыжов":                                        "uk",
		"WHO IS THE PRESIDENT OF FRANCE":                                "en",
		"WANN WAR DER GIPFEL":                                           "de",
	} {
		if got, _ := text.Language(q); got != want {
			t.Errorf("%q is %q, want %q", q, got, want)
		}
	}
}

func FuzzLanguage(f *testing.F) {
	for _, questions := range asked {
		f.Add(questions[0])
	}
	for _, q := range foreign {
		f.Add(q)
	}
	f.Add("\xff'\xfe l'")
	f.Add(strings.Repeat("¿ні'", 1000))
	f.Fuzz(func(t *testing.T, s string) {
		code, sure := text.Language(s)
		if sure && code == "" || !utf8.ValidString(code) {
			t.Errorf("%q is %q, sure: %v", s, code, sure)
		}
	})
}

func BenchmarkLanguage(b *testing.B) {
	for b.Loop() {
		text.Language("Wie lange dauerten die Gespräche zwischen Trump und Putin in Alaska?")
	}
}
