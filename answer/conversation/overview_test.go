package conversation

import (
	"testing"
)

func TestOverviewTopic(t *testing.T) {
	t.Parallel()
	for asked, want := range map[string]string{
		"What happened?":                      "all",
		"tldr":                                "all",
		"wats new":                            "all",
		"SUMMARISE THE ARTICLES PLS":          "all",
		"What happened at the fair?":          "the fair",
		"summarize the harbour fair":          "the harbour fair",
		"Give me a short summary of the fair": "the fair",
		"any news on Ann Lee?":                "Ann Lee",
		"what's the latest on the fair":       "the fair",
		"Tell me about Ann Lee":               "Ann Lee",
		"tell me about who was there":         "",
		"What happened when Ann Lee arrived?": "",
		"What happened after the fair?":       "",
		"Who reported the news?":              "",
		"What happened to it in the end, and how did Ann Lee and her crew take it?": "",
	} {
		topic, ok, _ := Topic(asked)
		switch {
		case !ok:
			topic = ""
		case topic == "":
			topic = "all"
		}
		if topic != want {
			t.Errorf("%q asks for an overview of %q, want %q", asked, topic, want)
		}
	}
}

func TestTimelineTopic(t *testing.T) {
	t.Parallel()
	for asked, want := range map[string]string{
		"Timeline of the fair": "the fair", "give me a short timeline for the bridge pls": "the bridge", "show me the sequence of events": "", "timeline?": "",
	} {
		if topic, ok := TimelineTopic(asked); !ok || topic != want {
			t.Errorf("%q: %q, %t; want %q", asked, topic, ok, want)
		}
	}
	for _, asked := range []string{"When was the fair?", "What does the timeline of the inquiry say?", "Who wrote a timeline of the fair?"} {
		if topic, ok := TimelineTopic(asked); ok {
			t.Errorf("%q asks for a timeline of %q", asked, topic)
		}
	}
}
