package conversation

import "testing"

// A question may leave out the noun that the last one gives, what there was some of, or
// whose relative somebody is.
func TestResolveElided(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct{ last, short, asked, want string }{
		// The noun that is counted or chosen from.
		{"How many lamps were sold at the fair?", "40", "and how many were lost?", "How many lamps were lost?"},
		{"How many lamps were sold at the fair?", "40", "How many visitors came?", "How many visitors came?"},
		{"How much fuel was lost?", "", "How many were hurt?", "How many were hurt?"},
		{"Is the mill open again?", "No", "which one is still closed", "Which mill is still closed?"},
		{"Who came with Ann?", "Bob Ray and Carl Poe", "Which one is the doctor?", "Who is the doctor?"},
		{"Which old lamps were sold?", "", "when?", "When were the old lamps sold?"},
		{"Which mill is still closed?", "Holm Mill", "since when", "Since when is Holm Mill still closed?"},
		{"Which booths sank?", "", "when", "When was it that the booths sank?"},
		{"Which city is the fair in?", "Norwick", "when", "When is the fair in?"},
		{"Who owns the mill?", "Carl Poe", "since when", "Since when is it that Carl Poe owns the mill?"},
		{"Who owns the mill?", "", "since when", "Since when is it that someone owns the mill?"},
		{"Who is leading?", "Ann Lee", "by how much", "By how much is Ann Lee leading?"},

		// What there was some of.
		{"Were there any arrests at the fair?", "Yes", "how many", "How many arrests were there at the fair?"},
		{"Were there any arrests at the fair?", "Yes", "why", "Why were there arrests at the fair?"},
		{"How many arrests were there?", "four", "what for", "Why were there arrests?"},
		{"How many arrests were there?", "four", "when were they released", "When were those arrested released?"},
		{"Were there any lamps?", "Yes", "who sold them", "who sold them"},

		// Another time.
		{"How much do the bakers get?", "", "and next year?", "How much do the bakers get next year?"},
		{"How many booths sank last year?", "", "and this year?", "How many booths sank this year?"},
		{"Who paid for it?", "", "and the year?", "and the year?"},

		// One of another's.
		{"What did Ann Lee's husband say?", "", "was he at the fair?", "Was Ann Lee's husband at the fair?"},
		{"What did Ann Lee's husband say?", "", "was she at the fair?", "Was Ann Lee at the fair?"},
		{"Who is Ann Lee's husband?", "Bob Ray", "how old is he?", "How old is Bob Ray?"},
		{"How old is Ann Lee's husband?", "", "and the older daughter", "How old is Ann Lee's older daughter?"},
		{"How old is Ann Lee's deputy?", "", "and the mediator", "How old is the mediator?"},
		{"How old is Ann Lee's husband?", "", "and her daughter", "How old is Ann Lee's daughter?"},
		{"How old is Ann Lee's husband?", "", "and his mother?", "How old is Ann Lee's husband's mother?"},

		// Where somebody was.
		{"Was Ann in court?", "Yes", "who else was there", "Who else was in court?"},
		{"What about Ann Lee's bonus?", "", "was she there until the end?", "Was Ann Lee there until the end?"},
		{"How many people work at Holm Mills?", "", "who runs it", "Who runs Holm Mills?"},
		{"Did the mayor resign?", "No", "who asked her to", "Who asked the mayor to resign?"},
		{"Who came with Ann?", "Secretary of State Bob Ray and special envoy Carl Poe", "who is the second one", "Who is Carl Poe?"},

		{"Were any boats lost?", "Yes", "how many", "How many boats were lost?"},
		{"Did any boats sink?", "Yes", "how many", "How many boats did sink?"},
		{"How did the members vote?", "", "how many were against?", "how many were against?"},
		{"Who sits on the commission?", "", "who voted against", "Who voted against the commission?"},
		{"What happened to the mill?", "", "when was that", "When did that happen to the mill?"},
		{"Who chairs the inquiry?", "Ann Lee", "and the other members?", "Who are the other members?"},
		{"Which towns does the levy cover?", "", "who asked for it", "Who asked for the levy?"},

		{"What does Norway want?", "", "how about the us", "What does the US want?"},
		{"Who are the other members?", "", "when will they report", "When will the other members report?"},

		// Those who are meant.
		{"What was the fine?", "Ann Lee imposed a fine of $75", "when does he go", "when does he go"},
		{"Did the governor meet Bob Ray?", "", "what did she say", "What did the governor say?"},
		{"How far is the prison?", "", "who runs it", "Who runs the prison?"},
		{"Where is the fair?", "Norwick Green", "how old is he", "how old is he"},
		{"Who runs the grid?", "Holm Power", "did their shares fall", "Did Holm Power's shares fall?"},
		{"Who owns the port?", "", "how much did they pay", "How much did whoever owns the port pay?"},
		{"How long did Ann Lee speak?", "", "who else was there", "Who else was at the speech of Ann Lee?"},
		{"Who proposed the meeting between Ann Lee and Bob Ray?", "Ann Lee", "did the other one accept", "Did Bob Ray accept?"},
		{"Who met Ann Lee?", "Bob Ray", "did the other one accept", "Did Ann Lee accept?"},

		// The article of the answer.
		{"When does the mill reopen?", "May", "who said that", "When does the mill reopen?"},
		{"Where is the fair?", "Norwick", "which article is that from", "Where is the fair?"},
		{"Where is the fair?", "Norwick", "when was this article published?", "Where is the fair?"},
		{"What does the study say?", "", "When was this published?", "When was this published?"},
	} {
		if got := Resolve(tt.asked, []Turn{{Question: tt.last, Short: tt.short}}); got != tt.want {
			t.Errorf("after %q (%s), %q is understood as\n%q, want\n%q", tt.last, tt.short, tt.asked, got, tt.want)
		}
	}
}

// What was only a question of when is no thing that "it" means.
func TestResolveAfterBareQuestion(t *testing.T) {
	t.Parallel()
	turns := []Turn{{Question: "Who owns the mill?"}, {Question: "Since when?"}}
	if got, want := Resolve("who founded it", turns), "Who founded the mill?"; got != want {
		t.Errorf("%q, want %q", got, want)
	}
}
