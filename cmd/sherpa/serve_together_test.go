package main

import (
	"context"
	"io/fs"
	"net/http"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"

	"sherpa/internal/fakediscord"
	"sherpa/store"
)

// together are three processes of one bot with one store: two hold a shard each,
// one takes interactions over HTTP alone.
type together struct {
	*testing.T
	discord        *fakediscord.Server
	even, odd, web *served
}

// newTogether starts all three at the same time, before there is a store.
func newTogether(t *testing.T) together {
	t.Helper()
	even := newServed(t)
	all := together{t, even.discord, even, even.beside(), even.beside()}
	all.discord.SetGateway(func(g *fakediscord.GatewayInfo) { g.Shards, g.MinShards = 2, 2 })
	for shard := range 2 {
		all.discord.JoinGuild(inShard(shard).GuildID, "a server")
	}
	even.listens()
	all.even.launch("SHERPA_DISCORD_SHARDS=0-0/2")
	all.odd.launch("SHERPA_DISCORD_SHARDS=1-1/2")
	all.web.launch("SHERPA_DISCORD_GATEWAY=false", "SHERPA_DISCORD_PUBLIC_KEY="+all.discord.PublicKey())
	for _, s := range all.each() {
		s.becomes("its health", func() string { status, _ := s.get("/healthz"); return strconv.Itoa(status) }, "200")
		s.serves(0)
	}
	return all
}

func (a together) each() []*served { return []*served{a.even, a.odd, a.web} }

// stop ends all at the same time, each of which must end well and leave nothing
// behind but the store and the counts of IDENTIFYs.
func (a together) stop() {
	a.Helper()
	for _, s := range a.each() {
		if err := s.process.Process.Signal(syscall.SIGTERM); err != nil {
			a.Error(err)
		}
	}
	for i, s := range a.each() {
		if code := s.ended(); code != 0 {
			a.Errorf("process %d ended with %d, want 0", i, code)
		}
	}
	left := map[string]bool{}
	err := filepath.WalkDir(a.even.home, func(_ string, d fs.DirEntry, err error) error {
		if err == nil && !d.IsDir() {
			left[d.Name()] = true
		}
		return err
	})
	for _, allowed := range []string{"", "-wal", "-shm", ".identify-0-0", ".identify-0-0.lock", ".identify-1-1", ".identify-1-1.lock"} {
		delete(left, "sherpa.db"+allowed) // of two that close at the same time, neither may be the last
	}
	if len(left) > 0 || err != nil {
		a.Errorf("files that are left: %v, %v", left, err)
	}
	a.even.looksInto(func(st *store.Store) {
		if waiting, err := st.Orphans(context.Background()); len(waiting) > 0 || err != nil {
			a.Errorf("%d wait, %v", len(waiting), err)
		}
	})
}

// inShard is a member of a server whose events go to one of two shards.
func inShard(shard int) fakediscord.From {
	const base = 700000000000000007
	guild := strconv.Itoa(base + (base>>22%2+shard)%2<<22)
	return fakediscord.From{GuildID: guild, ChannelID: "80000000000000000" + strconv.Itoa(shard)}
}

// adminOf is somebody who may change the settings of a server.
func adminOf(f fakediscord.From) fakediscord.From {
	f.Permissions = 1<<5 | 1<<10
	return f
}

// deliver delivers an interaction over HTTP. The error says why Discord does not
// take the response.
func (a together) deliver(in fakediscord.Interaction) error {
	client := &http.Client{Transport: &http.Transport{DisableKeepAlives: true}}
	return a.discord.Deliver(a.Context(), client, "http://"+a.web.address+"/interactions", in)
}

func (a together) sends(in fakediscord.Interaction) {
	a.Helper()
	if err := a.deliver(in); err != nil {
		a.Fatal(err)
	}
}

// byHTTP delivers an interaction over HTTP and waits until what is shown holds a
// text.
func (a together) byHTTP(in fakediscord.Interaction, want string) fakediscord.Message {
	a.Helper()
	a.sends(in)
	return a.web.shows(in, want)
}

// byGateway does the same with the process that has the shard.
func (a together) byGateway(in fakediscord.Interaction, want string) fakediscord.Message {
	a.Helper()
	a.discord.Interact(in)
	return a.web.shows(in, want)
}

// last is the custom ID of the last button below a message.
func last(m fakediscord.Message) string { return m.Parts()[len(m.Parts())-1].CustomID }

// Each process hears of its own servers. What one has shown, another goes on with.
func TestServeTogether(t *testing.T) {
	t.Parallel()
	all := newTogether(t)
	d := all.discord
	for shard, hears := range []*served{all.even, all.odd} {
		f := inShard(shard)
		asked := all.byGateway(d.Slash(f, "ask", fakediscord.Text("question", "Was a ceasefire agreed?")), "Nothing pointed to")
		found := all.byGateway(d.Slash(f, "search", fakediscord.Text("query", "Putin")), "passages on")
		if n := hears.counts(`sherpa_interactions_total{kind="command"}`); n != "2" {
			t.Errorf("shard %d was told of %s commands, want 2", shard, n)
		}
		hears.becomes("the record", func() string {
			in := d.Press(f, asked.ID, hears.button(asked, "Sources").CustomID)
			all.sends(in)
			return hears.answered(in).Content
		}, "> Nothing pointed to")
		hears.becomes("the second page", func() string {
			now, _ := d.Message(found.ID)
			in := d.Press(f, found.ID, last(found))
			all.sends(in)
			return hears.told(in, now.Edits)
		}, "page 2")

		asked = all.byHTTP(d.Slash(f, "ask", fakediscord.Text("question", "Where did they meet?")), "Alaska")
		hears.becomes("the record", func() string {
			return hears.does("", d.Press(f, asked.ID, hears.button(asked, "Sources").CustomID)).Content
		}, "**Sources**")
	}
	if n := all.web.counts(`sherpa_interactions_total{kind="command"}`); n != "2" {
		t.Errorf("%s commands came over HTTP, want 2", n)
	}
	all.stop()
}

// A question that reaches two processes has one answer.
func TestServeTogetherAnswersOnce(t *testing.T) {
	t.Parallel()
	all := newTogether(t)
	d, f := all.discord, inShard(0)
	odd, err := d.AwaitReady(t.Context(), 1)
	if err != nil {
		t.Fatal(err)
	}
	said := d.Said(f, fakediscord.Post{Content: d.Mention() + " Was a ceasefire agreed?"})
	d.Dispatch("MESSAGE_CREATE", said.JSON)
	odd.SendEvent(fakediscord.Event{Seq: 100, Type: "MESSAGE_CREATE", Data: said.JSON})
	in := d.Slash(f, "ask", fakediscord.Text("question", "Where did they meet?"))
	d.Interact(in)
	if err := all.deliver(in); err != nil && !strings.Contains(err.Error(), "acknowledged") { // by the other
		t.Error(err)
	}
	all.even.shows(in, "Alaska")
	all.even.wait("the answer to the mention", func() bool { return len(d.Messages(f.ChannelID)) > 1 })
	all.stop()
	if open := d.Messages(f.ChannelID); len(open) != 2 { // to the command and to the mention
		t.Errorf("%d answers: %v", len(open), open)
	}
	if edits := d.RequestsTo("PATCH /webhooks/*/" + in.Token + "/messages/@original"); len(edits) != 1 {
		t.Errorf("%d answers to a command", len(edits))
	}
}

// What an admin chooses in one process holds in the others soon.
func TestServeTogetherFollowsSettings(t *testing.T) {
	t.Parallel()
	all := newTogether(t)
	d, admin := all.discord, adminOf(inShard(0))
	for _, step := range []struct {
		language, chosen, wants string
		changes, follows        func(fakediscord.Interaction, string) fakediscord.Message
	}{
		{"de", "Sprache der Antworten", "Fragen", all.byHTTP, all.byGateway},
		{"fr", "Langue des réponses", "Poser", all.byGateway, all.byHTTP},
	} {
		step.changes(d.Slash(admin, "settings language", fakediscord.Text("language", step.language)), step.chosen)
		changed := time.Now()
		all.even.becomes(step.language, func() string { return step.follows(d.Slash(admin, "help"), "").Content }, step.wants)
		if took := time.Since(changed); took > 10*time.Second {
			t.Errorf("it took %v", took)
		}
	}
	all.stop()
}

// What somebody said in direct messages is in the memory of the process that
// heard it, and is forgotten there too if another process is told.
func TestServeTogetherForgets(t *testing.T) {
	t.Parallel()
	all := newTogether(t)
	d, ada := all.discord, fakediscord.From{UserID: "210000000000000021"}
	says := func(text string, understood bool) fakediscord.Message {
		t.Helper()
		before := len(d.Messages(d.DM(ada.UserID)))
		d.Says(ada, fakediscord.Post{Content: text})
		all.even.wait("an answer", func() bool { return len(d.Messages(d.DM(ada.UserID))) > before })
		m := d.Messages(d.DM(ada.UserID))[before]
		if strings.Contains(m.Content, "Understood as") != understood {
			t.Errorf("%q is answered %q", text, m.Content)
		}
		return m
	}
	says("Who is Yuri Ushakov?", false)
	m := says("Whom did he join?", true)
	all.byHTTP(d.Press(ada, m.ID, all.web.button(m, "New topic").CustomID), "forgotten")
	says("Whom did he join?", false)
	says("Who is Yuri Ushakov?", false)
	m = all.byHTTP(d.Slash(ada, "privacy delete"), "Delete everything")
	all.byHTTP(d.Press(ada, m.ID, all.web.button(m, "Delete everything").CustomID), "is deleted")
	says("Whom did he join?", false)
	all.stop()
}
