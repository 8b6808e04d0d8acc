package conversation

import (
	"regexp"
	"slices"
	"strings"

	"sherpa/internal/text"
)

// outcomeOf is a question for how an event ended, and outcomeIn one for what it
// brought.
var (
	outcomeOf = regexp.MustCompile(`(?i)^(?:so |ok |okay |and |well |then )*(?:` +
		`how (?:did|have|has) (.+?) (?:go|gone|go down|gone down|end|ended|end up|ended up|turn out|turned out|play out|work out|pan out|conclude|finish)(?: in the end)?|` +
		`(?:what|which) (?:was|were|is|are) the (?:final |end |main |actual )?(?:outcomes?|results?|upshot|conclusions?|takeaways?|bottom line) (?:of|from|at) (.+)|` +
		`what (?:came|has come|resulted|emerged) (?:out )?(?:of|from) (.+)|` +
		`what (?:was|has been|got) (?:actually )?(?:achieved|accomplished|decided|agreed|agreed on|agreed upon|concluded) (?:at|in|during|by) (.+)|` +
		`was (.+) (?:a success|a failure|successful|any use|worth it))$`)
	outcomeIn = regexp.MustCompile(`(?i)^(?:so |ok |okay |and |well |then )*what did .+ (?:actually )?(?:achieve|accomplish|agree|agree on|agree upon|decide) (?:at|in|during) (.+)$`)
)

// outcomeTopic reads a question for how an event ended or what came of it, without the
// marks at its end; the topic is the event.
func outcomeTopic(plain string) (topic string, ok bool) {
	m := outcomeOf.FindStringSubmatch(plain)
	if m == nil {
		m = outcomeIn.FindStringSubmatch(plain)
	}
	if m == nil {
		return "", false
	}
	topic = strings.Join(m[1:], "")
	words := text.Words(topic)
	return topic, len(words) <= maxOnTopic && slices.ContainsFunc(words, namesEvent)
}

// namesEvent reports whether a word names what has an end and an outcome.
func namesEvent(w text.Word) bool {
	norm := text.Base(w.Norm)
	return slices.Contains(meetings, w.Norm) || slices.Contains(meetings, norm) || slices.Contains(incidents, norm) || events[norm]
}

// events are further nouns for what ends in one way or another.
var events = text.WordSet(`dispute visit case hearing inquiry debate session call discussion encounter negotiation talk rally mission operation rescue search war battle race
	campaign project tour process deal walkout standoff sit-down get-together`)
