package bot_test

import (
	"context"
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"
	"time"

	"sherpa/bot"
	"sherpa/internal/fakediscord"
)

// TestNothingLeaksBetweenServers: servers that each have an article of their own
// ask about each other's, look at each other's answers and try each other's
// buttons, in any order.
func TestNothingLeaksBetweenServers(t *testing.T) {
	t.Parallel()
	const servers = 4
	operations := 400
	if full() {
		operations = 100_000
	}
	d := fakediscord.New(t, fakediscord.Options{IdentifyGap: -1, NoSpec: true, Keep: 1000})
	r := startAt(t, t.TempDir()+"/sherpa.db", d, func(o *bot.Options) { o.Quotas = bot.Quotas{User: 1e6, Server: 1e6, DM: 1e6} })
	canary := func(i int) string { return "Quibber" + "abcd"[i:i+1] + "ton" }
	from := func(i int) fakediscord.From {
		f := asker(i)
		f.Permissions = 1<<5 | 1<<10
		return f
	}
	for i := range servers {
		text := fmt.Sprintf("The bridge of %[1]s\n\n16 August 2025\n\nThe bridge of %[1]s was opened on Friday by the mayor.\n", canary(i))
		if _, err := r.opts.Corpus.AddFile(context.Background(), from(i).GuildID, "bridge.txt", []byte(text), bot.Admin{Name: canary(i)}); err != nil {
			t.Fatal(err)
		}
	}
	random := rand.New(rand.NewPCG(1, 2)) //nolint:gosec // the same steps each time
	shown := map[int]fakediscord.Message{}
	leaks := func(here int, content string) {
		for i := range servers {
			if i != here && strings.Contains(content, canary(i)) {
				t.Fatalf("server %d sees what is server %d's: %q", here, i, content)
			}
		}
	}
	views := []string{"sources", "settings corpus list", "settings gaps", "settings stats", "help"}
	for range operations {
		here, there := random.IntN(servers), random.IntN(servers)
		f := from(here)
		switch random.IntN(7) {
		case 0, 1:
			m := r.ask(f, "When was the bridge opened by the mayor?")
			r.contains(m, canary(here))
			leaks(here, m.Content)
			shown[here] = m
		case 2:
			leaks(here, r.use(f, views[random.IntN(len(views))]).Content)
		case 3:
			leaks(here, r.use(f, "search", fakediscord.Text("query", "bridge mayor")).Content)
		case 4:
			if m, ok := shown[there]; ok {
				id := m.Content[strings.LastIndex(m.Content, " ")+1:]
				leaks(here, r.use(f, "why", fakediscord.Text("id", id)).Content)
			}
		case 5:
			typed := r.d.Autocomplete(f, "sources", fakediscord.Typing("article", "bridge"))
			r.d.Interact(typed)
			r.within(10*time.Second, "suggestions", func() bool { return r.d.Response(typed.Token).Kind != 0 })
			leaks(here, fmt.Sprint(r.d.Response(typed.Token).Choices))
		case 6:
			if m, ok := shown[there]; ok { // a button of another's, which nobody there could press
				leaks(here, r.shown(r.press(f, m, []string{"Sources", "Evidence"}[random.IntN(2)])).Content)
			}
		}
	}
	t.Logf("%d operations in %d servers", operations, servers)
}
