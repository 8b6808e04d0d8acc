package bot_test

import (
	"context"
	"errors"
	"fmt"
	"sync/atomic"
	"testing"
	"time"

	"golang.org/x/sync/errgroup"

	"sherpa/internal/fakediscord"
)

// busyServers are in how many servers of a crowd something happens at a time.
const busyServers = 12

// crowd is people in many servers, each of whom does one thing.
type crowd struct {
	d *fakediscord.Server
	// servers, people and messages are how many there were; started are the
	// interactions, answers those that answered a question, and lost what nobody
	// answered within a minute.
	servers, people, messages, started, answers, lost atomic.Int64
}

// use lets people use the bot until so many interactions were started in all.
func (c *crowd) use(t *testing.T, until int) {
	t.Helper()
	began, before := time.Now(), c.started.Load()
	group, ctx := errgroup.WithContext(t.Context())
	for range busyServers {
		group.Go(func() error {
			for c.started.Load() < int64(until) {
				err := c.server(ctx)
				if errors.Is(err, context.DeadlineExceeded) {
					c.lost.Add(1)
					t.Logf("interaction %d or so: %v", c.started.Load(), err)
				} else if err != nil {
					return err
				}
			}
			return nil
		})
	}
	if err := group.Wait(); err != nil {
		t.Fatal(err)
	}
	n := c.started.Load() - before
	t.Logf("%d interactions in %v: %.0f a second", n, time.Since(began).Round(time.Second), float64(n)/time.Since(began).Seconds())
}

// snowflakes are ids of one kind.
func snowflakes(year int, n int64) string {
	return fakediscord.Snowflake(time.Date(year, 1, 1, 0, 0, 0, 0, time.UTC), uint64(n)) //nolint:gosec // positive
}

// somebody is another user each time.
func (c *crowd) somebody(place fakediscord.From) fakediscord.From {
	place.UserID = snowflakes(2020, c.people.Add(1))
	return place
}

// server is what happens in one server.
func (c *crowd) server(ctx context.Context) error {
	n := c.servers.Add(1)
	place := fakediscord.From{GuildID: snowflakes(2021, n), ChannelID: snowflakes(2022, n)}
	defer c.d.RemoveChannel(place.ChannelID)
	for i, look := range looks {
		question := questions[i]
		if i == 0 {
			question = fmt.Sprintf(question, n)
		}
		if err := c.conversation(ctx, place, question, i == 0); err != nil {
			return err
		}
		if _, err := c.shown(ctx, c.d.Slash(c.somebody(place), look.command, look.options...)); err != nil {
			return fmt.Errorf("/%s: %w", look.command, err)
		}
	}
	return errors.Join(c.says(ctx, place, c.d.Mention()+" "+asked), c.says(ctx, fakediscord.From{}, asked))
}

// looks are commands that ask no question.
var looks = []struct {
	command string
	options []fakediscord.Option
}{
	{"search", []fakediscord.Option{fakediscord.Text("query", "ceasefire talks")}},
	{"timeline", []fakediscord.Option{fakediscord.Text("topic", "summit")}},
	{"compare", []fakediscord.Option{fakediscord.Text("topic", "ceasefire")}},
	{"quote", []fakediscord.Option{fakediscord.Text("text", "no deal until there's a deal")}},
	{"sources", nil},
}

// questions are asked in each server; the first one is another in each.
var questions = []string{
	"How long did Trump and Putin talk on day %d?", asked, "Where did Trump and Putin meet?", "Was a ceasefire agreed?", "Who was there?",
}

// conversation is an answer with all that is done with it.
func (c *crowd) conversation(ctx context.Context, place fakediscord.From, question string, thorough bool) error {
	if err := c.types(ctx, place); err != nil {
		return fmt.Errorf("autocompletion: %w", err)
	}
	m, err := c.shown(ctx, c.d.Slash(c.somebody(place), "ask", fakediscord.Text("question", question)))
	if err != nil {
		return fmt.Errorf("/ask: %w", err)
	}
	c.answers.Add(1)
	for _, part := range m.Parts() {
		if part.Label == "Evidence" && !thorough {
			continue
		}
		in := c.d.Press(c.somebody(place), m.ID, part.CustomID)
		if part.Label == "Follow up" {
			err = c.followUp(ctx, place, m, in)
		} else {
			_, err = c.shown(ctx, in)
		}
		if err != nil {
			return fmt.Errorf("button %s: %w", part.Label, err)
		}
	}
	return nil
}

// types is somebody who types options that are completed.
func (c *crowd) types(ctx context.Context, place fakediscord.From) error {
	place = c.somebody(place)
	for _, typed := range []string{"", "t", "tr", "tru"} {
		for command, option := range map[string]string{"timeline": "topic", "sources": "article"} {
			if _, err := c.responded(ctx, c.d.Autocomplete(place, command, fakediscord.Typing(option, typed))); err != nil {
				return err
			}
		}
	}
	return nil
}

// followUp opens a form and sends it.
func (c *crowd) followUp(ctx context.Context, place fakediscord.From, m fakediscord.Message, in fakediscord.Interaction) error {
	got, err := c.responded(ctx, in)
	if err != nil {
		return err
	}
	if got.Modal == nil {
		return fmt.Errorf("no form, but %+v", got)
	}
	_, err = c.shown(ctx, c.d.Submit(c.somebody(place), m.ID, got.Modal.CustomID, map[string]string{"question": "And where did they meet?"}))
	c.answers.Add(1)
	return err
}

// says writes a message, in a place or alone with the bot, and waits for the reply.
func (c *crowd) says(ctx context.Context, place fakediscord.From, text string) error {
	from := c.somebody(place)
	if from.ChannelID == "" {
		from.ChannelID = c.d.DM(from.UserID)
		defer c.d.RemoveChannel(from.ChannelID)
	}
	before := len(c.d.Messages(from.ChannelID))
	c.d.Says(from, fakediscord.Post{Content: text})
	c.messages.Add(1)
	return c.until(ctx, func() bool { return len(c.d.Messages(from.ChannelID)) > before })
}

// responded dispatches an interaction and waits for the first response.
func (c *crowd) responded(ctx context.Context, in fakediscord.Interaction) (got fakediscord.Response, err error) {
	return c.awaits(ctx, in, func(r fakediscord.Response) bool { return r.Kind != 0 })
}

// shown dispatches an interaction and waits until somebody is shown a message.
func (c *crowd) shown(ctx context.Context, in fakediscord.Interaction) (fakediscord.Message, error) {
	got, err := c.awaits(ctx, in, func(r fakediscord.Response) bool {
		return r.Original != nil && !r.Thinking
	})
	if err != nil {
		return fakediscord.Message{}, err
	}
	return *got.Original, nil
}

func (c *crowd) awaits(ctx context.Context, in fakediscord.Interaction, holds func(fakediscord.Response) bool) (got fakediscord.Response, err error) {
	c.started.Add(1)
	c.d.Interact(in)
	err = c.until(ctx, func() bool {
		got = c.d.Response(in.Token)
		return holds(got)
	})
	return got, err
}

func (c *crowd) until(ctx context.Context, holds func() bool) error {
	ctx, cancel := context.WithTimeout(ctx, time.Minute)
	defer cancel()
	return c.d.WaitFor(ctx, holds)
}
