package command

import "sherpa/bot/texts"

// discordLocales are the locales of Discord that a language serves. English is
// what commands say where they say nothing else.
var discordLocales = map[string][]string{
	"es": {"es-ES", "es-419"},
	"fr": {"fr"},
	"de": {"de"},
	"ru": {"ru"},
	"uk": {"uk"},
}

// localise fills in the texts of a command and of all below it.
func (c *Command) localise() {
	key := "commands." + c.key
	c.Names = translated(key + ".name")
	if c.Kind == Slash {
		c.describe(key)
	}
	localise(c.Options, key)
}

// describe fills in the descriptions.
func (l *Localised) describe(key string) {
	l.Description = texts.For("en").Say(key + ".description")
	l.Descriptions = translated(key + ".description")
}

func localise(options []Option, parent string) {
	for i := range options {
		o := &options[i]
		key := parent + "." + o.Name
		o.Names = translated(key + ".name")
		o.describe(key)
		for j := range o.Choices {
			o.Choices[j].localise(key)
		}
		localise(o.Options, key)
	}
}

// localise names a choice that has no name of its own.
func (c *Choice) localise(parent string) {
	if c.Name == "" {
		key := parent + "." + c.Value
		c.Name, c.Names = texts.For("en").Say(key), translated(key)
	}
}

// translated is a text in all of Discord's locales that Sherpa speaks, but for
// English.
func translated(key string) map[string]string {
	all := map[string]string{}
	for language, locales := range discordLocales {
		for _, locale := range locales {
			all[locale] = texts.For(language).Say(key)
		}
	}
	return all
}
