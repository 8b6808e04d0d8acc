package conversation

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

// TestResolve asks questions that lean on the one before, and others that must
// stay as they are.
func TestResolve(t *testing.T) {
	t.Parallel()
	const (
		where  = "Where was the summit held?"
		lasted = "How long did the talks last?"
		who    = "Who is Andrei Belousov?"
		ask    = "What does Moscow demand from Ukraine?"
	)
	for _, tt := range []struct{ last, asked, want string }{
		{where, "And how long did it last?", "How long did the summit last?"},
		{where, "How long did it last?", "How long did the summit last?"},
		{where, "What day was it?", "What day was the summit?"},
		{where, "When was that?", "When was the summit?"},
		{"Why wasn't a treaty signed?", "What did Ann say about it?", "What did Ann say about a treaty?"},
		{"Who attended the talks?", "When was that?", "When were the talks?"},
		{where, "When?", "When was the summit held?"},
		{where, "And when?", "When was the summit held?"},
		{where, "Why?", "Why was the summit held?"},
		{where, "How long?", "How long did the summit last?"},
		{where, "And who was there?", "Who was present at the summit?"},
		{where, "What was agreed there?", "What was agreed at the summit?"},
		{lasted, "And where?", "Where did the talks take place?"},
		{lasted, "And who was there?", "Who was present at the talks?"},
		{"How long did Ann and Bob talk?", "Where?", "Where did Ann and Bob talk?"},
		{"How long did Ann and Bob talk?", "And who was there?", "Who was present at the talks between Ann and Bob?"},
		{who, "How did he describe the mood?", "How did Andrei Belousov describe the mood?"},
		{who, "How old is he?", "How old is Andrei Belousov?"},
		{who, "What is his office?", "What is Andrei Belousov's office?"},
		{who, "Who met him?", "Who met Andrei Belousov?"},
		{who, "And Sergei Lavrov?", "Who is Sergei Lavrov?"},
		{who, "What about Sergei Lavrov?", "Who is Sergei Lavrov?"},
		{who, "And what about Sergei Lavrov?", "Who is Sergei Lavrov?"},
		{ask, "And what about Kyiv?", "What does Kyiv demand from Ukraine?"},
		{ask, "Who else?", "What else does Moscow demand from Ukraine?"},
		{ask, "Anything else?", "What else does Moscow demand from Ukraine?"},
		{ask, "And more?", "What else does Moscow demand from Ukraine?"},
		{"When did Russia invade Ukraine?", "And the United States?", "When did the United States invade Ukraine?"},
		{"Was Zelensky at the talks?", "Did he call for peace?", "Did Zelensky call for peace?"},
		{"Was Zelensky's plan discussed?", "What does he want?", "What does Zelensky want?"},
		{"What's this about lanterns?", "Who made them?", "Who made the lanterns?"},
		{"What about the new lanterns?", "Who made them?", "Who made the new lanterns?"},
		{"What's Norwick's link with the sea?", "When was it founded?", "When was Norwick founded?"},
		{"When was Norwick founded?", "Who was king then?", "Who was king then?"},

		// Questions without a verb, or in another order of words.
		{"harbour fair how long", "and where?", "Where was the harbour fair?"},
		{"How many booths sank?", "Where?", "Where was it that the booths sank?"},
		{"How many booths sank?", "no, I meant visitors hurt", "How many visitors hurt sank?"},
		{"How many booths sank?", "no, I meant lamps sold", "How many lamps sold sank?"},
		{"How many booths sank?", "no, I meant lamps damaged", "How many lamps damaged?"},
		{"When Ann was last in Norwick?", "Whom she met there?", "Whom Ann met in Norwick?"},

		// What goes further back, or to somebody else.
		{"What did Ann Lee say about the fair?", "When was that?", "When did Ann Lee say that about the fair?"},
		{"What did Ann Lee call Bob Ray?", "What else did she say about him?", "What else did Ann Lee say about Bob Ray?"},
		{"What did Ann Lee say about him?", "And about the fair?", "What did Ann Lee say about the fair?"},
		{"What did Ann Lee say?", "and bob?", "What did Bob say?"},
		{"Did Ann Lee resign?", "Who asked her to?", "Who asked Ann Lee to resign?"},
		{"Where was the summit?", "And before that?", "What happened before the summit?"},
		{"Which source says that the talks took two hours?", "Do they agree on the day?", "Do the articles agree on the day of the talks?"},

		// They say themselves what they ask.
		{where, "Who signed the treaty in 2010?", "Who signed the treaty in 2010?"},
		{where, "When did Russia sell Alaska?", "When did Russia sell Alaska?"},
		{where, "What did Putin say when he arrived?", "What did Putin say when he arrived?"},
		{where, "Did Trump keep his promise?", "Did Trump keep his promise?"},
		{where, "Is it true that Alaska was sold to the United States?", "Is it true that Alaska was sold to the United States?"},
		{where, "Who attended that meeting of ministers?", "Who attended that meeting of ministers?"},
		{where, "", ""},
		{"", "And how long did it last?", "And how long did it last?"},
	} {
		got := Resolve(tt.asked, []Turn{{Question: tt.last}})
		if diff := cmp.Diff(tt.want, got); diff != "" {
			t.Errorf("after %q, %q (-want +got):\n%s", tt.last, tt.asked, diff)
		}
	}
}

// What a message told before its question is what pronouns mean, and what may be
// asked to be confirmed.
func TestResolveTold(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct{ told, asked, want string }{
		{"The fair lasted nine hours.", "Is that right?", "Is it true that the fair lasted nine hours?"},
		{"My brother says that Ann Lee won the race.", "is that true", "Is it true that Ann Lee won the race?"},
		{"I read that Ann Lee met Bob Ray. Some people say it was in Oslo.", "True?", "Is it true that the meeting between Ann Lee and Bob Ray was in Oslo?"},
		{"Ann Lee met Bob Ray.", "How long did they talk?", "How long did Ann Lee and Bob Ray talk?"},
		{"Ann Lee said she would come.", "When did she say that?", "When did Ann Lee say that?"},
		{"Ann Lee said she would come.", "Really?", "Is it true that Ann Lee said she would come?"},
	} {
		got := Resolve(tt.asked, []Turn{{Question: tt.told, Told: true}})
		if diff := cmp.Diff(tt.want, got); diff != "" {
			t.Errorf("after %q, %q (-want +got):\n%s", tt.told, tt.asked, diff)
		}
	}
}

// One of those whom the last answer lists is meant by its place, and whom "he" means
// is not taken from a list.
func TestResolveOfList(t *testing.T) {
	t.Parallel()
	last := Turn{Question: "Who accompanied Ann Lee?", Short: "Bob Ray and Carl Orr"}
	for asked, want := range map[string]string{
		"And the second one?": "Who is Carl Orr?",
		"no, the first":       "Who is Bob Ray?",
		"What about her?":     "What about Ann Lee?",
		"Where do they live?": "Where do Bob Ray and Carl Orr live?",
	} {
		if got := Resolve(asked, []Turn{last}); got != want {
			t.Errorf("%q is understood as %q, want %q", asked, got, want)
		}
	}
}

// Whom the last question does not name is looked for in the one before.
func TestResolveEarlier(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct{ first, last, asked, want string }{
		{"Where did Ann Lee and Bob Ray meet?", "Who else was at the meeting?", "And what did they say afterwards?", "What did Ann Lee and Bob Ray say afterwards?"},
		{"Who attended the fair?", "When was the fair?", "Who else?", "Who else attended the fair?"},
		{"What did Ann Lee say?", "Why did Ann Lee say that?", "What about Bob Ray?", "What did Bob Ray say?"},
		{"What did Ann Lee say?", "Why did Ann Lee leave?", "What about Bob Ray?", "Why did Bob Ray leave?"},
	} {
		history := []Turn{{Question: tt.first}, {Question: tt.last}}
		if got := Resolve(tt.asked, history); got != tt.want {
			t.Errorf("%s %s %s: understood as %q, want %q", tt.first, tt.last, tt.asked, got, tt.want)
		}
	}
}

// Names come from the answer before where its question has none.
func TestResolveByAnswer(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct {
		name string
		last Turn
		want string
	}{
		{"short answer", Turn{Question: "Who spoke first?", Short: "Sergei Lavrov"}, "How old is Sergei Lavrov?"},
		{"name typed small", Turn{
			Question: "who is steve witkoff", Statements: []string{"Special envoy Steve Witkoff sat at the table."},
		}, "How old is Steve Witkoff?"},
		{"nobody", Turn{Question: "Which treaty ends?", Short: "Norway"}, "How old is he?"},
		{"somebody without a name", Turn{
			Question: "Was anyone arrested?", Short: "Yes", Statements: []string{"Police arrested a young roofer on Sunday."},
		}, "How old is the roofer?"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			got := Resolve("How old is he?", []Turn{tt.last})
			if diff := cmp.Diff(tt.want, got); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

// The last turn counts first, and without a conversation nothing is changed.
func TestResolveLastTurn(t *testing.T) {
	t.Parallel()
	history := []Turn{{Question: "Who is Marco Rubio?"}, {Question: "Who is Steve Witkoff?"}}
	if got := Resolve("How old is he?", history); got != "How old is Steve Witkoff?" {
		t.Errorf("got %q", got)
	}
	if got := Resolve("  How old\tis he? ", nil); got != "How old is he?" {
		t.Errorf("got %q", got)
	}
}

// TestResolveGrammar: what a follow-up is understood as is shown, so that it has to
// be a sentence.
func TestResolveGrammar(t *testing.T) {
	t.Parallel()
	const (
		met     = "Where did Ann Lee and Bob Ray meet?"
		came    = "Who attended the fair?"
		signed  = "Who signed the treaty?"
		sold    = "When did Norway sell the island?"
		said    = "What did Ann Lee say about Bob Ray?"
		fair    = "Where was the harbour fair held?"
		minutes = "How long did the briefing for the press last?"
	)
	for _, tt := range []struct{ last, asked, want string }{
		// What people did is a thing.
		{met, "How long did it last?", "How long did the meeting between Ann Lee and Bob Ray last?"},
		{met, "And who was there?", "Who was present at the meeting between Ann Lee and Bob Ray?"},
		{met, "What was agreed there?", "What was agreed at the meeting between Ann Lee and Bob Ray?"},
		{met, "When was that?", "When was the meeting between Ann Lee and Bob Ray?"},
		{met, "What did they discuss?", "What did Ann Lee and Bob Ray discuss?"},
		{met, "Did they sign a treaty on fishing afterwards?", "Did Ann Lee and Bob Ray sign a treaty on fishing afterwards?"},
		{met, "How long?", "How long did Ann Lee and Bob Ray meet?"},
		{met, "and then?", "What happened after the meeting between Ann Lee and Bob Ray?"},
		{met, "What happened next?", "What happened after the meeting between Ann Lee and Bob Ray?"},
		{met, "why", "Why did Ann Lee and Bob Ray meet?"},
		{met, "And Carl Orr?", "Where did Ann Lee and Carl Orr meet?"},
		{met, "who else?", "Where else did Ann Lee and Bob Ray meet?"},

		// Of a question for somebody, the circumstances.
		{came, "When?", "When was the fair?"},
		{came, "How long?", "How long did the fair last?"},
		{came, "How many?", "How many attended the fair?"},
		{came, "Who else?", "Who else attended the fair?"},
		{came, "Anyone else?", "Who else attended the fair?"},
		{came, "How long did it last?", "How long did the fair last?"},
		{came, "Why was it held in the harbour this year?", "Why was the fair held in the harbour this year?"},
		{signed, "Was it published?", "Was the treaty published?"},
		{fair, "How long?", "How long did the harbour fair last?"},
		{fair, "what did its visitors say", "What did the harbour fair's visitors say?"},
		{fair, "And in 2018?", "Where was the harbour fair held in 2018?"},
		{fair, "in 2018", "Where was the harbour fair held in 2018?"},
		{"Where was the fair held in 2017?", "and in 2018?", "Where was the fair held in 2018?"},
		{"What is the price of the ticket?", "And the bag?", "What is the price of the bag?"},

		{"Who else was with Ann Lee?", "When?", "When was it that someone was with Ann Lee?"},
		{"Who was with Ann Lee?", "What about Bob Ray?", "Who was with Bob Ray?"},
		{"wat did ann say", "why", "Why did ann say that?"},
		{"Who is Ann Lee?", "Why?", "Why?"},
		{"How was the mood?", "what happened next", "what happened next"},

		// He is the subject.
		{said, "When did he say so?", "When did Ann Lee say so?"},
		{said, "What about Carl Orr?", "What did Ann Lee say about Carl Orr?"},
		{"Did Ann Lee greet Bob Ray?", "What did she say?", "What did Ann Lee say?"},
		{sold, "Why?", "Why did Norway sell the island?"},
		{sold, "And Sweden?", "When did Sweden sell the island?"},

		{said, "why not?", "Why didn't Ann Lee say that about Bob Ray?"},
		{"Was Ann Lee at the fair?", "why not", "Why wasn't Ann Lee at the fair?"},
		{"Who was present at the fair?", "and where?", "Where was the fair?"},
		{"To whom did Ann Lee say so?", "when?", "When did Ann Lee say so?"},
		{"How long did Ann Lee and Bob Ray talk?", "no, I meant the press conference", "How long did the press conference last?"},
		{met, "And the press conference?", "Where was the press conference?"},
		{"What did Ann Lee promise?", "and the dinner?", "What did Ann Lee promise at the dinner?"},
		{"What did the mayors say at the harbour fair?", "How long was it?", "How long was the harbour fair?"},
		{"What did she say at the harbour fair?", "How long was it?", "How long was the harbour fair?"},
		{fair, "And who was present?", "Who was present at the harbour fair?"},
		{fair, "who came?", "Who was present at the harbour fair?"},
		{fair, "who attended", "Who attended the harbour fair?"},
		{fair, "who took part?", "Who took part in the harbour fair?"},
		{"How many people were at the fair?", "who were they", "Who were the people at the fair?"},
		{"How many booths did the mayors open?", "Where were they?", "Where were the booths?"},
		{"How many people were at the fair?", "names please", "Who were the people at the fair?"},
		{"Who came to the fair?", "names?", "Who came to the fair?"},
		{"Who was in the Norwegian delegation?", "and the Swedish one?", "Who was in the Swedish delegation?"},
		{"What did Ann Lee say about NATO?", "And Bob Ray?", "What did Bob Ray say about NATO?"},
		{"What did Ann Lee say about Bob Ray?", "and about NATO?", "What did Ann Lee say about NATO?"},

		// The same is asked of another office, of somebody without a name, or behind the
		// same preposition.
		{"Who is the finance minister?", "not her, the foreign one", "Who is the foreign minister?"},
		{"Who came?", "which of them is the mayor", "Who is the mayor?"},
		{said, "and the mayor?", "What did the mayor say about Bob Ray?"},
		{"What did the mayor call the fair?", "and Ann Lee?", "What did Ann Lee call the fair?"},
		{"Who led the talks for the bakers?", "and for the millers?", "Who led the talks for the millers?"},
		{"What do the Norwegians want?", "who rejects it?", "who rejects it?"},
		{"What happened to Ann Lee?", "why did the mayor leave his house?", "why did the mayor leave his house?"},
		{"When did the skipper leave?", "what did he say", "What did the skipper say?"},
		{"Where is the fair?", "and for the market?", "Where is the market?"},
		{"Does Ann Lee want to open the fair?", "and bob?", "Does Bob want to open the fair?"},
		{"How much did the strike cost Norwick?", "and the valley?", "How much did the strike cost the valley?"},
		{"How many boats did Ann Lee buy?", "when was that?", "When did Ann Lee buy the boats?"},
		{"How many boats did Ann Lee buy?", "why?", "Why did Ann Lee buy the boats?"},
		{"Who got hurt?", "when did that happen?", "When was it that someone got hurt?"},
		{"Who got hurt?", "were they insured?", "Were those who got hurt insured?"},
		{"Who got hurt?", "what for", "Why was it that someone got hurt?"},
		{"Who was with Ann Lee?", "and who wasn't?", "Who wasn't with Ann Lee?"},
		{"Where was Ann Lee?", "how come?", "Why?"},
		{"Is Ann Lee tired?", "does her office know that?", "Does Ann Lee's office know that?"},
		{"Where were the talks?", "who paid for the next one?", "Who paid for the next talks?"},
		{"When is the inquiry due?", "who chairs it?", "Who chairs the inquiry?"},
		{"What does Ann Lee do?", "and her brother?", "What does Ann Lee's brother do?"},
		{"Did Ann Lee win?", "and her brother?", "What about Ann Lee's brother?"},
		{"What did Ann Lee earn?", "and her bonus?", "What about Ann Lee's bonus?"},
		{fair, "who wasn't there?", "Who was absent from the harbour fair?"},
		{fair, "how come?", "Why was the harbour fair held?"},
		{"Did Ann Lee sign the treaty?", "and why did she do that?", "Why did Ann Lee sign the treaty?"},
		{"What did Ann Lee do?", "why did she do that?", "Why did Ann Lee do that?"},
		{"What happened to Ann Lee?", "Who was with her when it happened?", "Who was with Ann Lee when it happened?"},
		{"How many homes lost power?", "Why did it last?", "Why did it last?"},
		{"How many people died in the fire?", "Who counted them?", "Who counted the people who died in the fire?"},
		{"Who counted them?", "When did it begin?", "When did it begin?"},
		{"Did Ann Lee and Bob Ray sign anything?", "What did Ann Lee say about it?", "What did Ann Lee say about it?"},
		{"How did Ann Lee record the meetings?", "Why did they fire her?", "Why did someone fire Ann Lee?"},
		{"When was it that Ann Lee painted The Herring Wives?", "Has it been found?", "Has The Herring Wives been found?"},
		{"Has the boat been found?", "Where could it be?", "Where could the boat be?"},
		{"What did Ann Lee say about the fair?", "and the boss of the mill?", "What did the boss of the mill say about the fair?"},
		{"Where did Ann Lee and Bob Ray meet?", "did carl come too", "Did carl come to the meeting between Ann Lee and Bob Ray?"},
		{"Where was the summit?", "and was Carl invited as well?", "Was Carl invited to the summit?"},
		{"What's happening at the mill?", "Who stopped it?", "Who stopped the mill?"},
		{"Who's on board?", "Are they safe?", "Are those on board safe?"},
		{"Was anyone arrested?", "How much was it?", "How much was it?"},
		{"What did Ann Lee promise?", "per household?", "What did Ann Lee promise per household?"},
		{"Who is Ann Lee?", "When did Bob Ray buy it?", "When did Bob Ray buy it?"},
		{"Who owns the mill now?", "When was it built?", "When was the mill built?"},
		{"How long did the talks last?", "why", "Why did the talks last?"},
		{"When did Norwick lose?", "Who saw it?", "Who saw the defeat of Norwick?"},
		{"What is Ann Lee going to say?", "When did Bob hear it?", "When did Bob hear it?"},

		// The last answer is asked for again.
		{fair, "really?", fair},
		{fair, "Source?", fair},
		{fair, "can you repeat that", fair},
		{came, "tell me more", "Who else attended the fair?"},

		{"Which treaty between the two towns could Ann Lee talk about?", "When does it run out?", "When does the treaty run out?"},
		{"What did Ann Lee threaten buyers of crude with?", "Which countries?", "Which countries did Ann Lee threaten buyers of crude with?"},

		// Corrections.
		{sold, "No, I meant Sweden.", "When did Sweden sell the island?"},
		{sold, "not Norway, Sweden", "When did Sweden sell the island?"},
		{sold, "Sweden, not Norway", "Sweden, not Norway"},
		{sold, "no, Sweden", "When did Sweden sell the island?"},
		{sold, "I meant Sweden, not Norway", "When did Sweden sell the island?"},
		{said, "No, I meant Carl Orr", "What did Ann Lee say about Carl Orr?"},
		{minutes, "And the talks themselves?", "How long did the talks last?"},
		{minutes, "no, the second briefing", "How long did the second briefing for the press last?"},
		{minutes, "Sorry, I meant the talks.", "How long did the talks last?"},
		{minutes, "No, how long did the talks last?", "How long did the talks last?"},
		{"Who was with Bob Ray?", "No, I meant with Ann Lee.", "Who was with Ann Lee?"},
		{fair, "I mean who was there", "Who was present at the harbour fair?"},

		// New questions, which take nothing over.
		{met, "Who is the king of Norway?", "Who is the king of Norway?"},
		{met, "No ceasefire was agreed?", "No ceasefire was agreed?"},
		{met, "Is it true that the island was sold?", "Is it true that the island was sold?"},
		{met, "Is there a treaty?", "Is there a treaty?"},
		{met, "Was there any agreement on fishing?", "Was there any agreement on fishing?"},
		{met, "What did the mayors say when they left?", "What did the mayors say when they left?"},
		{met, "Did the fair open before it was paid for?", "Did the fair open before it was paid for?"},
		{met, "And who was with Carl Orr?", "And who was with Carl Orr?"},
		{met, "What does the paper say about that bridge?", "What does the paper say about that bridge?"},
	} {
		got := Resolve(tt.asked, []Turn{{Question: tt.last}})
		if got != tt.want {
			t.Errorf("after %q, %q is understood as\n%q, want\n%q", tt.last, tt.asked, got, tt.want)
		}
	}
}

// "Then" is the date that was answered.
func TestThen(t *testing.T) {
	t.Parallel()
	for short, want := range map[string]string{
		"1931": "Who was king in 1931?", "May 1931": "Who was king in May 1931?", "4 May 1931": "Who was king on 4 May 1931?",
		"Friday": "Who was king then?", "Ann Berg": "Who was king then?", "from 1931 to 1940": "Who was king then?",
	} {
		history := []Turn{{Question: "When was Norwick founded?", Short: short}}
		if got := Resolve("Who was king then?", history); got != want {
			t.Errorf("after %q it asks %q, want %q", short, got, want)
		}
	}
}

// A question goes back to the turn before the last one for its thing, to the order of a
// list, and to what a "no" denied.
func TestResolveFurther(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct {
		turns       []Turn
		asked, want string
	}{
		{[]Turn{{Question: "Who runs the inquiry?"}, {Question: "Who are the members?"}}, "When will it report?", "When will the inquiry report?"},
		{[]Turn{{Question: "Where was the summit?"}, {Question: "And after that?"}}, "And before that?", "What happened before the summit?"},
		{[]Turn{{Question: "Who came with Ann?", Short: "Bob Ray, Carl Poe and Dora Fox"}}, "Who is the last one?", "Who is Dora Fox?"},
		{[]Turn{{Question: "What did Ann say about the fair?"}, {Question: "When did Ann say that about the fair?"}}, "Tell me more", "What else did Ann say about the fair?"},
		{[]Turn{{Question: "Was Ann at the fair?", Short: "No"}}, "Why?", "Why wasn't Ann at the fair?"},
		{[]Turn{{Question: "Was Ann at the fair?", Short: "Yes"}}, "Why?", "Why was Ann at the fair?"},
		{[]Turn{{Question: "Who was missing from the fair?", Short: "Norwegian President Ann Lee"}}, "Why?", "Why was Ann Lee missing from the fair?"},
		{[]Turn{{Question: "Who opened the fair?", Short: "Norwegian President Ann Lee"}}, "What does she want?", "What does Ann Lee want?"},
		{[]Turn{{Question: "Who runs the mill?"}, {Question: "How much pay do the workers get?"}}, "Who built it?", "Who built the mill?"},
		{[]Turn{{Question: "Does Ann Lee want to renew Blue Harbour?", Statements: []string{"The Blue Harbour treaty ends in May."}}}, "and bob?", "Does Bob want to renew Blue Harbour?"},
		{[]Turn{{Question: "Whose ovens went cold?", Short: "village bakers"}}, "How did they cope?", "How did the village bakers cope?"},
	} {
		if got := Resolve(tt.asked, tt.turns); got != tt.want {
			t.Errorf("%q: %q, want %q", tt.asked, got, tt.want)
		}
	}
}

// When something was said is told by the sentence that says it.
func TestConcerns(t *testing.T) {
	t.Parallel()
	turns := []Turn{{Question: "What did Ann Lee say about the fair?", Statements: []string{"Ann Lee called it fun."}}}
	for asked, want := range map[string]int{"When was that?": 0, "when did she say that": 0, "Where did Ann Lee say so?": 0, "When was the fair?": -1, "Who said that?": -1} {
		if got := Concerns(asked, turns); got != want {
			t.Errorf("%q: %d, want %d", asked, got, want)
		}
	}
}
