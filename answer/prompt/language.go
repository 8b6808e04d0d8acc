package prompt

import "strings"

// languageNames are the languages that a prompt names, by their base code.
var languageNames = map[string]string{
	"ar": "Arabic", "bg": "Bulgarian", "cs": "Czech", "da": "Danish", "de": "German", "el": "Greek",
	"en": "English", "es": "Spanish", "et": "Estonian", "fi": "Finnish", "fr": "French", "he": "Hebrew",
	"hi": "Hindi", "hr": "Croatian", "hu": "Hungarian", "id": "Indonesian", "it": "Italian", "ja": "Japanese",
	"ko": "Korean", "lt": "Lithuanian", "lv": "Latvian", "nl": "Dutch", "no": "Norwegian", "pl": "Polish",
	"pt": "Portuguese", "ro": "Romanian", "ru": "Russian", "sk": "Slovak", "sr": "Serbian", "sv": "Swedish",
	"th": "Thai", "tr": "Turkish", "uk": "Ukrainian", "vi": "Vietnamese", "zh": "Chinese",
}

// languageName names a language in English. A code that is not known comes from
// strangers and is not repeated: the articles' own language is meant then.
func languageName(code string) string {
	if name := languageNames[baseLanguage(code)]; name != "" {
		return name
	}
	return "the language of the articles"
}

// isTranslated reports whether an answer in the one language is about articles in
// another.
func isTranslated(answer, articles string) bool {
	base := baseLanguage(answer)
	return languageNames[base] != "" && base != baseLanguage(articles)
}

// baseLanguage is the language of a BCP 47 tag without its region and script.
func baseLanguage(tag string) string {
	base, _, _ := strings.Cut(strings.ReplaceAll(tag, "_", "-"), "-")
	return strings.ToLower(strings.TrimSpace(base))
}
