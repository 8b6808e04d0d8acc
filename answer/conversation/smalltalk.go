package conversation

import (
	"strings"
	"unicode"

	"sherpa/internal/text"
)

// smallTalk are whole messages that ask the articles nothing: greetings, thanks
// and calls for help, folded, in the languages that Sherpa speaks.
var smallTalk = phraseSet(`
	hi; hello; hey; yo; sup; hello there; hi there; hey there; hi all; hi everyone; hey guys; hi bot; hello bot; good morning; good evening; good afternoon;
	good night; how are you; how are you doing; whats up; what's up; help; help me; start; test; testing; bye; goodbye; see you; cya;
	thanks; thank you; thx; ty; tysm; thanks a lot; thank you so much; thank you very much; thanks so much; many thanks; thanks in advance; ok thanks; okay thanks;
	ok thank you; great thanks; cool thanks; thanks bot; cheers; much appreciated; ok; okay; k; kk; cool; nice; great; awesome; perfect; good bot; bad bot; wow;
	bye bye; good bye; later; ttyl; gtg; have a nice day; you too; thank u; lol; lmao; haha; hahaha; yes; no; yep; nope; yeah; got it; i see; makes sense; never mind; nevermind; nvm; sorry; please; no worries; you are welcome;
	hallo; guten tag; guten morgen; guten abend; hilfe; danke; danke schon; vielen dank; tschuss;
	hola; buenos dias; buenas tardes; ayuda; gracias; muchas gracias; adios;
	bonjour; salut; bonsoir; aide; merci; merci beaucoup; au revoir;
	привет; здравствуйте; добрый день; помощь; помоги; спасибо; пока;
	привіт; вітаю; доброго дня; допомога; допоможи; довідка; дякую; бувай`)

// aboutSherpa are whole messages that ask what this is that answers.
var aboutSherpa = phraseSet(`
	what can you do; what do you do; what can I ask; what can I ask you; what can I do here; what should I ask; who are you; what are you; who r u; what's your name; what is your name;
	how do you work; how does this work; how does it work; how do I use this; how to use this; are you a bot; are you an ai; are you ai; are you human; are you a human; are you real;
	are you chatgpt; are you a robot; who made you; who created you; what is this; what's this; what is this bot; what articles do you have; which articles do you have; what articles do you know;
	what sources do you have; what sources do you use; can you help me; can you help; can you answer questions; do you speak english; what languages do you speak; can you speak german;
	do you speak german; do you speak russian; do you speak ukrainian; do you speak french; do you speak spanish`)

func phraseSet(list string) map[string]bool {
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

// IsSmallTalk reports whether a message is nothing but a greeting or the like.
func IsSmallTalk(message string) bool {
	if len(message) >= maxSmallTalk {
		return false
	}
	letters := lettersOf(message)
	return isChatter(letters) || asksHelp(letters)
}

// isChatter reports whether a text is a greeting or the like, or several of them:
// "lol ok bye".
func isChatter(letters string) bool {
	if smallTalk[letters] {
		return true
	}
	for at := range len(letters) {
		if letters[at] == ' ' && smallTalk[letters[:at]] && isChatter(letters[at+1:]) {
			return true
		}
	}
	return false
}

// IsAboutSherpa reports whether a message asks about what answers, and nothing of
// the articles.
func IsAboutSherpa(message string) bool {
	return len(message) < maxSmallTalk && asksHelp(lettersOf(message))
}

func asksHelp(letters string) bool { return aboutSherpa[letters] || needsHelp[letters] }

var needsHelp = phraseSet(`help; help me; start; hilfe; ayuda; aide; помощь; помоги; допомога; допоможи; довідка`)

// maxSmallTalk is how long small talk is at the most, in bytes.
const maxSmallTalk = 100
