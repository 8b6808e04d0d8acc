package bot

import (
	"context"
	"errors"
	"slices"
	"strconv"
	"strings"

	"sherpa/bot/command"
	"sherpa/bot/event"
	"sherpa/bot/payload"
	"sherpa/bot/rest"
	"sherpa/bot/texts"
	"sherpa/store"
)

// maxChannels is how many channels admins can choose: as many as one message
// can list.
const maxChannels = 50

// mustBeAdmin fails with a notice unless w may change the server's settings.
// Discord offers /settings to admins only, but that can be changed, and does not
// hold for buttons.
func (w who) mustBeAdmin() error {
	switch {
	case w.guildID == "":
		return tell("settings.not_in_server")
	case w.permissions&(event.ManageServer|event.Administrator) == 0:
		return tell("settings.not_allowed")
	}
	return nil
}

// planSettings lets admins look after the bot in their server.
func (b *Bot) planSettings(c *event.Command, w who) (plan, error) {
	p := plan{kind: "settings", first: deferred(true), claim: true}
	if err := w.mustBeAdmin(); err != nil {
		return p, err
	}
	if change := b.changeOf(c, w); change != nil {
		p.work = func(ctx context.Context) (shown, error) { return b.change(ctx, w, change) }
		return p, nil
	}
	switch strings.Join(c.Path[1:], " ") {
	case "channels list":
		return plan{kind: "settings", first: private(payload.Message{Content: channelList(w)})}, nil
	case "gaps":
		p.work = func(ctx context.Context) (shown, error) { return b.gaps(ctx, w, 0) }
	case "stats":
		p.work = func(ctx context.Context) (shown, error) { return b.stats(ctx, w) }
	default:
		return b.planCorpus(c, w, p)
	}
	return p, nil
}

// change of settings: it changes s and says so, or fails with a notice.
type change func(ctx context.Context, s *store.ServerSettings) (string, error)

// changeOf is the change that a command asks for, or nil.
func (b *Bot) changeOf(c *event.Command, w who) change {
	o := c.Options
	switch strings.Join(c.Path[1:], " ") {
	case "channels add":
		return func(ctx context.Context, s *store.ServerSettings) (string, error) {
			return b.addChannel(ctx, w, s, o["channel"])
		}
	case "channels remove":
		return func(_ context.Context, s *store.ServerSettings) (string, error) {
			return removeChannel(w, s, o["channel"])
		}
	case "channels clear":
		return func(_ context.Context, s *store.ServerSettings) (string, error) {
			s.Channels = nil
			return w.say.Say("settings.channels_cleared"), nil
		}
	case "mode":
		return func(_ context.Context, s *store.ServerSettings) (string, error) { return setMode(w, s, o["mode"]) }
	case "quota":
		return func(_ context.Context, s *store.ServerSettings) (string, error) { return b.setQuota(w, s, o) }
	case "language":
		return func(_ context.Context, s *store.ServerSettings) (string, error) {
			return setLanguage(w, s, o["language"])
		}
	case "buttons":
		return func(_ context.Context, s *store.ServerSettings) (string, error) {
			return setButtons(w, s, o["show"]), nil
		}
	case "staff":
		return func(ctx context.Context, s *store.ServerSettings) (string, error) {
			return b.setStaff(ctx, w, s, o["channel"])
		}
	case "corpus use":
		return func(ctx context.Context, s *store.ServerSettings) (string, error) {
			return b.setArticles(ctx, w, s, o["articles"])
		}
	}
	return nil
}

// change changes a server's settings and says so. It begins with what they are
// by then, so that another admin's change is not undone.
func (b *Bot) change(ctx context.Context, w who, f change) (shown, error) {
	b.changing.Lock()
	defer b.changing.Unlock()
	s := b.Settings.Get(w.guildID)
	s.GuildID = w.guildID
	s.Channels = slices.Clone(s.Channels)
	sentence, err := f(ctx, &s)
	if err != nil {
		return shown{}, err
	}
	if _, err := retried(ctx, func() (struct{}, error) { return struct{}{}, b.Settings.Put(ctx, s) }); err != nil {
		return shown{}, wrap("change the settings", err)
	}
	return done(payload.Message{Content: sentence, Ephemeral: true}), nil
}

func (b *Bot) addChannel(ctx context.Context, w who, s *store.ServerSettings, id string) (string, error) {
	name := channelName(id)
	if slices.Contains(s.Channels, id) {
		return w.say.Say("settings.channel_known", "Channel", name), nil
	}
	if len(s.Channels) >= maxChannels {
		return "", tell("settings.channels_full", "Limit", maxChannels)
	}
	if err := b.canWrite(ctx, id); err != nil {
		return "", err
	}
	s.Channels = append(s.Channels, id)
	return w.say.Say("settings.channel_added", "Channel", name), nil
}

// canWrite fails with a notice if the bot is not let into a channel. To show
// that somebody is typing is the smallest thing that needs the same right.
func (b *Bot) canWrite(ctx context.Context, channelID string) error {
	if err := b.Sender.Typing(ctx, channelID); errors.Is(err, rest.ErrClosed) {
		return tell("settings.no_access", "Channel", channelName(channelID))
	}
	return nil
}

func removeChannel(w who, s *store.ServerSettings, id string) (string, error) {
	name, at := channelName(id), slices.Index(s.Channels, id)
	if at < 0 {
		return "", tell("settings.channel_not_listed", "Channel", name)
	}
	s.Channels = slices.Delete(s.Channels, at, at+1)
	if len(s.Channels) == 0 {
		return w.say.Say("settings.channel_last", "Channel", name), nil
	}
	return w.say.Say("settings.channel_removed", "Channel", name), nil
}

func channelList(w who) string {
	if len(w.settings.Channels) == 0 {
		return w.say.Say("settings.channels_all")
	}
	names := make([]string, 0, len(w.settings.Channels))
	for _, id := range w.settings.Channels {
		names = append(names, channelName(id))
	}
	return w.say.Count("settings.channels_some", len(names), "Channels", strings.Join(names, " "))
}

// channelName is a link to a channel; it pings nobody.
func channelName(id string) string {
	if _, err := strconv.ParseUint(id, 10, 64); err != nil {
		return "?"
	}
	return "<#" + id + ">"
}

func setMode(w who, s *store.ServerSettings, mode string) (string, error) {
	if !slices.Contains([]string{"mention", "forum", "off"}, mode) {
		return "", tell("bot.unknown_command")
	}
	s.Mode = mode
	return w.say.Say("settings.mode_" + mode), nil
}

func setLanguage(w who, s *store.ServerSettings, language string) (string, error) {
	switch {
	case language == command.Auto:
		s.Language = ""
		return w.say.Say("settings.language_auto"), nil
	case !slices.Contains(texts.Languages(), language):
		return "", tell("bot.unknown_command")
	}
	s.Language = language
	say := texts.For(language)
	return say.Say("settings.language_set", "Language", say.OwnName()), nil
}

func setButtons(w who, s *store.ServerSettings, show string) string {
	s.NoButtons = show == "false"
	if s.NoButtons {
		return w.say.Say("settings.buttons_hidden")
	}
	return w.say.Say("settings.buttons_shown")
}

func (b *Bot) setStaff(ctx context.Context, w who, s *store.ServerSettings, id string) (string, error) {
	s.StaffChannel = id
	if id == "" {
		return w.say.Say("settings.staff_off"), nil
	}
	if err := b.canWrite(ctx, id); err != nil {
		return "", err
	}
	return w.say.Say("settings.staff_set", "Channel", channelName(id)), nil
}

func (b *Bot) setQuota(w who, s *store.ServerSettings, o map[string]string) (string, error) {
	for name, at := range map[string]*int{"user": &s.UserPerDay, "server": &s.ServerPerDay} {
		if o[name] == "" {
			continue
		}
		n, err := strconv.Atoi(o[name])
		if err != nil || n < 0 {
			return "", tell("bot.unknown_command")
		}
		*at = n
	}
	w.settings = *s
	limits := b.limitsOf(w)
	return w.say.Say("settings.quota", "User", w.say.Number(limits.User), "Server", w.say.Number(limits.Server)), nil
}

// setArticles chooses what is searched.
func (b *Bot) setArticles(ctx context.Context, w who, s *store.ServerSettings, use string) (string, error) {
	if use != "beside" && use != "instead" {
		return "", tell("bot.unknown_command")
	}
	s.Articles = use
	if use == "instead" {
		own, _, err := b.Corpus.Own(ctx, w.guildID)
		if err != nil {
			return "", wrap("list a server's articles", err)
		}
		if len(own) == 0 {
			return w.say.Say("settings.use_instead_empty"), nil
		}
	}
	return w.say.Say("settings.use_" + use), nil
}
