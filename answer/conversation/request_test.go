package conversation

import "testing"

// Requests are asked as questions; what only looks like one stays as it is.
func TestInquired(t *testing.T) {
	t.Parallel()
	for asked, want := range map[string]string{
		"Quote Ann Lee on the fair":                     "What did Ann Lee say about the fair?",
		"pls quote the baker":                           "What did the baker say?",
		"give me a quote from Ann Lee about the booths": "What did Ann Lee say about the booths?",
		"Any direct quotes by the mayor?":               "What did the mayor say?",
		"What were Ann Lee's exact words on the fair?":  "What did Ann Lee say about the fair?",
		"his exact words?":                              "What did he say?",
		"list all the things Bob said about the lamps":  "What did Bob say about the lamps?",
		"List everyone who came to the fair.":           "Who came to the fair?",
		"name all people who left":                      "Who left?",
		"who all was at the fair":                       "Who was at the fair?",
		"what all did Ann say":                          "What did Ann say?",

		"Quote":                           "Quote",
		"In exact words, what was said?":  "In exact words, what was said?",
		"Who all the booths belong to?":   "Who all the booths belong to?",
		"Which quote is on the wall?":     "Which quote is on the wall?",
		"Name the river at Norwick.":      "Name the river at Norwick.",
		"List the booths and the prizes.": "List the booths and the prizes.",
	} {
		if got := inquired(asked); got != want {
			t.Errorf("%q: %q, want %q", asked, got, want)
		}
	}
}

func TestIsSmallTalkOfSeveral(t *testing.T) {
	t.Parallel()
	for message, want := range map[string]bool{
		"lol ok bye": true, "ok thanks, see you!": true, "hi who won": false, "ok": true, "thanks Ann": false, "": false,
	} {
		if got := IsSmallTalk(message); got != want {
			t.Errorf("%q: %t", message, got)
		}
	}
}
