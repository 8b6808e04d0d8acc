package retrieval

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestKinds(t *testing.T) {
	t.Parallel()
	s := embedded(t)
	for kind, questions := range map[Kind][]string{
		KindPerson: {
			"Who was absent from the summit?", "Who said that the mood was excellent?", "By whom was Putin greeted?", "Whose plane landed first?",
			"Which president spoke first?", "What politician proposed Moscow?", "Which minister called the mood excellent?", "so who greeted Putin?",
			"Which officials came late?", "who", "Who could mediate?",
		},
		KindPlace: {
			"Where was the summit held?", "where will they meet next", "Which city was proposed?", "In what country was the pilot buried?",
			"What is the base?", "What was the location?", "the location of the summit", "meeting place", "wher was the summit held", "At which venue did they confer?",
			"What's the capital of Ukraine?", "wheres the base",
		},
		KindDate: {
			"When did the summit take place?", "In what year was Alaska sold?", "On which day of the week did they meet?", "What date was it?",
			"Which month was the estimate from?", "wen did russia sell alaska", "please tell me when the treaty expires", "What century was it?",
			"What was the date of the visit?", "date of the summit", "summit date?", "At what time did the delegations come in?",
		},
		KindDuration: {
			"How long did the talks last?", "How many hours did the talks take?", "how many years has the war lasted", "What was the duration of the talks?",
			"What length did the conference have?", "length of the talks", "the duration please", "meeting length?", "Do the reports agree on how long the talks lasted?", "um so how long was it",
		},
		KindNumber: {
			"How many villages were retaken?", "How much of Ukraine does Russia control?", "What percentage of Ukraine is occupied?", "How old is Putin?",
			"How tall is Sergei Lavrov?", "What number of casualties was estimated?", "How far is the base from Anchorage?", "What was the price?",
			"What is the population of Alaska?",
		},
		KindOrganisation: {
			"Which company built the limousine?", "What agency issued the warrant?", "Which party opposed it?", "What organization considers an agreement the best outcome?",
			"Which newspaper reported it?", "Which institutions were named?",
		},
		KindList: {
			"Who attended the summit?", "List the members of the Russian delegation.", "Who took part in the talks?", "who accompanied Trump",
			"Who were the members of the delegation?", "the Russian delegation", "Name the participants", "Who was in the room?",
			"Who was present?", "names of the ministers", "Who represented Russia?", "Who came with Putin?",
		},
		KindYesNo: {
			"Was an agreement signed?", "Did Zelensky attend?", "Is Putin ready to discuss arms control?", "Does Moscow reject the accusation?",
			"Can you say so?", "Wasn't Zelensky there?", "Has Kyiv given up territory?", "so did they agree?",
		},
		KindQuotation: {
			"What did Putin say about the talks?", "What were Trump's words on leaving?", "What was said about Moscow?", "How did Trump describe the meeting?",
			"What has Zelensky demanded in his remarks?", "What quip did Putin make?", "What did Trump call the meeting?",
		},
		KindReason: {
			"Why was Alaska chosen?", "What is the reason for the exclusion?", "What caused the delay?", "hwy was Zelensky absent", "How come nobody came?",
			"For what reason did Putin place flowers?", "What was the cause of the war?",
		},
		KindWhoIs: {
			"Who is Marco Rubio?", "who is lavrov", "Who's Steve Witkoff?", "whos Witkoff", "What is Yuri Ushakov's job?", "What position does Belousov hold?",
			"What office or title does Rubio have?", "Who was Barack Obama?",
		},
		KindManner: {
			"How did Trump greet Putin?", "How were the delegations seated?", "How's the mood?", "How could the conflict be frozen?",
			"how", "How will it go on?",
		},
		KindOther: {
			"", "What did he call for?", "What role did China play?", "What treaty expires in February?", "ceasefire conditions", "When time is short, what matters?",
			"Name a pilot", "What happened?", "thanks",
		},
	} {
		for _, q := range questions {
			if got := ask(t, s, q).Kind; got != kind {
				t.Errorf("%q asks for %v, want %v", q, got, kind)
			}
		}
	}
}

func TestFocus(t *testing.T) {
	t.Parallel()
	s := embedded(t)
	for question, want := range map[string][]string{
		"What nuclear treaty expires in 2026?":      {"nuclear", "treaty", "expires"},
		"How many villages were retaken?":           {"villages"},
		"In what year was Alaska sold?":             {"year"},
		"Which Russian minister spoke?":             {"russian", "minister"},
		"What is the exact location of the summit?": {"location"},
		"Why Alaska?": nil,
	} {
		if diff := cmp.Diff(want, ask(t, s, question).Focus); diff != "" {
			t.Errorf("%q (-want +got):\n%s", question, diff)
		}
	}
}

// The words that only ask are not searched for.
func TestTermsLeaveOutTheAsking(t *testing.T) {
	t.Parallel()
	s := embedded(t)
	for question, want := range map[string][]string{
		"How long did the talks last?":                {"talks", "last"},
		"In what year was Alaska sold?":               {"alaska", "sold"},
		"Can you tell me where the summit was held?":  {"summit", "held"},
		"On which day of the week did they meet?":     {"meet"},
		"List the members of the Russian delegation.": {"members", "russian", "delegation"},
		"What is Rubio's job?":                        {"rubio"},
		"Talks, talks and TALKS":                      {"talks"},
		"Who were they?":                              {"who", "were", "they"},
		"What did the U.S. and the US say?":           {"usa", "say"},
		"the summit’s cease‑fire":                     {"summit", "cease", "fire"},
		"Where did the summit take place?":            {"summit"},
		"When will the next meeting be taking place?": {"next", "meeting"},
		"Who took part?":                              {"participate"},
		"Who was with Trump?":                         {"accompany", "trump"},
		"And who was present at the talks?":           {"attend", "talks"},
		"Who took no part in the talks?":              {"took", "participate", "talks"},
		"Who came with Putin?":                        {"accompany", "putin"},
		"Who came to Alaska?":                         {"came", "alaska"},
		"Which part of Ukraine does Russia control?":  {"part", "ukraine", "russia", "control"},
		"What place was proposed?":                    {"place", "proposed"},
		"a b c 7":                                     {"7"},
		"How come the talks failed in the end?":       {"talks", "failed"},
		"Was a treaty mentioned at all?":              {"treaty", "mentioned"},
		"Why on earth did Kyiv lose the village?":     {"kyiv", "lose", "village"},
		"Where does the war end?":                     {"war", "end"},
	} {
		if diff := cmp.Diff(want, norms(ask(t, s, question).Terms)); diff != "" {
			t.Errorf("%q (-want +got):\n%s", question, diff)
		}
	}
}
