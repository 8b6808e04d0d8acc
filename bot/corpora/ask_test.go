package corpora

import (
	"bufio"
	"context"
	"encoding/json"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"sherpa/answer"
	"sherpa/bot"
	"sherpa/internal/eval"
	"sherpa/retrieval"
	"sherpa/store"
	"sherpa/store/storetest"
)

// asked is when the questions of these tests are asked.
var asked = time.Date(2025, 8, 20, 12, 0, 0, 0, time.UTC)

// summitQuestions are the project's own questions on the briefs, and
// harbourQuestions those on the articles that have nothing to do with them.
var (
	summitQuestions  = filepath.Join("..", "..", "internal", "eval", "testdata", "summit", "questions.jsonl")
	harbourQuestions = filepath.Join("testdata", "harbour_questions.jsonl")
)

func questions(t *testing.T, file string) []string {
	t.Helper()
	f, err := os.Open(file) //nolint:gosec // a file of the repository
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close() //nolint:errcheck // it was only read from
	var all []string
	for lines := bufio.NewScanner(f); lines.Scan(); {
		var q struct{ Question string }
		if err := json.Unmarshal(lines.Bytes(), &q); err != nil {
			t.Fatal(err)
		}
		all = append(all, q.Question)
	}
	return all
}

func ask(t *testing.T, c *Corpora, s bot.Scope, text string) answer.Answer {
	t.Helper()
	a, err := c.Ask(t.Context(), s, answer.Question{Text: text, Asked: asked})
	if err != nil {
		t.Fatalf("ask %q: %v", text, err)
	}
	return a
}

var sameButTime = cmpopts.IgnoreFields(answer.Answer{}, "Timing")

// TestOneFileIsAskedAsInTheTerminal: with one file in scope, everything is what an
// engine over that file gives.
func TestOneFileIsAskedAsInTheTerminal(t *testing.T) {
	t.Parallel()
	briefs := withBriefs(t)
	c := newCorpora(t, Options{Default: briefs})
	addFile(t, c, guildA, "harbour.jsonl", harbour(t))
	own, err := store.Open(t.Context(), filepath.Join(filepath.Dir(briefs.Path()), "servers", guildA+".db"), store.Options{MustExist: true})
	if err != nil {
		t.Fatal(err)
	}
	defer own.Close() //nolint:errcheck // it was only read from
	for _, tt := range []struct {
		name  string
		file  *store.Store
		scope bot.Scope
		own   bool
	}{
		{"default in a DM", briefs, inDM, false},
		{"default in a server without own articles", briefs, besideB, false},
		{"own alone", own, insteadA, true},
	} {
		search := retrieval.New(tt.file, retrieval.Options{})
		engine := answer.New(search, tt.file, answer.Options{})
		for _, q := range append(questions(t, summitQuestions), questions(t, harbourQuestions)...) {
			want, err := engine.Ask(t.Context(), answer.Question{Text: q, Asked: asked})
			if err != nil {
				t.Fatal(err)
			}
			for i := range want.Citations {
				want.Citations[i].Article.Own = tt.own
			}
			if diff := cmp.Diff(want, ask(t, c, tt.scope, q), sameButTime); diff != "" {
				t.Fatalf("%s, %q (-terminal +server):\n%s", tt.name, q, diff)
			}
		}
	}
}

// asEngine asks in one scope.
type asEngine struct {
	c *Corpora
	s bot.Scope
}

func (e asEngine) Ask(ctx context.Context, q answer.Question) (answer.Answer, error) {
	return e.c.Ask(ctx, e.s, q)
}

func (e asEngine) Search(ctx context.Context, q retrieval.Query) (retrieval.Result, error) {
	return e.c.Search(ctx, e.s, q)
}

func (e asEngine) Article(ctx context.Context, id string) (store.Article, error) {
	return e.c.Article(ctx, e.s, id)
}

func measure(t *testing.T, c *Corpora, s bot.Scope, file string) eval.Report {
	t.Helper()
	e := asEngine{c, s}
	r, err := eval.Run(t.Context(), eval.Options{Engine: eval.Engine{Asker: e, Searcher: e, Articles: e}, Files: []string{file}, Now: asked})
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range []string{"verbatim=1", "cited=1"} {
		floor, err := eval.ParseFloor(f)
		if err != nil {
			t.Fatal(err)
		}
		if err := r.Check([]eval.Floor{floor}); err != nil {
			t.Error(err)
		}
	}
	return r
}

func right(r eval.Report) int {
	n := 0
	for _, o := range r.Outcomes {
		if o.Right {
			n++
		}
	}
	return n
}

// TestArticlesBesideOthersHardlyDisturb: what one store knows is answered as well
// when another, which has nothing to do with it, is asked beside it.
func TestArticlesBesideOthersHardlyDisturb(t *testing.T) {
	t.Parallel()
	c := newCorpora(t, Options{Default: withBriefs(t)})
	addFile(t, c, guildA, "harbour.jsonl", harbour(t))
	for _, tt := range []struct {
		file  string
		alone bot.Scope
		most  int // answers whose text changes
	}{
		{summitQuestions, inDM, 8},
		{harbourQuestions, insteadA, 1},
	} {
		alone, both := measure(t, c, tt.alone, tt.file), measure(t, c, besideA, tt.file)
		changed := 0
		for i, o := range alone.Outcomes {
			a, b := o.Answer, both.Outcomes[i].Answer
			if a.Answered != b.Answered || a.Answered && a.Text != b.Text {
				changed++
				t.Logf("%q: %.100q becomes %.100q", o.Question.Text, a.Text, b.Text)
			}
			if b.Answered && b.Coverage.Articles != 15 {
				t.Errorf("%q: coverage of %d articles, want 15", o.Question.Text, b.Coverage.Articles)
			}
		}
		t.Logf("%s: %d questions, right %d alone and %d together, %d texts changed", tt.file, len(alone.Outcomes), right(alone), right(both), changed)
		if lost := right(alone) - right(both); changed > tt.most || lost > 1 {
			t.Errorf("%s: %d texts changed; right %d alone and %d together", tt.file, changed, right(alone), right(both))
		}
	}
}

// TestStoresDiffer: a server's own article is held against the default ones.
func TestStoresDiffer(t *testing.T) {
	t.Parallel()
	c := newCorpora(t, Options{Default: withBriefs(t)})
	addFile(t, c, guildA, "own.md", markdown("own-1", "Trump and Putin meet in Alaska",
		"U.S. President Donald Trump and Russian President Vladimir Putin met in Alaska. The talks between Trump and Putin in Alaska lasted nine hours."))
	a := ask(t, c, besideA, "How long did the talks between Trump and Putin in Alaska last?")
	if len(a.Disagreements) != 1 {
		t.Fatalf("no disagreement: %q", a.Text)
	}
	own := map[string]bool{}
	for _, cl := range a.Disagreements[0].Claims {
		for _, n := range cl.Citations {
			own[cl.Value] = own[cl.Value] || a.Citations[n-1].Article.Own
		}
	}
	if !own["nine hours"] || own["nearly three hours"] {
		t.Errorf("whose claims: %v", own)
	}
}

// TestOwnArticleStandsForTheDefaultOne: where both have an id, the server's own is
// cited, listed and counted, and the other is not seen there.
func TestOwnArticleStandsForTheDefaultOne(t *testing.T) {
	t.Parallel()
	briefs := withBriefs(t)
	c := newCorpora(t, Options{Default: briefs})
	list, err := briefs.Articles(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	id := list[0].ID
	addFile(t, c, guildA, "own.md", markdown(id, "Summit of the gnomes", "The gnomes of Zurich met in a garden near Oerlikon. They ate forty pancakes."))
	a := ask(t, c, besideA, "How many pancakes did the gnomes eat?")
	if a.ShortAnswer == "" || a.Citations[0].Article.ID != id || a.Coverage.Articles != len(list) {
		t.Errorf("answer %q from %+v, coverage %+v", a.ShortAnswer, a.Citations, a.Coverage)
	}
	got, err := c.Article(t.Context(), besideA, id)
	if err != nil || got.Title != "Summit of the gnomes" {
		t.Errorf("article %q, %v", got.Title, err)
	}
	counted, err := with(t.Context(), c, besideA, func(r *reading) (int, error) { return r.CountArticles(t.Context()) })
	if err != nil || counted != len(list) {
		t.Errorf("%d articles are counted, want %d: %v", counted, len(list), err)
	}
	if n := len(articleIDs(t, c, besideA)); n != len(list) {
		t.Errorf("%d articles, want %d", n, len(list))
	}
	for _, q := range questions(t, summitQuestions) {
		for _, cited := range ask(t, c, besideA, q).Citations {
			if cited.Article.ID == id && !cited.Article.Own {
				t.Fatalf("%q cites the default article %s", q, id)
			}
		}
	}
	if err := c.Remove(t.Context(), guildA, id); err != nil {
		t.Fatal(err)
	}
	if got, err := c.Article(t.Context(), besideA, id); err != nil || got.Title != list[0].Title {
		t.Errorf("afterwards: %q, %v", got.Title, err)
	}
}

func TestFindAcrossStores(t *testing.T) {
	t.Parallel()
	st := storetest.New(t)
	c := newCorpora(t, Options{Default: st})
	put := func(st *store.Store, ids ...string) {
		for _, id := range ids {
			text := "The text of " + id + "."
			e := store.Entry{Article: store.Article{ID: id, Hash: id, Text: text}, Passages: []store.Passage{{End: len(text), Text: text}}}
			if _, err := st.PutAll(t.Context(), []store.Entry{e}); err != nil {
				t.Fatal(err)
			}
		}
	}
	put(st, "pier-1", "pier-2", "boat", "gull-default", "seal")
	addFile(t, c, guildA, "a.md", markdown("gull-own", "Gull", "The gull sleeps."))
	addFile(t, c, guildA, "b.md", markdown("sea", "Sea", "The sea is wide."))
	for _, tt := range []struct {
		id, want string
		err      error
	}{
		{"pier-1", "pier-1", nil},
		{"pier", "", store.ErrAmbiguous},
		{"bo", "boat", nil},
		{"gull", "", store.ErrAmbiguous},
		{"gull-d", "gull-default", nil},
		{"sea", "sea", nil}, // spelt out, although "seal" begins so
		{"ghost", "", store.ErrNotFound},
	} {
		a, err := c.Article(t.Context(), besideA, tt.id)
		if a.ID != tt.want || !errors.Is(err, tt.err) {
			t.Errorf("%q: %q, %v; want %q, %v", tt.id, a.ID, err, tt.want, tt.err)
		}
	}
}

// TestEverythingReadsItsScope asks each kind of question in each scope.
func TestEverythingReadsItsScope(t *testing.T) {
	t.Parallel()
	c := newCorpora(t, Options{Default: withBriefs(t)})
	addFile(t, c, guildA, "harbour.jsonl", harbour(t))
	const quote = "A town without a library is a harbour without a light"
	for _, tt := range []struct {
		name             string
		scope            bot.Scope
		summit, harbours bool
	}{
		{"DM", inDM, true, false},
		{"beside", besideA, true, true},
		{"instead", insteadA, false, true},
		{"another server", besideB, true, false},
		{"another server without any", insteadB, false, false},
		{"nothing", bot.Scope{GuildID: guildA}, false, false},
		{"DM, asking for own ones", bot.Scope{Own: true, Default: true}, true, false},
	} {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			seen := func(topic, title string) []bool {
				cmps, err1 := c.Compare(t.Context(), tt.scope, topic)
				events, err2 := c.Timeline(t.Context(), tt.scope, topic)
				res, err3 := c.Search(t.Context(), tt.scope, retrieval.Query{Text: topic})
				why, err4 := c.Why(t.Context(), tt.scope, answer.Question{Text: topic}, 3)
				checks, err5 := c.Check(t.Context(), tt.scope, title)
				if err := errors.Join(err1, err2, err3, err4, err5); err != nil {
					t.Fatal(err)
				}
				supported := slices.ContainsFunc(checks, func(c answer.ClaimCheck) bool { return c.Verdict == answer.Supported })
				return []bool{len(cmps.Rows) > 0, len(events) > 0, len(res.Hits) > 0, len(why.Evidence) > 0, supported}
			}
			all := func(b bool) []bool { return []bool{b, b, b, b, b} }
			if diff := cmp.Diff(all(tt.harbours), seen("lighthouse of Skar", "The lighthouse was built in 1871.")); diff != "" {
				t.Errorf("harbour (-want +got):\n%s", diff)
			}
			if diff := cmp.Diff(all(tt.summit), seen("Alaska", "Russia sold Alaska to the United States in 1867.")); diff != "" {
				t.Errorf("summit (-want +got):\n%s", diff)
			}
			report, err := c.Quote(t.Context(), tt.scope, quote)
			if err != nil || len(report.Exact) > 0 != tt.harbours {
				t.Errorf("quote: %+v, %v", report, err)
			}
		})
	}
}

func TestFile(t *testing.T) {
	t.Parallel()
	st := storetest.New(t)
	c := newCorpora(t, Options{Default: st})
	addFile(t, c, guildA, "a.txt", "The gull sleeps on the pier.")
	own := filepath.Join(filepath.Dir(st.Path()), "servers", guildA+".db")
	for s, want := range map[bot.Scope]string{
		inDM: st.Path(), insteadA: own, besideA: "", besideB: st.Path(), insteadB: "",
		{GuildID: guildA, Default: true}: st.Path(), {GuildID: "../x", Own: true}: "",
	} {
		if got := c.File(s); got != want {
			t.Errorf("%+v: %q, want %q", s, got, want)
		}
	}
}

func TestVersionGrows(t *testing.T) {
	t.Parallel()
	st := withBriefs(t)
	c := newCorpora(t, Options{Default: st})
	version := func() int64 {
		v, err := c.Version(t.Context(), besideA)
		if err != nil {
			t.Fatal(err)
		}
		return v
	}
	last := version()
	for _, change := range []func(){
		func() { addFile(t, c, guildA, "a.md", markdown("a", "A", "The gull sleeps.")) },
		func() { addFile(t, c, guildA, "a.md", markdown("a", "A", "The gull wakes.")) },
		func() { removeFirst(t, st) },
		func() {
			if err := c.Remove(t.Context(), guildA, "a"); err != nil {
				t.Fatal(err)
			}
		},
	} {
		change()
		now := version()
		if now <= last {
			t.Errorf("version %d after %d", now, last)
		}
		last = now
	}
}

// removeFirst takes the first article out of a store behind the Corpora's back, as
// another process would.
func removeFirst(t *testing.T, st *store.Store) {
	t.Helper()
	list, err := st.Articles(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	if err := st.Remove(t.Context(), list[0].ID); err != nil {
		t.Fatal(err)
	}
}

// TestAnswersAreOfToday: an answer from memory is never older than the articles.
func TestAnswersAreOfToday(t *testing.T) {
	t.Parallel()
	c := newCorpora(t, Options{})
	const q = "How high is the lighthouse of Skar?"
	for _, want := range []string{"33 metres", "34 metres"} {
		addFile(t, c, guildA, "a.md", markdown("a", "The lighthouse of Skar", "The lighthouse of Skar is "+want+" high."))
		for range 2 {
			if got := ask(t, c, insteadA, q); got.ShortAnswer != want {
				t.Errorf("short answer %q, want %q", got.ShortAnswer, want)
			}
		}
	}
}
