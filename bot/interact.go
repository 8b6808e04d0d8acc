package bot

import (
	"context"
	"fmt"
	"log/slog"
	"time"

	"sherpa/bot/event"
	"sherpa/bot/payload"
	"sherpa/store"
)

// tooOld is the age at which an interaction is not begun any more: Discord
// forgets it after three seconds without an acknowledgement.
const tooOld = 2800 * time.Millisecond

// Respond sends the first response to an interaction.
type Respond func(ctx context.Context, r payload.Response) error

// plan is what becomes of an interaction: a response at once, and behind it
// work, if any.
type plan struct {
	kind  string
	first payload.Response
	// counts says that it is a question, for the limits of fair use.
	counts bool
	// claim says that one process alone may do the work.
	claim bool
	work  func(ctx context.Context) (shown, error)
	// status says what goes on meanwhile, if set.
	status *status
	// ended is told the outcome, if set.
	ended func(outcome string)
	// within is how long the work may take, if not as long as an answer.
	within time.Duration
	// aside says that a failure is told in a message of its own, since the one
	// that is edited shows something that must stay.
	aside bool
}

// HandleInteraction answers an interaction. It returns once the first response
// was sent by respond; the rest follows by the Sender. What was delivered
// before, and what is too old to be acknowledged, gets no response at all. The
// error is respond's; it has been counted and needs no further care.
func (b *Bot) HandleInteraction(ctx context.Context, in *event.Interaction, respond func(context.Context, payload.Response) error) error {
	received := b.now()
	b.metrics.Received(kindNames[in.Kind])
	switch in.Kind {
	case event.Ping:
		return respond(ctx, payload.Response{Kind: payload.Pong})
	case event.Autocomplete:
		return respond(ctx, payload.Response{Kind: payload.Choices, Choices: b.suggest(in)})
	}
	if !b.heard.add(in.ID, struct{}{}) {
		b.metrics.Skipped("duplicate")
		return nil
	}
	if b.DiscordNow().Sub(in.Created) > tooOld {
		b.metrics.Skipped("old")
		return nil
	}
	w := b.asks(in)
	p, err := b.plan(in, w) //nolint:contextcheck // the work of a plan outlives the event
	if err != nil {
		return respond(ctx, private(b.explain(ctx, p.kind, w.say, err)))
	}
	return b.acknowledge(ctx, in, w, p, received, respond)
}

// kindNames name interactions in metrics.
var kindNames = map[event.Kind]string{
	event.Ping: "ping", event.CommandUsed: "command", event.Pressed: "component", event.Autocomplete: "autocomplete", event.FormSent: "form",
}

// plan finds out what an interaction asks for; a panic is an error like others.
func (b *Bot) plan(in *event.Interaction, w who) (p plan, err error) {
	err = guard(func() (err error) {
		switch in.Kind {
		case event.CommandUsed:
			p, err = b.planCommand(in, w)
		case event.Pressed:
			p, err = b.planPress(in, w)
		case event.FormSent:
			p, err = b.planForm(in, w)
		default:
			err = fmt.Errorf("bot: an interaction of kind %d", in.Kind)
		}
		return err
	})
	return p, err
}

// acknowledge sends the first response, and begins the work once it was sent.
func (b *Bot) acknowledge(ctx context.Context, in *event.Interaction, w who, p plan, received time.Time, respond Respond) error {
	if p.work == nil {
		return b.respond(ctx, p.kind, received, respond, p.first)
	}
	if p.counts {
		if wait, ok := b.FairUse.Ask(w.user.ID, w.guildID); !ok {
			b.metrics.Skipped("rate")
			return b.respond(ctx, p.kind, received, respond, private(payload.Message{Content: w.say.Say("bot.too_fast", "When", w.say.In(wait))}))
		}
	}
	place, ok := b.enter(w, p)
	if !ok {
		return b.respond(ctx, p.kind, received, respond, private(b.noPlace(w)))
	}
	if err := b.respond(ctx, p.kind, received, respond, p.first); err != nil {
		place.leave()
		return err
	}
	b.start(place, b.jobOf(in, w, p, received)) //nolint:contextcheck // the work outlives the event
	return nil
}

// enter takes a place among the questions, among what takes its time, or among
// what is merely looked at.
func (b *Bot) enter(w who, p plan) (*place, bool) {
	if p.counts {
		return b.questions.enter(w.key(), w.user.ID)
	}
	if p.within > 0 {
		return b.additions.enter(w.key(), "")
	}
	return b.views.enter(w.key(), "")
}

// respond sends a first response and counts how long that took.
func (b *Bot) respond(ctx context.Context, kind string, received time.Time, respond Respond, r payload.Response) error {
	if err := respond(ctx, r); err != nil {
		b.metrics.Skipped("unacknowledged")
		b.log.LogAttrs(ctx, slog.LevelWarn, "an interaction could not be acknowledged",
			slog.String("kind", kind), slog.String("error", err.Error()))
		return err
	}
	b.metrics.Acknowledged(kind, b.now().Sub(received))
	return nil
}

// noPlace says why a question is not taken.
func (b *Bot) noPlace(w who) payload.Message {
	if b.questions.isClosed() {
		return payload.Message{Content: w.say.Say("bot.restarting")}
	}
	b.metrics.Skipped("busy")
	return payload.Message{Content: w.say.Say("bot.busy", "When", w.say.In(busyFor))}
}

// busyFor is after how long somebody is told to try again.
const busyFor = 15 * time.Second

func (b *Bot) jobOf(in *event.Interaction, w who, p plan, received time.Time) job {
	j := job{id: in.ID, kind: p.kind, say: w.say, received: received, within: p.within, claim: p.claim, status: p.status, work: p.work, ended: p.ended}
	j.show = func(ctx context.Context, m payload.Message) (string, error) { return b.edit(ctx, in.Ticket, m) }
	j.tell = j.show
	if p.aside {
		j.tell = func(ctx context.Context, m payload.Message) (string, error) {
			m.Ephemeral = true
			return b.follow(ctx, in.Ticket, m)
		}
	}
	if p.claim {
		j.pending = &store.Pending{
			InteractionID: in.ID, ApplicationID: in.ApplicationID, Token: in.Token,
			Locale: w.say.Language(), Owner: b.Owner, Since: in.Created,
		}
	}
	return j
}

// edit replaces the first response, unless its ticket has expired.
func (b *Bot) edit(ctx context.Context, t event.Ticket, m payload.Message) (string, error) {
	ctx, cancel, err := b.inTime(ctx, t)
	if err != nil {
		return "", err
	}
	defer cancel()
	return b.Sender.Edit(ctx, t, m)
}

// follow sends a further message, unless the ticket has expired.
func (b *Bot) follow(ctx context.Context, t event.Ticket, m payload.Message) (string, error) {
	ctx, cancel, err := b.inTime(ctx, t)
	if err != nil {
		return "", err
	}
	defer cancel()
	return b.Sender.Follow(ctx, t, m)
}

// inTime bounds ctx by the life of a ticket. It fails with errLate after that,
// which is logged here, once.
func (b *Bot) inTime(ctx context.Context, t event.Ticket) (context.Context, context.CancelFunc, error) {
	left := ticketLife - b.DiscordNow().Sub(t.Created)
	if left <= 0 {
		b.metrics.Skipped("late")
		b.log.LogAttrs(ctx, slog.LevelWarn, "an answer came too late to be shown")
		return nil, nil, errLate
	}
	ctx, cancel := context.WithTimeout(ctx, left)
	return ctx, cancel, nil
}

// private is a first response that only the asker sees.
func private(m payload.Message) payload.Response {
	m.Ephemeral = true
	return payload.Response{Kind: payload.Reply, Message: m}
}

// deferred acknowledges with "thinking".
func deferred(ephemeral bool) payload.Response {
	return payload.Response{Kind: payload.Defer, Message: payload.Message{Ephemeral: ephemeral}}
}

// deferredUpdate acknowledges a button without changing its message yet.
func deferredUpdate() payload.Response { return payload.Response{Kind: payload.DeferUpdate} }
