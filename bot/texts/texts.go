package texts

import (
	"strings"

	"github.com/nicksnyder/go-i18n/v2/i18n"
)

// Texts speaks one language. It may be used by many goroutines at once.
type Texts struct {
	language  string
	localizer *i18n.Localizer
}

// Languages are the languages there are texts in, English first.
func Languages() []string {
	return []string{"en", "es", "fr", "de", "ru", "uk"}
}

// For speaks the language of one of Discord's locales ("de", "en-GB",
// "es-419"), and English for all that there are no texts in.
func For(locale string) *Texts {
	language, _, _ := strings.Cut(strings.ToLower(locale), "-")
	if t, ok := speakers()[language]; ok {
		return t
	}
	return speakers()[english]
}

// ownNames are the languages as their speakers write them.
var ownNames = map[string]string{
	"en": "English", "es": "Español", "fr": "Français", "de": "Deutsch", "ru": "Русский", "uk": "Українська",
}

// OwnName is the language's name in that language: "Deutsch".
func (t *Texts) OwnName() string { return ownNames[t.language] }

// Language is the language that is spoken, as in "uk".
func (t *Texts) Language() string { return t.language }

// Say is the text of a key. What its placeholders stand for comes as pairs of a
// name and a value: Say("bot.quota_user", "Limit", "20", "When", when). A key
// without a text in this language has the English one; an unknown one is itself,
// so that a text is never empty.
func (t *Texts) Say(key string, pairs ...any) string {
	return t.localize(&i18n.LocalizeConfig{MessageID: key, TemplateData: named(pairs)})
}

// Count is the text of a key that has plural forms, in the form for n. Its
// placeholder Count is n as the language writes it.
func (t *Texts) Count(key string, n int, pairs ...any) string {
	data := named(pairs)
	data["Count"] = t.Number(n)
	return t.localize(&i18n.LocalizeConfig{MessageID: key, TemplateData: data, PluralCount: n})
}

// localize is a text in the own language, else in English, else its key. Errors
// only say that a language has no form of its own for a count of millions, or
// that a text is missing: what the tests of the files hold.
func (t *Texts) localize(c *i18n.LocalizeConfig) string {
	for _, l := range []*i18n.Localizer{t.localizer, speakers()[english].localizer} {
		if text, _ := l.Localize(c); text != "" {
			return text
		}
	}
	return c.MessageID
}

// named is pairs of a name and a value as a template reads them; a name without
// a value is left out.
func named(pairs []any) map[string]any {
	data := make(map[string]any, len(pairs)/2+1)
	for i := 0; i+1 < len(pairs); i += 2 {
		if name, ok := pairs[i].(string); ok {
			data[name] = pairs[i+1]
		}
	}
	return data
}
