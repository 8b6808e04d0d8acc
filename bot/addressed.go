package bot

import (
	"regexp"
	"slices"
	"strings"

	"sherpa/bot/event"
	"sherpa/internal/text"
)

// Marks that Discord puts into the text of a message for somebody or something.
var (
	userMark  = regexp.MustCompile(`<@!?(\d+)>`)
	otherMark = regexp.MustCompile(`<(?:@&\d+|#\d+|a?:\w+:\d+|/[^<>]*:\d+|id:\w+)>|@(?:everyone|here)\b`)
)

// withoutMarks is the text of a message without these marks, on the same lines.
func withoutMarks(content string) string {
	content = otherMark.ReplaceAllString(userMark.ReplaceAllString(text.Clean(content), " "), " ")
	var lines []string
	for line := range strings.SplitSeq(content, "\n") {
		if line = text.Squeeze(line); line != "" {
			lines = append(lines, line)
		}
	}
	return strings.Join(lines, "\n")
}

// withoutMentions is the text of a message without the marks for users, roles,
// channels and emoji: they are ids, and nothing to ask the articles for.
func withoutMentions(content string) string {
	return text.Squeeze(withoutMarks(content))
}

// isAddressed reports whether a message of a server asks the bot, whose user id
// is me: it mentions the bot before anybody else, or answers one of the bot's
// messages with a mention. What is said to others is left alone.
func isAddressed(m *event.Message, me string) bool {
	if me == "" || !isPersons(m, me) || !slices.Contains(m.Mentions, me) {
		return false
	}
	if m.ReplyTo != "" && m.ReplyAuthor != "" && m.ReplyAuthor != me {
		return false
	}
	first := userMark.FindStringSubmatch(m.Content)
	return first == nil || first[1] == me
}

// isPersons reports whether somebody wrote the message, and not a program.
func isPersons(m *event.Message, me string) bool {
	return m.Ordinary && !m.Webhook && !m.Author.Bot && m.Author.ID != "" && m.Author.ID != me
}
