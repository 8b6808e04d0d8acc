package conversation

import (
	"regexp"
	"slices"
	"strings"

	"sherpa/answer/lexicon"
	"sherpa/internal/text"
	"sherpa/retrieval"
)

// overviews are whole requests for an overview of all articles.
var overviews = phraseSet(`what happened; what has happened; what's happening; what is happening; what's going on; what is going on; what's up with this; so what happened;
	what happened here; tell me what happened; explain what happened; what did I miss; fill me in; catch me up;
	what's new; what is new; news; any news; the news; latest news; the latest news; the latest; latest; what's the latest; what is the latest; what's the news; what is the news; headlines;
	breaking news; news today; today's news;
	summary; a summary; give me a summary; short summary; summary please; summarize; summarise; sum up; sum it up; summarize it; summarise it; summarize this; summarise this;
	summarize everything; summarise everything; summarize the articles; summarise the articles; summarize the article; summarise the article; summarize the news; summarise the news;
	can you summarize the articles; can you summarise the articles; can you summarize the article; can you summarise the article; can you summarize; can you summarise; tldr; tl dr;
	overview; an overview; give me an overview; recap; a recap; the gist; gist; in a nutshell; what's the gist; what is the gist; short version; in short; in brief; briefly;
	main points; the main points; give me the main points; key points; the key points; give me the key points; key takeaways; takeaways; bullet points; bullet points please; highlights; key facts; main facts;
	what's this about; what is this about; what's it about; what is it about; what's it all about; what is it all about; what are the articles about; what are they about;
	what is the news about; what's the story; what is the story; what's the main story; what do the articles say; what do you know; what do you know about; what can you tell me; tell me everything;
	what are the main points; what are the key points; what are the key takeaways; what are the main facts; what should I know; what do I need to know; topics; what topics; what topics do you know`)

// overviewOn is a request for an overview of one matter.
var overviewOn = regexp.MustCompile(`(?i)^(?:please |can you |could you |so |just )*(?:(?:summari[sz]e|sum up|recap)|` +
	`(?:give me )?(?:a |an |the )?(?:(?:short|brief|quick) )?(?:summary|overview|recap|gist|tldr|main points|key points|highlights|headlines) (?:of|on|about|from)|` +
	`what happened (?:at|in|during|with|to)|tell me (?:more |everything |all |something )?about|what do you know about|what is known about|what can you tell me about|` +
	`what(?:'s| is) (?:the )?(?:latest|news|new) (?:on|about|from|with|in)|(?:the )?latest (?:news )?(?:on|about|from)|(?:any )?news (?:on|about|from)) (.+)$`)

// maxOnTopic is how many words the matter of an overview has at the most: more ask
// for something in particular.
const maxOnTopic = 6

// Topic reads a question for nothing in particular: for an overview, or else for the
// outcome of an event. The topic is empty where an overview of all articles is asked
// for, and says nothing where neither is.
func Topic(asked string) (topic string, overview, outcome bool) {
	plain := strings.TrimRight(retrieval.Plain(asked), "?!. ")
	if topic, overview = overviewTopic(plain); overview {
		return topic, true, false
	}
	topic, outcome = outcomeTopic(plain)
	return topic, false, outcome
}

// overviewTopic reads a request for an overview, without the marks at its end; the topic
// is empty where it is one of all articles.
func overviewTopic(plain string) (topic string, ok bool) {
	if overviews[lettersOf(plain)] {
		return "", true
	}
	m := overviewOn.FindStringSubmatch(plain)
	if m == nil {
		return "", false
	}
	words := text.Words(m[1])
	leading := func(w text.Word) bool { return lexicon.QuestionWords[w.Norm] || lexicon.ClausePronouns[w.Norm] }
	if len(words) == 0 || len(words) > maxOnTopic || slices.ContainsFunc(words, leading) {
		return "", false
	}
	return m[1], true
}

// timelineOf is a request for what happened in the order of time.
var timelineOf = regexp.MustCompile(`(?i)^(?:please |can you |could you |so |just )*(?:(?:give|show|make|draw|write|list|tell) (?:me |us )?)?(?:a |an |the )?(?:(?:short|brief|full|complete|quick) )?` +
	`(?:timeline|time line|chronology|sequence of events|order of events)(?: (?:of|for|on|about) (.+))?$`)

// TimelineTopic reads a request for a timeline: "Timeline of the strike". The topic is
// empty where it is one of all that is dated.
func TimelineTopic(asked string) (topic string, ok bool) {
	m := timelineOf.FindStringSubmatch(strings.TrimRight(retrieval.Plain(asked), "?!. "))
	if m == nil || text.CountWords(m[1]) > maxOnTopic {
		return "", false
	}
	return m[1], true
}
