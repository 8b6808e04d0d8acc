package prompt

import (
	"regexp"
	"strings"
	"sync"

	"sherpa/internal/text"
)

// material names what an answer is made of, as models call it.
const (
	materialEN = `(?:sources?|articles?|passages?|sentences|texts?|materials?|information|context|excerpts?)`
	materialES = `(?:fuentes?|articulos?|pasajes?|textos?|frases|oraciones|material|informaci\pL+|contexto)`
	materialFR = `(?:sources?|articles?|passages?|textes?|phrases|materiel|informations?|contexte|extraits?)`
	materialDE = `(?:quellen?|artikeln?|passagen?|textstellen?|texte?n?|satze?n?|material|informationen|kontext|auszuge?n?)`
	materialRU = `(?:источник\pL*|стать\pL*|отрыв\pL*|фрагмент\pL*|текст\pL*|предложени\pL*|материал\pL*|контекст\pL*)`
	materialUK = `(?:джерел\pL*|статт\pL*|уривк\pL*|фрагмент\pL*|текст\pL*|речен\pL*|матеріал\pL*|контекст\pL*)`
)

// declines are remarks of a model that what it was given does not answer, or
// that it will not. They are matched against folded text. News say such things
// of others in other words, or in the past. They take milliseconds to read, which
// who asks no model need not wait for.
var declines = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(strings.Join(refusals, "|")) })

var refusals = []string{
	`^not answered\b`,
	`\bthe (?:\pL+ ){0,3}` + materialEN + `(?: \pL+){0,4} (?:do not|does not|don't|doesn't|cannot|can't|fail to|fails to|contain no|contains no|provide no|provides no|give no|gives no) ?(?:answer|say|state|mention|contain|include|provide|specify|address|cover|tell|give|discuss|indicate|information|details?)`,
	`^(?:i'm|i am|we are|we're) (?:\pL+ )?(?:sorry|unable|not able|afraid)`, `^(?:i|we) (?:do not|don't|cannot|can't|could not|couldn't) (?:know|answer|find|determine|help|assist|tell|say|provide|comply|fulfill)`, `^sorry\b`,
	`\b(?:los|las|el|la) (?:\pL+ ){0,2}` + materialES + `(?: \pL+){0,4} no (?:\pL+ )?(?:responden?|dicen?|mencionan?|contienen?|incluyen?|proporcionan?|especifican?|indican?|permiten?)`,
	`^(?:lo siento|no lo se\b|no se\b|no puedo|no tengo)`,
	`\b(?:les?|la|l'|ces?) ?(?:\pL+ ){0,2}` + materialFR + `(?: \pL+){0,4} (?:ne |n')(?:\pL+ )?(?:repond\pL*|di\pL+|mentionn\pL*|contien\pL*|inclu\pL*|fourni\pL*|precis\pL*|indiqu\pL*|permet\pL*)`,
	`^(?:desole|je suis desole|je ne (?:sais|peux)|je n'ai)`,
	`\b(?:die|der|den|das|dem) (?:\pL+ ){0,2}` + materialDE + `\b(?: \pL+){0,4} (?:nicht|keine?n?) (?:\pL+ ){0,2}(?:hervor|beantwort\pL+|antwort\pL*|erwahn\pL+|angegeben|gesagt|informationen?|angaben?)`,
	`\b(?:die|der|das) (?:\pL+ ){0,2}` + materialDE + ` (?:enthalt\pL*|nenn\pL+|erwahn\pL+|sag\pL+|geb\pL+|gibt|beantwort\pL+|mach\pL+) (?:\pL+ ){0,3}(?:nicht|keine?n?)\b`,
	`^(?:es tut mir leid|tut mir leid|entschuldigung|ich (?:weiss|weiß|kann) (?:es |das |die frage |diese frage )?nicht)`,
	`(?:^|\PL)(?:в|из) (?:\pL+ ){0,3}` + materialRU + `(?: \pL+){0,4} (?:нет|не (?:сказано|говорится|указан\pL*|упомина\pL*|содерж\pL*|сообща\pL*))`,
	`(?:^|\PL)` + materialRU + `(?: \pL+){0,2} не (?:\pL+ )?(?:отвеча\pL+|содерж\pL+|упомина\pL+|указыва\pL+|сообща\pL+|говорят|говорит|да[её]т|дают)`,
	`^(?:извините|простите|к сожалению, я|я не (?:знаю|могу|нашел|нашла)|не знаю\b|не могу )`,
	`(?:^|\PL)(?:у|в|із|з) (?:\pL+ ){0,3}` + materialUK + `(?: \pL+){0,4} (?:немає|нема|не (?:сказано|йдеться|вказан\pL*|згаду\pL*|міст\pL*|повідомля\pL*))`,
	`(?:^|\PL)` + materialUK + `(?: \pL+){0,2} не (?:\pL+ )?(?:відповіда\pL+|міст\pL+|згаду\pL+|вказу\pL+|повідомля\pL+|говорять|дають|дає)`,
	`^(?:вибачте|пробачте|на жаль, я|я не (?:знаю|можу|знайшов|знайшла)|не знаю|не можу )`,
}

// declinesAlone are remarks that are taken for a refusal only where nothing is
// cited: with a source they may be news.
var declinesAlone = regexp.MustCompile(`\b(?:no|not enough|insufficient) (?:information|mention|answer|data|details?)\b|\bnot (?:answered|mentioned|stated|specified|provided|available|known)\b|\bunanswerable\b|\bunknown\b` +
	`|\bno (?:hay|se menciona|se indica|se especifica|se sabe|dispongo)\b|\bpas (?:d'information|de repons\pL+|mentionne|precise|indique)` +
	`|\b(?:keine (?:angaben?|informationen?|antwort)|nicht (?:beantwortet|erwahnt|angegeben|bekannt))` +
	`|нет (?:информации|данных|ответа|сведений)|неизвестно|не (?:указано|сказано|упоминается|сообщается)` +
	`|(?:немає|нема|бракує) (?:інформації|даних|відповіді|відомостей)|невідомо|не (?:вказано|сказано|згадується|повідомляється)`)

// isDeclining reports whether a sentence says that there is no answer.
func isDeclining(s Said) bool {
	folded := text.Fold(s.Text)
	if len(s.Cited) == 0 { // with a source it may be a quotation
		folded = strings.TrimLeft(folded, "[(\"'")
	}
	return declines().MatchString(folded) || len(s.Cited) == 0 && declinesAlone.MatchString(folded)
}

// declined reports whether a reply is no answer by its own words: it says so,
// and cites nothing for anything else.
func declined(said []Said) bool {
	says := false
	for _, s := range said {
		switch {
		case isDeclining(s):
			says = true
		case len(s.Cited) > 0:
			return false
		}
	}
	return says
}
