package answer

import (
	"fmt"

	"sherpa/internal/text"
)

// languageNames are the languages that text.Language tells apart, in English.
var languageNames = map[string]string{"en": "English", "es": "Spanish", "fr": "French", "de": "German", "ru": "Russian", "uk": "Ukrainian"}

// strangeLanguage is the language of a question that none of the articles that were found
// for it is in, and theirs; empty where they have one in common. Only names are then the
// same words, and these say nothing of what is asked about them.
func (f *found) strangeLanguage(asked string) (question, articles string) {
	lang, sure := text.Language(asked)
	if !sure || f.knownShare() > leastKnown {
		return "", ""
	}
	for i := range f.res.Hits {
		if articleLanguage(&f.res.Hits[i]) == lang {
			return "", ""
		}
	}
	if articles = languageOf(f.res.Hits); articles == lang {
		return "", ""
	}
	return lang, articles
}

// strangeText says that a question is in a language that the articles are not in.
func strangeText(question, articles string) string {
	if languageNames[articles] == "" {
		return fmt.Sprintf("The question seems to be in %s, and the articles are in another language. Ask in theirs.", languageNames[question])
	}
	return fmt.Sprintf("The question seems to be in %s, and the articles are in %s. Ask in %s.", languageNames[question], languageNames[articles], languageNames[articles])
}
