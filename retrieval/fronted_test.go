package retrieval

import "testing"

// A question word at the end of a short question comes first; where the question has one
// already, is a request, or ends in a preposition with it, nothing changes.
func TestPlainFrontsTheQuestionWord(t *testing.T) {
	t.Parallel()
	for typed, want := range map[string]string{
		"they met where?":                "where they met?",
		"the mayor wants what":           "what the mayor wants",
		"talks lasted how long?":         "how long talks lasted?",
		"did he say what":                "did he say what",
		"tell me why":                    "tell me why",
		"the mayor came for what":        "the mayor came for what",
		"harbour fair how long":          "harbour fair how long",
		"who met where":                  "who met where",
		"say what":                       "say what",
		"The vote in the town was when?": "The vote in the town was when?", // seven words
		"And the mayor is who?":          "And the mayor is who?",
		"ann is how old":                 "how old is ann",
		"the roofer how old":             "how old is the roofer",
		"is ann how old":                 "is ann how old",
		"the vote was when?":             "when was the vote?",
		"he left, and when":              "he left, and when",
	} {
		got := Plain(typed)
		if got != want {
			t.Errorf("Plain(%q) = %q, want %q", typed, got, want)
		}
		if again := Plain(got); again != got {
			t.Errorf("Plain(%q) = %q", got, again)
		}
	}
}
