package command

import "sherpa/bot/texts"

// Bounds of the quotas that admins may set, in questions a day. 0 is the default.
const (
	maxUserQuota   = 10_000
	maxServerQuota = 1_000_000
)

// The longest address of a page or a feed, in code points.
const maxAddress = 2000

// Discord's channel types.
const (
	textChannel         = 0
	voiceChannel        = 2
	announcementChannel = 5
	forumChannel        = 15
)

// settings is the command for the admins of a server. Discord offers it to those
// who may manage the server; whoever handles it checks that again.
func settings() Command {
	return Command{
		Kind: Slash, Name: "settings", key: "settings",
		DefaultPermissions: manageServer,
		Contexts:           []Context{InGuild},
		Installations:      []Installation{ForGuild},
		Options: []Option{
			group("channels",
				subcommand("add", answeredChannel()),
				subcommand("remove", answeredChannel()),
				subcommand("list"),
				subcommand("clear")),
			subcommand("mode", choice("mode", "mention", "forum", "off")),
			subcommand("quota", atMost("user", maxUserQuota), atMost("server", maxServerQuota)),
			group("corpus",
				subcommand("add",
					Option{Kind: String, Name: "url", MaxLength: maxAddress},
					Option{Kind: Attachment, Name: "file"}),
				subcommand("list"),
				subcommand("remove", article(true)),
				subcommand("use", choice("articles", "beside", "instead"))),
			subcommand("gaps"),
			subcommand("stats"),
			subcommand("language", language()),
			subcommand("buttons", Option{Kind: Boolean, Name: "show", Required: true}),
			subcommand("staff", Option{
				Kind: Channel, Name: "channel", ChannelTypes: []int{textChannel, announcementChannel},
			}),
		},
	}
}

// answeredChannel is a channel in which somebody can mention the bot, or post.
func answeredChannel() Option {
	return Option{
		Kind: Channel, Name: "channel", Required: true,
		ChannelTypes: []int{textChannel, voiceChannel, announcementChannel, forumChannel},
	}
}

// choice is an option with a value of a fixed few.
func choice(name string, values ...string) Option {
	o := Option{Kind: String, Name: name, Required: true}
	for _, v := range values {
		o.Choices = append(o.Choices, Choice{Value: v})
	}
	return o
}

// Auto is the value of /settings language for each person's own language.
const Auto = "auto"

// language offers each language under its own name, which needs no translation.
func language() Option {
	o := choice("language", Auto)
	for _, l := range texts.Languages() {
		o.Choices = append(o.Choices, Choice{Name: texts.For(l).OwnName(), Value: l})
	}
	return o
}

// atMost is a number of questions a day.
func atMost(name string, most int) Option {
	least := 0
	return Option{Kind: Integer, Name: name, Min: &least, Max: &most}
}
