package corpora

import (
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"sherpa/answer"
	"sherpa/bot"
	"sherpa/internal/fakellm"
	"sherpa/retrieval"
	"sherpa/store/storetest"
)

// isolationOps is how many operations the isolation test does in all.
var isolationOps = flag.Int("isolation.ops", 750, "operations of the test that servers are kept apart")

// secrets are words that only one server's articles have; nobody ever asks for
// them as they are written. The last one is in the default articles.
var secrets = []string{
	"bramolithe", "cordanvel", "drustemiak", "elvaronth", "fagrolimen", "gortavisk", "hulmarend", "istovarne", "jadrelmoc", "kelvanorth", "lumbradisk",
	"mornavelt", "nistrogal", "orvandelk", "prastomier", "quavelrond", "rostimalv", "sundravek", "tolmarisk", "umbravolth", "vestramoln",
}

const (
	guilds   = 20
	defaults = guilds // the place of the default articles among the secrets
)

// world is what the servers should see, as plain maps.
type world struct {
	t *rapid.T
	c *Corpora
	// own has the ids of each server's articles.
	own [guilds]map[string]bool
	// common has those of the default articles.
	common []string
	// model is asked for answers; what it replies is as hostile as can be, or honest.
	model *recorded
	// prompts counts what it was asked, and phrased the answers that it phrased.
	prompts, phrased int
}

// asker is somebody in a server, or in a DM (place guilds).
type asker struct {
	place         int
	own, standard bool
}

func (a asker) scope() bot.Scope {
	if a.place == guilds {
		return bot.Scope{Default: true}
	}
	return bot.Scope{GuildID: guild(a.place), Own: a.own, Default: a.standard}
}

// mayRead reports whether an asker may see the articles of a place.
func (a asker) mayRead(place int) bool {
	if place == defaults {
		return a.place == guilds || a.standard
	}
	return place == a.place && a.own
}

func (w *world) asker() asker {
	return asker{
		place:    rapid.IntRange(0, guilds).Draw(w.t, "place"),
		own:      rapid.Bool().Draw(w.t, "own"),
		standard: rapid.Bool().Draw(w.t, "default"),
	}
}

// story tells something in which a place's secret stands, in words that every
// place shares.
func story(place, n int) string {
	return fmt.Sprintf("The harbour of %[1]s opened in 19%02[2]d. Captain %[1]s said on Friday that the ferry %[1]s costs %[2]d crowns.", strings.ToUpper(secrets[place][:1])+secrets[place][1:], n)
}

// question asks in the words that all share, now and then for another's secret
// with a slip in it, which a shared vocabulary would correct.
func (w *world) question() string {
	q := rapid.SampledFrom([]string{
		"When did the harbour open?", "Who said that the ferry costs anything?", "How much does the ferry cost?",
		"What did captain %s say on Friday?", "When did the harbour of %s open?", "%s",
	}).Draw(w.t, "question")
	if !strings.Contains(q, "%s") {
		return q
	}
	secret := secrets[rapid.IntRange(0, guilds).Draw(w.t, "whose")]
	cut := rapid.IntRange(3, len(secret)-3).Draw(w.t, "slip")
	return fmt.Sprintf(q, secret[:cut]+secret[cut+1:])
}

// holdsTight fails if something that an asker was shown has another's secret in it.
func (w *world) holdsTight(a asker, what string, shown any) {
	seen, err := json.Marshal(shown)
	if err != nil {
		w.t.Fatal(err)
	}
	low := strings.ToLower(string(seen))
	for place, secret := range secrets {
		if !a.mayRead(place) && strings.Contains(low, secret) {
			w.t.Fatalf("%s in %+v shows the secret of %d:\n%s", what, a, place, seen)
		}
	}
}

// ids are what an asker should see listed.
func (w *world) ids(a asker) []string {
	ids := []string{}
	if a.mayRead(defaults) {
		ids = append(ids, w.common...)
	}
	if a.place < guilds && a.own {
		for id := range w.own[a.place] {
			if !slices.Contains(ids, id) {
				ids = append(ids, id)
			}
		}
	}
	slices.Sort(ids)
	return ids
}

// add adds an article to a server; its id may be one that others have too.
func (w *world) add() {
	place, n := rapid.IntRange(0, guilds-1).Draw(w.t, "place"), rapid.IntRange(0, 7).Draw(w.t, "n")
	id := fmt.Sprintf("article-%d", n)
	body := markdown(id, "Harbour news of "+secrets[place], story(place, rapid.IntRange(10, 99).Draw(w.t, "year")))
	_, err := w.c.AddFile(w.t.Context(), guild(place), "a.md", []byte(body), bot.Admin{Name: secrets[place]})
	if err != nil {
		w.t.Fatal(err)
	}
	w.own[place][id] = true
}

func (w *world) remove() {
	place := rapid.IntRange(0, guilds-1).Draw(w.t, "place")
	ids := slices.Sorted(maps.Keys(w.own[place]))
	if len(ids) == 0 {
		return
	}
	id := rapid.SampledFrom(ids).Draw(w.t, "id")
	if err := w.c.Remove(w.t.Context(), guild(place), id); err != nil {
		w.t.Fatal(err)
	}
	delete(w.own[place], id)
}

func (w *world) forget() {
	place := rapid.IntRange(0, guilds-1).Draw(w.t, "place")
	if err := w.c.Forget(w.t.Context(), guild(place)); err != nil {
		w.t.Fatal(err)
	}
	clear(w.own[place])
}

func (w *world) ask() {
	a, q := w.asker(), answer.Question{Text: w.question(), Asked: asked, Language: "en"}
	q.Offline = rapid.IntRange(0, 3).Draw(w.t, "offline") == 0
	q.Payer = answer.Payer{GuildID: a.scope().GuildID}
	got, err := w.c.Ask(w.t.Context(), a.scope(), q)
	if err != nil {
		w.t.Fatal(err)
	}
	w.holdsTight(a, "an answer", got)
	prompts := w.model.take()
	w.holdsTight(a, "what a model was asked", prompts)
	w.prompts += len(prompts)
	if got.Mode == answer.ModeLLM {
		w.phrased++
	}
	if n := len(w.ids(a)); got.Answered && got.Coverage.Articles != n {
		w.t.Fatalf("coverage of %d articles, want %d", got.Coverage.Articles, n)
	}
	for _, c := range got.Citations {
		if own := a.place < guilds && w.own[a.place][c.Article.ID]; c.Article.Own != (own && a.own) {
			w.t.Fatalf("citation of %s in %+v: own is %v", c.Article.ID, a, c.Article.Own)
		}
	}
}

func (w *world) search() {
	a := w.asker()
	got, err := w.c.Search(w.t.Context(), a.scope(), retrieval.Query{Text: w.question()})
	if err != nil {
		w.t.Fatal(err)
	}
	w.holdsTight(a, "a search", got)
}

func (w *world) list() {
	a := w.asker()
	articles, err := w.c.Articles(w.t.Context(), a.scope())
	if err != nil {
		w.t.Fatal(err)
	}
	w.holdsTight(a, "a list", articles)
	ids := []string{}
	for i := range articles {
		ids = append(ids, articles[i].ID)
	}
	slices.Sort(ids)
	if diff := cmp.Diff(w.ids(a), ids); diff != "" {
		w.t.Fatalf("articles in %+v (-want +got):\n%s", a, diff)
	}
}

func (w *world) look() {
	a := w.asker()
	if a.place < guilds {
		if err := w.c.look(w.t.Context(), guild(a.place)); err != nil {
			w.t.Fatal(err)
		}
	}
	w.holdsTight(a, "autocompletion", w.c.Known(a.scope()))
}

// fill makes the vectors that are missing.
func (w *world) fill() {
	if err := errors.Join(w.c.fillDefault(w.t.Context()), w.c.fillOwn(w.t.Context())); err != nil {
		w.t.Fatal(err)
	}
}

func (w *world) report() {
	a, q := w.asker(), w.question()
	var shown any
	var err error
	switch rapid.IntRange(0, 5).Draw(w.t, "kind") {
	case 0:
		shown, err = w.c.Quote(w.t.Context(), a.scope(), "The harbour opened in 1950")
	case 1:
		shown, err = w.c.Compare(w.t.Context(), a.scope(), "the harbour")
	case 2:
		shown, err = w.c.Timeline(w.t.Context(), a.scope(), "harbour")
	case 3:
		shown, err = w.c.Check(w.t.Context(), a.scope(), "The harbour opened in 1950. The ferry costs 20 crowns.")
	case 4:
		shown, err = w.c.Why(w.t.Context(), a.scope(), answer.Question{Text: q}, 5)
	case 5:
		shown, _, err = w.c.Own(w.t.Context(), guild(a.place%guilds))
		a = asker{place: a.place % guilds, own: true}
	}
	if err != nil {
		w.t.Fatal(err)
	}
	w.holdsTight(a, "a report", shown)
}

// TestServersAreKeptApart does what people in twenty servers and in direct
// messages may do, in any order, and looks for words of one server in what
// another is shown. With -isolation.ops=100000 it takes some minutes.
func TestServersAreKeptApart(t *testing.T) {
	t.Parallel()
	const steps = 250
	done, prompts, phrased := 0, 0, 0
	for done < *isolationOps {
		rapid.Check(t, func(rt *rapid.T) {
			if done >= *isolationOps {
				return
			}
			w := newWorld(t, rt)
			defer w.c.Close()
			actions := []func(){w.add, w.add, w.remove, w.ask, w.ask, w.ask, w.search, w.list, w.look, w.report, w.fill}
			for range steps {
				done++
				if rapid.IntRange(0, 99).Draw(rt, "forget") == 0 {
					w.forget()
					continue
				}
				actions[rapid.IntRange(0, len(actions)-1).Draw(rt, "action")]()
			}
			prompts, phrased = prompts+w.prompts, phrased+w.phrased
		})
	}
	t.Logf("%d operations, %d prompts, %d answers of the model", done, prompts, phrased)
	if prompts == 0 || phrased == 0 {
		t.Errorf("the model was asked %d times, and %d of its answers shown: nothing is tested", prompts, phrased)
	}
}

func newWorld(t *testing.T, rt *rapid.T) *world {
	t.Helper()
	st := storetest.New(t)
	// Few open files and a long memory: closing, opening and remembering are where
	// servers could be mixed up.
	model := &recorded{reply: func(p fakellm.Prompt, n int64) string {
		if n%2 == 0 {
			return fakellm.Honest(p)
		}
		return fakellm.HostileReply(p, 1, n)
	}}
	w := &world{t: rt, model: model, c: New(Options{Default: st, Folder: t.TempDir(), MaxOpen: 6, Generator: model, Embedder: hashed{}})}
	for i := range w.own {
		w.own[i] = map[string]bool{}
	}
	for n := range 3 {
		id := fmt.Sprintf("article-%d", n)
		putFile(t, st, markdown(id, "Harbour news", story(defaults, 20+n)))
		w.common = append(w.common, id)
	}
	return w
}
