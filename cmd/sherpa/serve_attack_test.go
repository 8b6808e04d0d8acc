package main

import (
	"context"
	"fmt"
	"strconv"
	"strings"
	"syscall"
	"testing"

	"sherpa/bot/customid"
	"sherpa/internal/fakediscord"
	"sherpa/store"
)

// raid is two servers: one has articles of its own and two answers from them, of
// which one is private; in the other sits whoever wants to see them.
type raid struct {
	*served
	site *newspaper
	// victim asked; neighbour is in the same server, intruder in another, which has
	// the answer bait, and manages that.
	victim, neighbour, intruder fakediscord.From
	public, private, bait       fakediscord.Message
	strangers                   int
}

// treasures are words of the articles, questions and answers of the victims.
var treasures = []string{"Brunnvik", "3 May 2026", "Karin", "/bridge", "Halda", "who opened it"}

// nothing is what is told where there is neither a message nor anything else.
const nothing = "null\nnull\n"

func newRaid(t *testing.T) *raid {
	t.Helper()
	r := &raid{served: newServed(t), site: newNewspaper(t)}
	r.victim = fakediscord.From{UserID: "230000000000000001", GuildID: "700000000000000007", ChannelID: "800000000000000008", Permissions: 1<<5 | 1<<10}
	r.neighbour = r.victim
	r.neighbour.UserID = "230000000000000002"
	r.intruder = fakediscord.From{UserID: "230000000000000003", GuildID: "700000000000000099", ChannelID: "800000000000000099", Permissions: 1<<5 | 1<<10}
	r.start("SHERPA_FETCH_ALLOW_HOSTS=" + strings.TrimPrefix(r.site.URL, "http://"))
	use := func(f fakediscord.From, path string, options ...fakediscord.Option) fakediscord.Message {
		return r.does(path, r.discord.Slash(f, path, options...))
	}
	use(r.victim, "settings corpus add", fakediscord.Text("url", r.site.URL+"/bridge"))
	use(r.victim, "settings corpus use", fakediscord.Text("articles", "instead"))
	question := fakediscord.Text("question", "When was the bridge in Brunnvik opened, and who opened it?")
	r.public = use(r.victim, "ask", question)
	r.private = use(r.victim, "ask", question, fakediscord.Bool("private", true))
	r.bait = use(r.intruder, "ask", fakediscord.Text("question", "Was a ceasefire agreed?"))
	for _, m := range []fakediscord.Message{r.public, r.private} {
		if !strings.Contains(m.Content, "3 May 2026") {
			t.Fatalf("there is nothing to find: %s", m.Content)
		}
	}
	return r
}

// stranger is the same place for somebody who did nothing yet, so that nobody asks
// too fast.
func (r *raid) stranger(f fakediscord.From) fakediscord.From {
	r.strangers++
	f.UserID = strconv.Itoa(240000000000000000 + r.strangers)
	return f
}

// presses presses a button that nobody made, and returns what is shown.
func (r *raid) presses(f fakediscord.From, below fakediscord.Message, customID string) string {
	r.t.Helper()
	now, _ := r.discord.Message(below.ID)
	in := r.discord.Press(f, below.ID, customID)
	r.discord.Interact(in)
	return r.told(in, now.Edits)
}

// finds fails if something is told of what is the victims'.
func (r *raid) finds(what, told string) {
	r.t.Helper()
	for _, treasure := range treasures {
		if strings.Contains(told, treasure) {
			r.t.Errorf("%s: %q is told in %s", what, treasure, told)
		}
	}
	if told == nothing || strings.Contains(told, "went wrong") {
		r.t.Errorf("%s: no plain sentence: %s", what, told)
	}
}

// idOf is the id in the footer of an answer.
func idOf(m fakediscord.Message) string {
	found := answerID.FindString(m.Content)
	return strings.TrimPrefix(found, "answer ")
}

// The actions of buttons that are about an answer.
var onAnswers = []customid.Action{
	customid.Sources, customid.Evidence, customid.More, customid.Follow, customid.Up, customid.Down, customid.Reason, customid.Share,
	customid.Editor, customid.Recheck, customid.SearchPage, customid.ComparePage, customid.TimelinePage, customid.CheckPage, customid.QuotePage,
}

// hideout is where buttons are forged, and the message below which they are.
type hideout struct {
	name  string
	from  fakediscord.From
	below fakediscord.Message
	// same says that it must be that one user.
	same bool
}

// Nobody sees an answer through a button that was made by hand: not in another
// server, not outside servers, not the asker there, and in the same server not
// one that is private.
func TestServeForgedButtons(t *testing.T) {
	t.Parallel()
	r := newRaid(t)
	alone := fakediscord.From{UserID: r.victim.UserID}
	installed, elsewhere := r.victim, r.intruder
	installed.UserInstalled, elsewhere.UserID = true, r.victim.UserID
	direct := r.does("", r.discord.Slash(alone, "help"))
	for _, p := range []hideout{
		{"another server", r.intruder, r.bait, false},
		{"the asker, elsewhere", elsewhere, r.bait, true},
		{"the asker, alone", alone, direct, true},
		{"the asker's own bot", installed, r.bait, true},
	} {
		r.forges(p, idOf(r.public))
		r.forges(p, idOf(r.private))
	}
	r.forges(hideout{"a neighbour", r.neighbour, r.bait, false}, idOf(r.private))
	r.ends()
}

// forges tries all buttons of an answer, the form, and the command.
func (r *raid) forges(p hideout, answer string) {
	r.t.Helper()
	user := func() fakediscord.From {
		if p.same {
			return p.from
		}
		return r.stranger(p.from)
	}
	for _, action := range onAnswers {
		f := user()
		for _, id := range []customid.ID{
			{Action: action, Answer: answer},
			{Action: action, Answer: answer, Asker: f.UserID, Item: "view", Page: 1},
		} {
			r.finds(fmt.Sprintf("%s, %s", p.name, id), r.presses(f, p.below, id.String()))
		}
	}
	form := r.discord.Submit(user(), p.below.ID, customid.ID{Action: customid.Followed, Answer: answer}.String(), map[string]string{"question": "When was it?"})
	why := r.discord.Slash(user(), "why", fakediscord.Text("id", answer))
	for _, in := range []fakediscord.Interaction{form, why} {
		r.discord.Interact(in)
		r.finds(p.name+", asking", r.told(in, 0))
	}
}

// ends stops the program, which must have nothing to complain of, and looks for
// votes on answers that nobody could see.
func (r *raid) ends() {
	r.t.Helper()
	if code := r.stop(syscall.SIGTERM); code != 0 {
		r.t.Errorf("SIGTERM ended the program with %d, want 0", code)
	}
	for line := range strings.Lines(r.log.String()) {
		if !strings.Contains(line, `"level":"INFO"`) {
			r.t.Errorf("the log has %s", line)
		}
	}
	r.keepsQuiet(append(treasures, idOf(r.public), idOf(r.private), r.victim.GuildID)...)
	r.looksInto(func(st *store.Store) {
		all, err := st.Tallies(context.Background(), r.victim.GuildID, stopped)
		for _, tally := range all {
			if tally.Up+tally.Down > 0 {
				r.t.Errorf("%d votes were counted", tally.Up+tally.Down)
			}
		}
		if len(all) == 0 || err != nil {
			r.t.Errorf("no questions were counted: %v", err)
		}
	})
}

// A button with a text that the program never wrote is told in a sentence.
func TestServeUnreadableButtons(t *testing.T) {
	t.Parallel()
	r := newRaid(t)
	whole := customid.ID{Action: customid.Sources, Answer: idOf(r.public), Asker: r.intruder.UserID, Item: "view", Page: 3}.String()
	texts := []string{
		"", " ", ":", "v1", "v1:", "v1::::::", "v0" + whole[2:], "v2" + whole[2:], "v999" + whole[2:], strings.ToUpper(whole), whole + ":", whole + "\x00",
		strings.Replace(whole, ":3:", ":-3:", 1), strings.Replace(whole, ":3:", ":99999999999999999999:", 1), whole + strings.Repeat("x", 5000),
		"v1:sources:' OR 1=1 --:0::", "v1:sources:../../etc/passwd:0::", "v1:sources:%:0::", "v1:article_page::0::%", "💣💣💣", "\u202e" + whole,
		"v1:sources:" + strings.Repeat("a", 25) + ":0::", "v1:dance:" + idOf(r.public) + ":0::",
	}
	for n := 3; n < len(whole)-len("view"); n += 5 {
		texts = append(texts, whole[:n])
	}
	for _, text := range texts {
		f := r.stranger(r.intruder)
		told := r.presses(f, r.bait, text)
		r.finds(strconv.Quote(text), told)
		if !strings.Contains(told, "no longer kept") {
			t.Errorf("%q is answered %s", text, told)
		}
	}
	r.ends()
}

// Articles of one server are neither named nor shown in another, whatever asks.
func TestServeForeignArticles(t *testing.T) {
	t.Parallel()
	r := newRaid(t)
	article := r.site.URL + "/bridge"
	for _, typed := range []struct{ path, option, text string }{
		{"ask", "source", "Brunn"},
		{"ask", "source", ""},
		{"search", "source", "bridge"},
		{"sources", "article", "bridge"},
		{"sources", "article", "http"},
		{"timeline", "topic", "Brunn"},
		{"compare", "topic", "Karin"},
		{"settings corpus remove", "article", ""},
	} {
		in := r.discord.Autocomplete(r.intruder, typed.path, fakediscord.Typing(typed.option, typed.text))
		r.discord.Interact(in)
		r.finds("typing "+typed.text, "suggested: "+r.told(in, 0))
	}
	for _, used := range []struct{ path, option, text string }{
		{"sources", "article", article},
		{"sources", "article", "http"},
		{"sources", "article", customid.Key(article)},
		{"sources", "", ""},
		{"ask question: When was it opened?", "source", article},
		{"search query: bridge opened mayor", "source", article},
		{"search", "query", "bridge opened mayor"},
		{"quote", "text", "was opened on 3 May by the mayor"},
		{"timeline", "topic", "bridge"},
		{"compare", "topic", "bridge"},
		{"settings corpus remove", "article", article},
		{"settings corpus list", "", ""},
		{"settings gaps", "", ""},
		{"settings stats", "", ""},
		{"privacy show", "", ""},
		{"help", "", ""},
	} {
		r.finds("/"+used.path, r.uses(used.path, used.option, used.text))
	}
	for _, action := range []customid.Action{
		customid.ArticlePage, customid.Closest, customid.RemoveArticle, customid.CorpusPage, customid.GapsPage, customid.ArticlesPage,
	} {
		f := r.stranger(r.intruder)
		r.finds(string(action), r.presses(f, r.bait, customid.ID{Action: action, Item: article, Asker: f.UserID}.String()))
	}
	if still := r.does("", r.discord.Slash(r.victim, "settings corpus list")); !strings.Contains(still.Content, "Brunnvik") {
		t.Errorf("the article is gone: %s", still.Content)
	}
	r.ends()
}

// uses uses a command, with an option unless it is empty, and returns what is
// shown, but for what whoever asks gave.
func (r *raid) uses(command, option, text string) string {
	r.t.Helper()
	var options []fakediscord.Option
	path, first, found := strings.Cut(command, ": ")
	if found {
		words := strings.Fields(path)
		path = strings.Join(words[:len(words)-1], " ")
		options = append(options, fakediscord.Text(words[len(words)-1], first))
	}
	if option != "" {
		options = append(options, fakediscord.Text(option, text))
	}
	in := r.discord.Slash(r.stranger(r.intruder), path, options...)
	r.discord.Interact(in)
	told := strings.ReplaceAll(r.told(in, 0), `\`, "")
	if text != "" {
		told = strings.ReplaceAll(told, text, "…")
	}
	return told
}
