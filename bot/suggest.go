package bot

import (
	"strings"

	"sherpa/bot/event"
	"sherpa/bot/payload"
	"sherpa/internal/text"
)

// suggest is what fits to what is being typed, from memory. A panic suggests
// nothing.
func (b *Bot) suggest(in *event.Interaction) (choices []payload.Choice) {
	err := guard(func() error {
		if in.Command != nil {
			choices = b.suggestions(in.Command, b.asks(in))
		}
		return nil
	})
	if err != nil {
		b.logFault(b.life, "suggest", newCode(), err)
		return nil
	}
	return choices
}

func (b *Bot) suggestions(c *event.Command, w who) []payload.Choice {
	scope := w.scope()
	if len(c.Path) > 0 && c.Path[0] == "settings" {
		if w.mustBeAdmin() != nil {
			return nil
		}
		scope.Default = false // only a server's own articles can be removed
	}
	known := b.Corpus.Known(scope)
	typed := text.Fold(c.Options[c.Focused])
	switch c.Focused {
	case "source":
		return matching(typed, append(plain(known.Publishers), sources(known)...))
	case "article":
		return matching(typed, sources(known))
	case "topic":
		return matching(typed, plain(known.Topics))
	}
	return nil
}

// matching are the choices with a word that begins with what is typed before
// those that only contain it, at most as many as Discord takes.
func matching(typed string, all []payload.Choice) []payload.Choice {
	typed = strings.TrimSpace(typed)
	var begin, contain []payload.Choice
	for _, c := range all {
		name := " " + text.Fold(c.Name)
		switch {
		case typed == "" || strings.Contains(name, " "+typed):
			begin = append(begin, c)
		case strings.Contains(name, typed):
			contain = append(contain, c)
		}
	}
	begin = append(begin, contain...)
	return begin[:min(len(begin), payload.MaxChoices)]
}

func plain(names []string) []payload.Choice {
	var all []payload.Choice
	for _, name := range names {
		all = appendChoice(all, name, name)
	}
	return all
}

// sources are the articles by title; the value is the id, or as much of its
// beginning as Discord takes.
func sources(k Known) []payload.Choice {
	var all []payload.Choice
	for _, s := range k.Sources {
		name := s.Title
		if name == "" {
			name = s.ID
		}
		if s.Publisher != "" {
			name = text.FirstRunes(name, max(payload.MaxChoiceText-len([]rune(s.Publisher))-3, 20)) + " (" + s.Publisher + ")"
		}
		all = appendChoice(all, name, s.ID)
	}
	return all
}

// appendChoice adds a choice unless it would be empty.
func appendChoice(all []payload.Choice, name, value string) []payload.Choice {
	name = strings.TrimSpace(text.FirstRunes(text.Squeeze(text.Clean(name)), payload.MaxChoiceText))
	if name == "" || value == "" {
		return all
	}
	return append(all, payload.Choice{Name: name, Value: text.FirstRunes(value, payload.MaxChoiceText)})
}
