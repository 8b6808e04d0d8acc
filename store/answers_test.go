package store

import (
	"errors"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
)

func TestAnswersAreKeptUntilTheyExpire(t *testing.T) {
	t.Parallel()
	s, c := newClockedStore(t)
	x, y := answerOf("x", "g", "1.ab"), privateAnswer("y", "1.ab")
	mustPutAnswers(t, s, x, y)
	for range 2 {
		for _, want := range []AnswerRecord{x, y} {
			got, err := s.Answer(t.Context(), want.ID)
			if diff := cmp.Diff(want, got); diff != "" || err != nil {
				t.Error(diff, err)
			}
			got, err = s.AnswerAt(t.Context(), want.ChannelID, want.MessageID)
			if diff := cmp.Diff(want, got); diff != "" || err != nil {
				t.Error(diff, err)
			}
		}
		c.after(24*time.Hour - 1)
	}
	c.after(24 * time.Hour)
	for name, err := range map[string]error{
		"read":    second(s.Answer(t.Context(), "x")),
		"at":      second(s.AnswerAt(t.Context(), x.ChannelID, x.MessageID)),
		"message": s.SetMessage(t.Context(), "x", "c", "m"),
		"vote":    s.Vote(t.Context(), Vote{AnswerID: "x", UserHash: "u"}),
	} {
		if !errors.Is(err, ErrNotFound) {
			t.Errorf("%s: error %v, want ErrNotFound", name, err)
		}
	}
	again := answerOf("x", "other", "2.cd")
	again.Asked, again.Expires = c.now(), c.now().Add(time.Hour)
	mustPutAnswers(t, s, again) // the id is free again
}

func TestAnswerOfAMessageThatIsNotKnownYet(t *testing.T) {
	t.Parallel()
	s, _ := newClockedStore(t)
	r := answerOf("x", "g", "1.ab")
	r.MessageID = ""
	mustPutAnswers(t, s, r)
	if _, err := s.AnswerAt(t.Context(), r.ChannelID, ""); !errors.Is(err, ErrNotFound) {
		t.Errorf("error %v, want ErrNotFound", err)
	}
	mustDo(t, s.SetMessage(t.Context(), "x", "c2", "m2"))
	r.ChannelID, r.MessageID = "c2", "m2"
	got, err := s.AnswerAt(t.Context(), "c2", "m2")
	if diff := cmp.Diff(r, got); diff != "" || err != nil {
		t.Error(diff, err)
	}
}

func TestPutAnswerReplacesOnlyTheAskersOwn(t *testing.T) {
	t.Parallel()
	s, _ := newClockedStore(t)
	r := answerOf("x", "g", "1.ab")
	mustPutAnswers(t, s, r)
	mustDo(t, s.Vote(t.Context(), Vote{AnswerID: "x", UserHash: "u", Cast: noon}))
	r.Private, r.ChannelID, r.MessageID, r.Cited, r.Answer = true, "c2", "m2", []CitedArticle{{ID: "a2"}}, []byte("{}")
	mustPutAnswers(t, s, r)
	for _, foreign := range []AnswerRecord{answerOf("x", "g", "1.cd"), answerOf("x", "h", "1.ab"), privateAnswer("x", "1.ab")} {
		if err := s.PutAnswer(t.Context(), foreign); !errors.Is(err, ErrTaken) {
			t.Errorf("%+v: error %v, want ErrTaken", foreign, err)
		}
	}
	got, err := s.Answer(t.Context(), "x")
	if diff := cmp.Diff(r, got); diff != "" || err != nil {
		t.Error(diff, err)
	}
	if d, err := s.UserData(t.Context(), []string{"u"}); len(d.Votes) != 1 || err != nil {
		t.Errorf("votes %v, %v", d.Votes, err)
	}
}

// TestNoTextOfPrivateAnswersIsKept holds that the store refuses it, wherever it
// is, and that nothing of it reaches the files.
func TestNoTextOfPrivateAnswersIsKept(t *testing.T) {
	t.Parallel()
	s, _ := newClockedStore(t)
	const canary = "quzzlewock"
	for name, change := range map[string]func(*AnswerRecord){
		"question":    func(r *AnswerRecord) { r.Question = canary },
		"since":       func(r *AnswerRecord) { r.Since = canary },
		"source":      func(r *AnswerRecord) { r.Source = canary },
		"in the JSON": func(r *AnswerRecord) { r.Answer = []byte(`{"question":"` + canary + `"}`) },
		"deep":        func(r *AnswerRecord) { r.Answer = []byte(`{"statements":[{"text":"` + canary + `"}]}`) },
		"in a list":   func(r *AnswerRecord) { r.Answer = []byte(`{"id":["` + canary + `"]}`) },
		"JSON string": func(r *AnswerRecord) { r.Answer = []byte(`"` + canary + `"`) },
		"escaped":     func(r *AnswerRecord) { r.Answer = []byte(`{"answer":"\u0071uzzlewock"}`) },
		"title": func(r *AnswerRecord) {
			r.Answer = []byte(`{"citations":[{"article":{"id":"a1","title":"` + canary + `"}}]}`)
		},
		"like a model":  func(r *AnswerRecord) { r.Answer = []byte(`{"statements":[{"model":"` + canary + `"}]}`) },
		"like a reason": func(r *AnswerRecord) { r.Answer = []byte(`{"fallback_reason":"` + canary + `"}`) },
		"of a model":    func(r *AnswerRecord) { r.Answer = []byte(`{"llm":{"text":"` + canary + `"}}`) },
		"in a model":    func(r *AnswerRecord) { r.Answer = []byte(`{"llm":{"model":{"model":"` + canary + `"}}}`) },
		"quote":         func(r *AnswerRecord) { r.Answer = []byte(`{"citations":[{"quote":"` + canary + `"}]}`) },
		"large, as it":  func(r *AnswerRecord) { r.Answer = append(append([]byte(`{"a":[`), make20k(canary)...), `]}`...) },
	} {
		r := privateAnswer("x", "1.ab")
		change(&r)
		if err := s.PutAnswer(t.Context(), r); !errors.Is(err, ErrInvalidRecord) {
			t.Errorf("%s: error %v, want ErrInvalidRecord", name, err)
		}
		mustPutAnswers(t, s, privateAnswer("y", "1.ab"))
		r.ID = "y"
		if err := s.PutAnswer(t.Context(), r); !errors.Is(err, ErrInvalidRecord) {
			t.Errorf("%s, in place of a good one: error %v, want ErrInvalidRecord", name, err)
		}
	}
	if inFiles(t, s, canary) {
		t.Error("text of a direct message is in the files")
	}
}

// make20k is the inside of a list of strings that fills several pages.
func make20k(word string) []byte {
	var b []byte
	for len(b) < 20_000 {
		b = append(b, `"`+word+`",`...)
	}
	return append(b, `1`...)
}

func TestVotes(t *testing.T) {
	t.Parallel()
	s, _ := newClockedStore(t)
	mustPutAnswers(t, s, answerOf("x", "g", "1.ab"))
	last := Vote{AnswerID: "x", UserHash: "u", Reason: "missing", Cast: at(time.Minute)}
	for _, v := range []Vote{{AnswerID: "x", UserHash: "u", Up: true, Cast: noon}, {AnswerID: "x", UserHash: "w", Up: true, Cast: noon}, last} {
		mustDo(t, s.Vote(t.Context(), v))
	}
	if err := s.Vote(t.Context(), Vote{AnswerID: "none", UserHash: "u"}); !errors.Is(err, ErrNotFound) {
		t.Errorf("error %v, want ErrNotFound", err)
	}
	d, err := s.UserData(t.Context(), []string{"u"})
	if diff := cmp.Diff(UserData{Votes: []Vote{last}}, d); diff != "" || err != nil {
		t.Error(diff, err)
	}
}

func TestFlags(t *testing.T) {
	t.Parallel()
	s, c := newClockedStore(t)
	unseen, expired := answerOf("unseen", "g", "u"), answerOf("expired", "g", "u")
	unseen.MessageID, expired.Expires = "", at(time.Minute)
	other := answerOf("other", "g", "u")
	other.Cited = nil
	mustPutAnswers(t, s, answerOf("x", "g", "u"), answerOf("y", "h", "u"), privateAnswer("z", "u"), unseen, expired, other)
	c.after(time.Minute)
	steps := []struct {
		name    string
		guild   string
		article CitedArticle
		flagged int
		to      []string
	}{
		{"nobody's", "", CitedArticle{ID: "a9"}, 0, nil},
		{"a server's own", "g", CitedArticle{ID: "o1", Own: true}, 2, []string{"x"}},
		{"another server's own of that id", "k", CitedArticle{ID: "o1", Own: true}, 0, []string{"x"}},
		{"a default one of that id", "", CitedArticle{ID: "o1"}, 0, []string{"x"}},
		{"a default one", "", CitedArticle{ID: "a1"}, 4, []string{"x", "y", "z"}},
	}
	for _, step := range steps {
		n, err := s.FlagAnswers(t.Context(), step.guild, step.article, step.name)
		if n != step.flagged || err != nil {
			t.Errorf("%s: %d flagged, %v", step.name, n, err)
		}
		mustBeFlagged(t, s, step.to...)
	}
	mustDo(t, s.Marked(t.Context(), "x"))
	mustBeFlagged(t, s, "y", "z")
	mustPutAnswers(t, s, answerOf("y", "h", "u")) // shown anew, and without the flag
	mustBeFlagged(t, s, "y", "z")
	if r, err := s.Answer(t.Context(), "x"); r.Flag != "a default one" || err != nil {
		t.Errorf("flag %q, %v", r.Flag, err)
	}
	_, err := s.FlagAnswers(t.Context(), "", CitedArticle{ID: "a1"}, "withdrawn")
	mustDo(t, err)
	mustBeFlagged(t, s, "x", "y", "z") // once more
	for name, err := range map[string]error{
		"own, of no server":    second(s.FlagAnswers(t.Context(), "", CitedArticle{ID: "a1", Own: true}, "n")),
		"default, of a server": second(s.FlagAnswers(t.Context(), "g", CitedArticle{ID: "a1"}, "n")),
		"no note":              second(s.FlagAnswers(t.Context(), "", CitedArticle{ID: "a1"}, "")),
	} {
		if !errors.Is(err, ErrInvalidRecord) {
			t.Errorf("%s: error %v, want ErrInvalidRecord", name, err)
		}
	}
}

// TestFlaggedLooksAtNoOthers: it is asked every half minute, and nearly all
// answers have no flag.
func TestFlaggedLooksAtNoOthers(t *testing.T) {
	t.Parallel()
	s, _ := newClockedStore(t)
	var n int
	var plan string
	err := s.reader.QueryRowContext(t.Context(), "EXPLAIN QUERY PLAN SELECT id, answer FROM answers WHERE "+toMark, 0).Scan(&n, &n, &n, &plan)
	if !strings.Contains(plan, "answers_to_mark") || err != nil {
		t.Errorf("flagged answers are found by %q, %v", plan, err)
	}
}

func mustBeFlagged(t *testing.T, s *Store, want ...string) {
	t.Helper()
	list, err := s.Flagged(t.Context())
	var got []string
	for i := range list {
		got = append(got, list[i].ID)
	}
	if diff := cmp.Diff(want, got); diff != "" || err != nil {
		t.Error(diff, err)
	}
}

// TestChangesFlag changes and removes an article: the answers that cite it are
// flagged by that alone.
func TestChangesFlag(t *testing.T) {
	t.Parallel()
	s, _ := newClockedStore(t)
	first, second := entry("a1", "They met."), entry("a1", "They met again.")
	mustPut(t, s, first)
	mustPutAnswers(t, s, answerOf("x", "g", "u"))
	mustPut(t, s, first)
	mustBeFlagged(t, s)
	mustPut(t, s, second)
	mustBeFlagged(t, s, "x")
	mustDo(t, s.Marked(t.Context(), "x"))
	mustDo(t, s.Remove(t.Context(), "a1"))
	mustBeFlagged(t, s, "x")
	if r, err := s.Answer(t.Context(), "x"); r.Flag != FlagWithdrawn || err != nil {
		t.Errorf("flag %q, %v", r.Flag, err)
	}
}

// TestVotesAreCountedOnce changes a vote: the count follows.
func TestVotesAreCountedOnce(t *testing.T) {
	t.Parallel()
	s, _ := newClockedStore(t)
	mustPutAnswers(t, s, answerOf("x", "g", "u"))
	for _, v := range []Vote{
		{UserHash: "u", Up: true, Cast: noon},
		{UserHash: "u", Up: true, Cast: noon},
		{UserHash: "u", Cast: noon},
		{UserHash: "u", Reason: "wrong", Cast: noon},
		{UserHash: "w", Up: true, Cast: noon},
	} {
		v.AnswerID = "x"
		mustDo(t, s.Vote(t.Context(), v))
	}
	got, err := s.Tallies(t.Context(), "g", noon)
	want := []Tally{{GuildID: "g", Day: noon.UTC().Format(time.DateOnly), Up: 1, Down: 1}}
	if diff := cmp.Diff(want, got); diff != "" || err != nil {
		t.Errorf("%v (-want +got):\n%s", err, diff)
	}
}
