package conversation

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestInquiries(t *testing.T) {
	t.Parallel()
	for message, want := range map[string][]string{
		// Several questions.
		"Where did they meet and how long did it last? And who was there?": {"Where did they meet?", "How long did it last?", "And who was there?"},
		"Who came and what did they decide?":                               {"Who came?", "What did they decide?"},
		"where did they meet? how long did it last? who was there":         {"where did they meet?", "how long did it last?", "who was there"},
		"where did they meet\nhow long did it last\nwho was there":         {"where did they meet", "how long did it last", "who was there"},
		"where did they meet how long did it last who was there":           {"Where did they meet?", "How long did it last?", "Who was there?"},
		"Where was the fair held, how long did it last, and who came?":     {"Where was the fair held?", "How long did it last?", "Who came?"},
		"When and where did they meet?":                                    {"When did they meet?", "Where did they meet?"},
		"where, when and why did the fair take place":                      {"Where did the fair take place?", "When did the fair take place?", "Why did the fair take place?"},
		"How long and where did they talk?":                                {"How long did they talk?", "Where did they talk?"},
		"Do you know when and where they met?":                             {"When they met", "Where they met"},
		"What did he say and why?":                                         {"What did he say?", "Why?"},
		"Did they sign it and did Ann come?":                               {"Did they sign it?", "Did Ann come?"},
		"Who is Ann and who is Bob?":                                       {"Who is Ann?", "Who is Bob?"},
		"um so like who owns the mill and when did they buy it":            {"Um so like who owns the mill?", "When did they buy it?"},
		"How many came and for how long did it last and why":               {"How many came?", "For how long did it last?", "Why?"},
		"Who was there and with whom did Ann leave?":                       {"Who was there?", "With whom did Ann leave?"},
		"Do they agree on who came and for how long?":                      {"Do they agree on who came and for how long?"},
		"Was the boat damaged, and if so how much is the repair?":          {"Was the boat damaged?", "How much is the repair?"},
		"what about the schools, are they open again?":                     {"What about the schools?", "Are they open again?"},
		"who came and who left":                                            {"Who came?", "Who left?"},
		"what did ann say about the fair and what about bob":               {"What did ann say about the fair?", "What about bob?"},
		"What did Ann say - and what did Bob answer?":                      {"What did Ann say?", "What did Bob answer?"},
		"did they agree; who paid?":                                        {"did they agree", "who paid?"},
		"can u tell me who was there and where they met":                   {"Who was there?", "Where they met"},
		"1. Who won?\n2. When?":                                            {"Who won?", "When?"},
		"What is the fair? Is Ann a member, and what does Bob say?":        {"What is the fair?", "Is Ann a member?", "What does Bob say?"},
		"who won??? when was it??":                                         {"who won???", "when was it??"},
		"who won... when was it":                                           {"who won...", "when was it"},

		"my aunt came to the fair too, anyway how many booths burnt and is it open?": {"How many booths burnt?", "Is it open?"},
		"we all thought that ann had left early, so when did she leave":              {"we all thought that ann had left early, so when did she leave"},
		"I told him that it was long, so when did it end":                            {"when did it end"},
		"It was long, so when did it end?":                                           {"It was long, so when did it end?"},

		// One question, however many things it names.
		"What did Ann and Bob say?":             {"What did Ann and Bob say?"},
		"What did Ann, Bob, and Carol say?":     {"What did Ann, Bob, and Carol say?"},
		"Did Ann and Bob meet and sign a deal?": {"Did Ann and Bob meet and sign a deal?"},
		"Was the fair long and was the weather so bad that the booths, the stalls and the stage had to be closed?": {
			"Was the fair long and was the weather so bad that the booths, the stalls and the stage had to be closed?",
		},
		"Do the papers agree on who came and how long it lasted?":  {"Do the papers agree on who came and how long it lasted?"},
		"Who is the man who met Ann and who signed the deal?":      {"Who is the man who met Ann and who signed the deal?"},
		"When Ann arrived, what did she say?":                      {"When Ann arrived, what did she say?"},
		"How did he describe what happened and what he saw?":       {"How did he describe what happened and what he saw?"},
		"Who said what and when?":                                  {"Who said what and when?"},
		"Is it true that Ann left and that Bob stayed?":            {"Is it true that Ann left and that Bob stayed?"},
		"Which person, who is known for a song, came to the fair?": {"Which person, who is known for a song, came to the fair?"},
		"Did they meet or did they talk by phone?":                 {"Did they meet or did they talk by phone?"},
		"Which paper says so? The Herald or the Post?":             {"Which paper says so? The Herald or the Post?"},
		"J. A. Hobson wrote which book?":                           {"J. A. Hobson wrote which book?"},
		"Who met the U.S. delegation in St. Louis?":                {"Who met the U.S. delegation in St. Louis?"},
		"Tell me who won.":                                         {"Tell me who won."},
		"the harbour fair":                                         {"the harbour fair"},
		"Ann at the fair. The prizes.":                             {"Ann at the fair. The prizes."},
		"":                                                         {""},

		"1. who won 2. when was it 3) and why":                   {"who won", "when was it", "and why"},
		"Who won in 2018. Was it fair?":                          {"Who won in 2018.", "Was it fair?"},
		"Tell me who came, where they met and how long it took.": {"Who came?", "Where they met", "How long it took"},
		"u know who won?":                                        {"you know who won?"},
		"The talks: how long?":                                   {"The talks: how long?"},

		// What is asked about is named first.
		"ann lee - was she there??":              {"was ann lee there??"},
		"The ferry, is it open again?":           {"is The ferry open again?"},
		"ann lee who is that":                    {"Who is ann lee?"},
		"The bridge: when was it built and why?": {"When was The bridge built?", "Why?"},
		"Bob Ray, what did his wife say?":        {"what did Bob Ray's wife say?"},
		"Sadly, was she there?":                  {"Sadly, was she there?"},
		"In May, did they meet?":                 {"In May, did they meet?"},
		"Friday, did they meet?":                 {"Friday, did they meet?"},
		"No, was she there?":                     {"No, was she there?"},

		// A statement with a tag asks whether it is so.
		"They met in Oslo, right?":              {"Is it true that they met in Oslo?"},
		"so Ann was there, wasn't she?":         {"Is it true that Ann was there?"},
		"The fair didn't open, did it?":         {"Is it true that the fair didn't open?"},
		"True or false: Ann came":               {"Is it true that Ann came?"},
		"fact check - the fair was in Oslo":     {"Is it true that the fair was in Oslo?"},
		"can you confirm that Ann came?":        {"Is it true that Ann came?"},
		"i heard that Ann was there, right?":    {"Is it true that Ann was there?"},
		"My friend swears Bob was there, true?": {"Is it true that Bob was there?"},
		"Fact check: did Ann come":              {"Did Ann come?"},
		"so there was no fair?":                 {"Is it true that there was no fair?"},
		"Ann Lee met Bob Ray in Oslo?":          {"Is it true that Ann Lee met Bob Ray in Oslo?"},
		"The longest speech?":                   {"The longest speech?"},
		"Who turned left, and who was right?":   {"Who turned left?", "Who was right?"},
		"Is the third answer right?":            {"Is the third answer right?"},

		// What somebody told is asked of.
		"my cousin works there and she told me the fair took 22 hours, is that right?": {"Is it true that the fair took 22 hours?"},

		// A question in a longer message.
		"Hi! Where did they meet? Thanks":                                                  {"Where did they meet?"},
		"I read that Ann met Bob. How long did they talk?":                                 {"How long did they talk?"},
		"When Ann arrived, Bob waved. Who was there?":                                      {"Who was there?"},
		"hey so i read about it and i was wondering who was in the room?":                  {"who was in the room?"},
		"We saw the fair. I want to know whether Ann was there.":                           {"Is it true that Ann was there?"},
		"I have to name the month: when does the fair end?":                                {"when does the fair end?"},
		"We had a look at it yesterday, could anybody tell me how many booths there were?": {"how many booths there were?"},
		"“Who are you?” asked Bob. Who answered him?":                                      {"Who answered him?"},
		"> who was there?\nwhere was it?":                                                  {"where was it?"},
		"> who was there":                                                                  {"who was there"},
		"ok thanks! and in 2018":                                                           {"and in 2018"},
		"um i was at the fair with my aunt yesterday how many booths were sold":            {"how many booths were sold"},
		"so i heard ann met bob somewhere up north where did they meet":                    {"where did they meet"},
		"i was wondering like did they pay or not":                                         {"did they pay"},
		"Did Ann sell the lamps or what and who bought them?":                              {"Did Ann sell the lamps?", "Who bought them?"},
		"why did the roof of the hall fall was it old or something":                        {"Why did the roof of the hall fall?", "Was it old?"},
		"Back to Ann: was she there?":                                                      {"was she there?"},
		"In the old hall of the town of Norwick how many booths were sold?":                {"In the old hall of the town of Norwick how many booths were sold?"},
		"my aunt came in. anyway, did they sign anything?":                                 {"anyway, did they sign anything?"},
		"Ann won it. please, who paid":                                                     {"please, who paid"},
		"so i went\nto the fair. who won":                                                  {"who won"},
	} {
		var got []string
		list, beyond := Inquiries(message)
		for _, q := range list {
			got = append(got, q.Text)
		}
		if diff := cmp.Diff(want, got); diff != "" || beyond != 0 {
			t.Errorf("%q, %d beyond (-want +got):\n%s", message, beyond, diff)
		}
	}
}

// A question knows what was said before it.
func TestInquiriesBefore(t *testing.T) {
	t.Parallel()
	list, _ := Inquiries("Hello! I read that Ann met Bob. It was in May. How long did they talk? Nobody said. Who was there?")
	got := []string{list[0].Before, list[1].Before}
	want := []string{"I read that Ann met Bob. It was in May.", "I read that Ann met Bob. It was in May. Nobody said."}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if list, _ = Inquiries("Back to Ann: was she there?"); list[0].Before != "Ann" {
		t.Errorf("the topic is %q", list[0].Before)
	}
	if list, _ = Inquiries(strings.Repeat("A long story. ", 100) + "Who won?"); len(list[0].Before) > maxTold || len(list[0].Before) < maxTold/2 {
		t.Errorf("%d bytes before", len(list[0].Before))
	}
}

// Of more questions than are answered, the rest are counted.
func TestInquiriesBeyond(t *testing.T) {
	t.Parallel()
	if list, beyond := Inquiries("Who won? When? Where? Why? How? How long?"); len(list) != MaxParts || beyond != 2 {
		t.Errorf("%d questions, %d beyond", len(list), beyond)
	}
}
