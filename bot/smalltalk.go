package bot

import (
	"strings"
	"unicode"

	"sherpa/internal/text"
)

// smallTalk are whole messages that ask the articles nothing: greetings, thanks
// and calls for help, folded, in the languages that Sherpa speaks.
var smallTalk = wordSet(`
	hi; hello; hey; hello there; hi there; good morning; good evening; help; help me; start; thanks; thank you; thx; ok; okay; bye; test;
	hallo; guten tag; guten morgen; guten abend; hilfe; danke; danke schon; vielen dank; tschuss;
	hola; buenos dias; buenas tardes; ayuda; gracias; muchas gracias; adios;
	bonjour; salut; bonsoir; aide; merci; merci beaucoup; au revoir;
	привет; здравствуйте; добрый день; помощь; помоги; спасибо; пока;
	привіт; вітаю; доброго дня; допомога; допоможи; довідка; дякую; бувай`)

func wordSet(list string) map[string]bool {
	set := map[string]bool{}
	for words := range strings.SplitSeq(list, ";") {
		set[lettersOf(words)] = true
	}
	return set
}

// lettersOf are the words of a text, folded, with single spaces between.
func lettersOf(s string) string {
	notLetter := func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }
	return strings.Join(strings.FieldsFunc(text.Fold(s), notLetter), " ")
}

// isSmallTalk reports whether a message is nothing but a greeting or the like.
func isSmallTalk(s string) bool { return smallTalk[lettersOf(s)] }

// withoutCommand is what somebody asks who wrote a command as text.
func withoutCommand(s string) string {
	rest, typed := strings.CutPrefix(s, "/ask ")
	if !typed {
		return s
	}
	return strings.TrimPrefix(strings.TrimSpace(rest), "question:")
}
