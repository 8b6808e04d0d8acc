package corpora

import (
	"context"
	"fmt"
	"slices"
	"sync"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"sherpa/bot"
	"sherpa/store"
	"sherpa/store/storetest"
)

// background runs the Corpora until the test ends.
func background(t *testing.T, c *Corpora) {
	t.Helper()
	ctx, cancel := context.WithCancel(context.Background())
	var running sync.WaitGroup
	running.Go(func() {
		if err := c.Run(ctx); err != nil {
			t.Errorf("run: %v", err)
		}
	})
	t.Cleanup(func() {
		cancel()
		running.Wait()
	})
}

// eventually waits until something holds, for five seconds at the most.
func eventually(t *testing.T, what string, holds func() bool) {
	t.Helper()
	deadline := time.After(5 * time.Second)
	tick := time.NewTicker(5 * time.Millisecond)
	defer tick.Stop()
	for !holds() {
		select {
		case <-tick.C:
		case <-deadline:
			t.Fatalf("not within five seconds: %s", what)
		}
	}
}

func sourceIDs(k bot.Known) []string {
	ids := make([]string, len(k.Sources))
	for i, s := range k.Sources {
		ids[i] = s.ID
	}
	return ids
}

func TestKnown(t *testing.T) {
	t.Parallel()
	st := withBriefs(t)
	c := newCorpora(t, Options{Default: st})
	addFile(t, c, guildA, "harbour.jsonl", harbour(t))
	if k := c.Known(besideA); len(k.Sources)+len(k.Topics)+len(k.Publishers) > 0 {
		t.Errorf("known before anything was read: %+v", k)
	}
	background(t, c)
	eventually(t, "the default articles are known", func() bool { return len(c.Known(inDM).Sources) == 5 })
	eventually(t, "the server's are, too", func() bool { return len(c.Known(besideA).Sources) == 15 })
	both := c.Known(besideA)
	for _, topic := range []string{"Putin", "Alaska", "Brunnvik", "Norvik"} {
		if !slices.Contains(both.Topics, topic) {
			t.Errorf("%s is no topic of %q", topic, both.Topics)
		}
	}
	if both.Sources[0].ID != "harbour-market" || both.Publishers[0] != "Coast Gazette" {
		t.Errorf("the server's own do not come first: %v, %v", both.Sources[0], both.Publishers)
	}
	for _, s := range []bot.Scope{inDM, besideB} {
		if k := c.Known(s); len(k.Sources) != 5 || slices.Contains(k.Topics, "Brunnvik") || slices.Contains(k.Publishers, "Coast Gazette") {
			t.Errorf("%+v knows what is another's: %+v", s, k)
		}
	}
	if n := len(c.Known(insteadA).Sources); n != 10 {
		t.Errorf("instead of the default articles: %d", n)
	}

	t.Log("changes are seen, also another process's")
	removeFirst(t, st)
	addFile(t, c, guildA, "new.md", markdown("new-1", "Whale", "The whale swims."))
	eventually(t, "the changes", func() bool {
		return len(c.Known(inDM).Sources) == 4 && slices.Contains(sourceIDs(c.Known(insteadA)), "new-1")
	})
	t.Log("a closed file is looked at, too")
	c.shelf.sweep(time.Now().Add(time.Hour))
	other, err := store.Open(t.Context(), c.shelf.folder+"/"+guildA+".db", store.Options{})
	if err != nil {
		t.Fatal(err)
	}
	if err := other.Remove(t.Context(), "new-1"); err != nil {
		t.Fatal(err)
	}
	if err := other.Close(); err != nil {
		t.Fatal(err)
	}
	eventually(t, "the removal", func() bool { return !slices.Contains(sourceIDs(c.Known(insteadA)), "new-1") })
	if err := c.Forget(t.Context(), guildA); err != nil {
		t.Fatal(err)
	}
	if k := c.Known(insteadA); len(k.Sources) > 0 {
		t.Errorf("known of a forgotten server: %+v", k)
	}
}

// TestKnownNeverWaits: without anybody who reads, and with more servers than are
// remembered, it answers at once.
func TestKnownNeverWaits(t *testing.T) {
	t.Parallel()
	c := newCorpora(t, Options{})
	for i := range 4 * rememberedServers {
		c.Known(bot.Scope{GuildID: fmt.Sprint(i), Own: true, Default: true})
	}
	if n := len(c.known.entries); n > rememberedServers {
		t.Errorf("%d servers are remembered", n)
	}
	if !c.known.has("") {
		t.Error("the default articles were pushed out")
	}
}

func TestTopics(t *testing.T) {
	t.Parallel()
	st := storetest.New(t)
	c := newCorpora(t, Options{Default: st})
	addFile(t, c, guildA, "a.jsonl", `{"id":"1","title":"Talks on the treaty","text":"The delegates of NATO met in Oslo. In Oslo, NATO spoke."}
{"id":"2","title":"The treaty is signed","text":"On Monday Zelenskyy went to Oslo. He met Zelenskyy there, and Zelenskyy left."}
{"id":"3","title":"Treaties of 1998","text":"It was in Oslo that 12 people said nothing."}`)
	r, err := c.read(t.Context(), insteadA)
	if err != nil {
		t.Fatal(err)
	}
	defer r.close()
	k, err := readKnown(t.Context(), r.volumes[0].source)
	if err != nil {
		t.Fatal(err)
	}
	// Names and headline words in turn, and of each word one form only.
	want := []string{"Oslo", "treaty", "NATO", "signed", "Zelenskyy", "talks"}
	if diff := cmp.Diff(want, k.Topics); diff != "" {
		t.Errorf("topics (-want +got):\n%s", diff)
	}
}
