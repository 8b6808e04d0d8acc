package answer

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// over is an engine over articles named a, b, c and so on; each has its title
// in the first line and its text in the others.
func over(tb testing.TB, articles ...string) reports {
	tb.Helper()
	files := map[string]string{}
	for i, a := range articles {
		title, body, _ := strings.Cut(a, "\n")
		name := string(rune('a' + i))
		files[name] = "---\nid: " + name + "\ntitle: \"" + title + "\"\nlang: en\n---\n\n" + body + "\n"
	}
	return overArticles(tb, files)
}

// The sea trial of the ferry is told in a few articles of the tests.
const ferryTitle = "The ferry Halda leaves the yard at Brunnvik\n"

func TestDisagreements(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct {
		name, question string
		articles       []string
		want           []string // the values that stand against each other, sorted
	}{
		{
			"nearly and more than", "How long did the sea trial of the Halda last?",
			[]string{
				ferryTitle + "The sea trial of the ferry Halda off Brunnvik lasted nearly three hours.",
				ferryTitle + "The sea trial of the ferry Halda off Brunnvik lasted more than three hours.",
			},
			[]string{"more than three hours", "nearly three hours"},
		},
		{
			"about and exact", "How long did the sea trial of the Halda last?",
			[]string{
				ferryTitle + "The sea trial of the ferry Halda off Brunnvik lasted about three hours.",
				ferryTitle + "The sea trial of the ferry Halda off Brunnvik lasted three hours.",
			},
			nil,
		},
		{
			"other units, same length", "How long did the sea trial of the Halda last?",
			[]string{
				ferryTitle + "The sea trial of the ferry Halda off Brunnvik lasted two hours.",
				ferryTitle + "The sea trial of the ferry Halda off Brunnvik lasted 120 minutes.",
			},
			nil,
		},
		{
			"Friday and Saturday", "On which day did the Halda sail?",
			[]string{
				ferryTitle + "The ferry Halda sailed from Brunnvik on Friday.",
				ferryTitle + "The ferry Halda sailed from Brunnvik on Saturday.",
			},
			[]string{"Friday", "Saturday"},
		},
		{
			"counts with units", "How many passengers did the Halda carry?",
			[]string{
				ferryTitle + "The ferry Halda carried 240 passengers from Brunnvik.",
				ferryTitle + "The ferry Halda carried 310 passengers from Brunnvik.",
			},
			[]string{"240 passengers", "310 passengers"},
		},
		{
			"count and bound that hold together", "How many passengers did the Halda carry?",
			[]string{
				ferryTitle + "The ferry Halda carried 310 passengers from Brunnvik.",
				ferryTitle + "The ferry Halda carried more than 300 passengers from Brunnvik.",
			},
			nil,
		},
		{
			"a list that claims to be complete", "Who belonged to the crew of the Halda?",
			[]string{
				ferryTitle + "The crew of the Halda at Brunnvik consisted of Ada Lindt, Bo Marek and Cleo Orr.",
				ferryTitle + "The crew of the Halda at Brunnvik consisted only of Ada Lindt and Bo Marek.",
			},
			[]string{"Ada Lindt and Bo Marek", "Ada Lindt, Bo Marek and Cleo Orr"},
		},
		{
			"a shorter list that does not", "Who belonged to the crew of the Halda?",
			[]string{
				ferryTitle + "The crew of the Halda at Brunnvik consisted of Ada Lindt, Bo Marek and Cleo Orr.",
				ferryTitle + "The crew of the Halda at Brunnvik consisted of Ada Lindt and Bo Marek.",
			},
			nil,
		},
		{
			"places", "Where did the Halda run aground?",
			[]string{
				ferryTitle + "The ferry Halda of Brunnvik ran aground near Storholm.",
				ferryTitle + "The ferry Halda of Brunnvik ran aground near Lindsund.",
			},
			[]string{"Lindsund", "Storholm"},
		},
		{
			"places told more and less exactly", "Where did the Halda run aground?",
			[]string{
				ferryTitle + "The ferry Halda of Brunnvik ran aground near Storholm.",
				ferryTitle + "The ferry Halda of Brunnvik ran aground near Lindsund. Lindsund lies beside Storholm.",
			},
			nil,
		},
		{
			"years", "When was the Halda built?",
			[]string{
				ferryTitle + "The ferry Halda was built at Brunnvik in 1961.",
				ferryTitle + "The ferry Halda was built at Brunnvik in 1963.",
			},
			[]string{"1961", "1963"},
		},
		{
			"a century that contains the year", "When was the Halda built?",
			[]string{
				ferryTitle + "The ferry Halda was built at Brunnvik in 1961.",
				ferryTitle + "The ferry Halda was built at Brunnvik in the 20th century.",
			},
			nil,
		},
		{
			"a month that contains the day", "When was the Halda built?",
			[]string{
				ferryTitle + "The ferry Halda was built at Brunnvik in May 1961.",
				ferryTitle + "The ferry Halda was built at Brunnvik on 12 May 1961.",
				ferryTitle + "The ferry Halda was built at Brunnvik in 1961.",
			},
			nil,
		},
		{
			"another matter of the same words", "How long did the sea trial of the Halda last?",
			[]string{
				ferryTitle + "The sea trial of the ferry Halda off Brunnvik lasted three hours.",
				"The cutter Grimm in Osterby\nThe sea trial of the cutter Grimm off Osterby lasted five hours.",
			},
			nil,
		},
		{
			"one article, two values", "How long did the sea trial of the Halda last?",
			[]string{ferryTitle + "The sea trial of the ferry Halda off Brunnvik lasted three hours. The sea trial of the year before lasted five hours."},
			nil,
		},
		{
			"by a question for yes or no", "Did the Halda sail on a Friday?",
			[]string{
				ferryTitle + "The ferry Halda sailed from Brunnvik on Friday.",
				ferryTitle + "The ferry Halda sailed from Brunnvik on Saturday.",
			},
			[]string{"Friday", "Saturday"},
		},
	} {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			r := over(t, tt.articles...)
			a := r.ask(t, Question{Text: tt.question})
			r.checkAnswer(t, a)
			var got []string
			for _, d := range a.Disagreements {
				for _, c := range d.Claims {
					got = append(got, c.Value)
				}
			}
			slices.Sort(got)
			if diff := cmp.Diff(tt.want, got); diff != "" || !a.Answered {
				t.Errorf("answered %v (-want +got):\n%s%s", a.Answered, diff, a.Text)
			}
		})
	}
}

func TestYesNo(t *testing.T) {
	t.Parallel()
	const signed = "Did the two mayors sign the harbour treaty?"
	for _, tt := range []struct{ name, question, body, want string }{
		{"said", signed, "The two mayors signed the harbour treaty on the quay.", "Yes"},
		{"not", signed, "The two mayors did not sign the harbour treaty.", "No"},
		{"never", signed, "The two mayors never signed the harbour treaty.", "No"},
		{"neither", signed, "Neither of the two mayors signed the harbour treaty.", "No"},
		{"refused", signed, "The two mayors refused to sign the harbour treaty.", "No"},
		{"failed", signed, "The two mayors failed to sign the harbour treaty.", "No"},
		{"no thing", signed, "The two mayors signed no harbour treaty.", "No"},
		{"may", signed, "The two mayors may sign the harbour treaty.", "Not reported"},
		{"hope", signed, "The two mayors hope to sign the harbour treaty.", "Not reported"},
		{"if", signed, "If the two mayors sign the harbour treaty, ships will come.", "Not reported"},
		{"asked without", "Did the two mayors not sign the harbour treaty?", "The two mayors did not sign the harbour treaty.", "Yes"},
		{"a negation elsewhere", signed, "The two mayors signed the harbour treaty, although no ship had come.", "Yes"},
		{"asked of refusing", "Did the two mayors refuse the harbour treaty?", "The two mayors refused the harbour treaty.", "Yes"},
		{"unresolved denies a settlement", "Did the two mayors settle the row over the harbour feast?", "The row of the two mayors over the harbour feast stays unresolved.", "No"},
		{"value", "Did the harbour feast last three days?", "The harbour feast lasted three days.", "Yes"},
		{"other value", "Did the harbour feast last three days?", "The harbour feast lasted five days.", "No"},
		{"longer", "Did the harbour feast last more than two days?", "The harbour feast lasted three days.", "Yes"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			r := over(t, "The harbour of Brunnvik\n"+tt.body)
			a := r.ask(t, Question{Text: tt.question})
			r.checkAnswer(t, a)
			if a.ShortAnswer != tt.want {
				t.Errorf("%q says %q, want %q: %s", tt.body, a.ShortAnswer, tt.want, a.Text)
			}
		})
	}
}

// What stays unresolved says nothing of who stayed.
func TestUnresolvedDeniesNothingElse(t *testing.T) {
	t.Parallel()
	r := overBriefs(t)
	a := r.ask(t, Question{Text: "Did Putin stay for lunch?"})
	r.checkAnswer(t, a)
	if a.ShortAnswer != "" {
		t.Errorf("the short answer is %q: %s", a.ShortAnswer, a.Text)
	}
}

// A list is quoted whole, with the sentence in which it goes on.
func TestWhoIs(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct{ question, body, want string }{
		{"Who is Brandt?", "Harbour director Ana Brandt opened the yard at Brunnvik.", "Harbour director"},
		{"Who is Ana Brandt?", "Prime Minister Ana Brandt opened the yard at Brunnvik.", "Prime Minister"},
		{"Who is Lind?", "The Norwegian President Karin Sofie Lind opened the yard at Brunnvik.", "Norwegian President"},
		{"Who is Lind?", "The guests greeted Chief of Staff Karin Lind on the quay.", "Chief of Staff"},
		{"Who is Lind?", "Karin Lind, the special envoy of Norway, opened the yard at Brunnvik.", "the special envoy of Norway"},
	} {
		a := over(t, ferryTitle+tt.body).ask(t, Question{Text: tt.question})
		if a.ShortAnswer != tt.want {
			t.Errorf("%s The short answer is %q, want %q", tt.question, a.ShortAnswer, tt.want)
		}
	}
}

// A place is not taken from a sentence that denies what is asked.
func TestDenialsAnswerNothing(t *testing.T) {
	t.Parallel()
	const body = "Brandt and Lind had not met in person since Lind came back to the White House."
	a := over(t, ferryTitle+body).ask(t, Question{Text: "Where did Brandt and Lind meet?"})
	if strings.Contains(a.ShortAnswer, "House") {
		t.Errorf("the short answer is %q: %s", a.ShortAnswer, a.Text)
	}
}

func TestListsAreWhole(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct {
		name, body, short string
		sentences         int
	}{
		{
			"one sentence",
			"The harbour delegation consisted of Ada Lindt, Bo Marek and Cleo Orr. The sea was calm.",
			"Ada Lindt, Bo Marek and Cleo Orr", 1,
		},
		{
			"offices",
			"The harbour delegation consisted of director Ada Lindt, captain Bo Marek and engineer Cleo Orr.",
			"director Ada Lindt, captain Bo Marek and engineer Cleo Orr", 1,
		},
		{
			"goes on",
			"The harbour delegation consisted of Ada Lindt, Bo Marek and Cleo Orr. Also present were Dag Prahl and Eva Rask.",
			"Ada Lindt, Bo Marek and Cleo Orr", 2,
		},
		{
			"names of something else",
			"The harbour delegation consisted of Ada Lindt, Bo Marek and Cleo Orr. Dag Prahl watched from the quay.",
			"Ada Lindt, Bo Marek and Cleo Orr", 1,
		},
	} {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			r := over(t, "The delegation at Brunnvik\n"+tt.body)
			a := r.ask(t, Question{Text: "Who belonged to the harbour delegation?"})
			r.checkAnswer(t, a)
			if !a.Answered || a.ShortAnswer != tt.short {
				t.Fatalf("answered %v, short answer %q, want %q", a.Answered, a.ShortAnswer, tt.short)
			}
			if n := strings.Count(a.Statements[0].Text, "."); n != tt.sentences {
				t.Errorf("quotes %d sentences, want %d: %s", n, tt.sentences, a.Statements[0].Text)
			}
		})
	}
}

// A sentence that is too long is cut at its clauses, around what is asked.
func TestLongSentenceIsCut(t *testing.T) {
	t.Parallel()
	r := over(t, "The harbour of Brunnvik\n"+strings.Repeat("The old sailors of the coast told stories of storms and of the herring, ", 6)+
		"while the lighthouse of Brunnvik was lit in 1871; "+strings.Repeat("and children sang songs of the sea and of the ships in the bay, ", 6)+"and night fell.")
	a := r.ask(t, Question{Text: "When was the lighthouse of Brunnvik lit?"})
	r.checkAnswer(t, a)
	if !a.Answered || a.ShortAnswer != "1871" || !strings.Contains(a.Statements[0].Text, "1871") {
		t.Errorf("answered %v, %q: %s", a.Answered, a.ShortAnswer, a.Text)
	}
}

// Articles that say the same are cited for one statement.
func TestSameIsSaidOnce(t *testing.T) {
	t.Parallel()
	r := over(t,
		ferryTitle+"The ferry Halda was built at Brunnvik in 1961.",
		ferryTitle+"In 1961 the ferry Halda was built at Brunnvik.",
		ferryTitle+"Halda, the ferry, was built in 1961 at Brunnvik.")
	a := r.ask(t, Question{Text: "When was the ferry Halda built?"})
	r.checkAnswer(t, a)
	if len(a.Statements) != 1 || len(a.Statements[0].Citations) != 3 || a.Coverage.Reporting != 3 {
		t.Errorf("%d statements, %d articles: %s", len(a.Statements), a.Coverage.Reporting, a.Text)
	}
}
