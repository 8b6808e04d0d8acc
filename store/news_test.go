package store

import (
	"errors"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
)

// TestNews is told in one process and known in another: the last of each kind and
// user, and nothing that was claimed.
func TestNews(t *testing.T) {
	t.Parallel()
	s, c := newClockedStore(t)
	other := another(t, s)
	for _, id := range []string{"1", "m1", "news", "zebra"} {
		_, err := s.Claim(t.Context(), id)
		mustDo(t, err)
	}
	mustDo(t, s.Tell(t.Context(), NewTopic, "1.cd"))
	c.after(time.Second)
	mustDo(t, other.Tell(t.Context(), NewTopic, "1.ab"))
	c.after(2 * time.Second)
	mustDo(t, s.Tell(t.Context(), NewTopic, "1.cd"))
	c.after(3 * time.Second)
	_, err := other.ForgetUser(t.Context(), []string{"1.ab"})
	mustDo(t, err)
	want := []News{{NewTopic, "1.ab", at(time.Second)}, {NewTopic, "1.cd", at(2 * time.Second)}, {Forgotten, "1.ab", at(3 * time.Second)}}
	for _, one := range []*Store{s, other} {
		got, err := one.News(t.Context())
		if diff := cmp.Diff(want, got); diff != "" || err != nil {
			t.Errorf("%v (-want +got):\n%s", err, diff)
		}
	}
	if err := s.Tell(t.Context(), "weather", "1.ab"); !errors.Is(err, ErrInvalidRecord) {
		t.Errorf("another kind of news: %v", err)
	}
}

// TestAnswersOfTheForgotten come late from a process that was not told: what was
// asked before the deletion is not kept, what was asked after it is.
func TestAnswersOfTheForgotten(t *testing.T) {
	t.Parallel()
	s, c := newClockedStore(t)
	c.after(time.Minute)
	_, err := s.ForgetUser(t.Context(), []string{"1.ab", "2.ab"})
	mustDo(t, err)
	for _, asked := range []struct {
		id, user string
		at       time.Duration
		kept     bool
	}{
		{"before", "2.ab", 59 * time.Second, false},
		{"then", "1.ab", time.Minute, false},
		{"after", "1.ab", time.Minute + 1, true},
		{"another's", "1.cd", 0, true},
	} {
		r := answerOf(asked.id, "g", asked.user)
		r.Asked, r.Expires = at(asked.at), at(time.Hour)
		mustPutAnswers(t, another(t, s), r)
		if _, err := s.Answer(t.Context(), asked.id); (err == nil) != asked.kept {
			t.Errorf("%s: %v", asked.id, err)
		}
	}
}
