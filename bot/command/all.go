package command

// Lengths of options, in code points.
const (
	maxQuery  = 200
	maxTopic  = 100
	maxQuote  = 1000
	maxID     = 32
	maxSource = 300
	dateLen   = len("2025-08-16")
)

// All are Sherpa's commands with their texts in every language.
func All() []Command {
	all := []Command{
		anywhere("ask",
			Option{Kind: String, Name: "question", Required: true, MaxLength: MaxMessage},
			Option{Kind: Boolean, Name: "private"}, since(), source()),
		anywhere("search",
			Option{Kind: String, Name: "query", Required: true, MaxLength: maxQuery}, since(), source()),
		anywhere("compare", topic(true)),
		anywhere("timeline", topic(false)),
		anywhere("sources", article(false)),
		anywhere("quote", Option{Kind: String, Name: "text", Required: true, MaxLength: maxQuote}),
		anywhere("why", Option{Kind: String, Name: "id", Required: true, MaxLength: maxID}),
		anywhere("privacy", subcommand("show"), subcommand("export"), subcommand("delete")),
		anywhere("help"),
		settings(),
		onMessage("check", Check),
		onMessage("about", About),
	}
	for i := range all {
		all[i].localise()
	}
	return all
}

// anywhere is a slash command for everybody: in servers, in direct messages with
// the bot, and in those with others for whoever installed it for themselves.
func anywhere(name string, options ...Option) Command {
	return Command{
		Kind: Slash, Name: name, key: name, Options: options,
		Contexts:      []Context{InGuild, InBotDM, InPrivate},
		Installations: []Installation{ForGuild, ForUser},
	}
}

// onMessage is a command in a message's menu.
func onMessage(key, name string) Command {
	c := anywhere(name)
	c.Kind, c.key = MessageMenu, key
	return c
}

func subcommand(name string, options ...Option) Option {
	return Option{Kind: Subcommand, Name: name, Options: options}
}

func group(name string, subcommands ...Option) Option {
	return Option{Kind: Group, Name: name, Options: subcommands}
}

func since() Option {
	return Option{Kind: String, Name: "since", MinLength: dateLen, MaxLength: dateLen}
}

func source() Option {
	return Option{Kind: String, Name: "source", Autocomplete: true, MaxLength: maxSource}
}

func topic(required bool) Option {
	return Option{Kind: String, Name: "topic", Required: required, Autocomplete: true, MaxLength: maxTopic}
}

func article(required bool) Option {
	return Option{Kind: String, Name: "article", Required: required, Autocomplete: true, MaxLength: maxSource}
}
