package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/signal"
	"strings"

	"sherpa/answer"
	"sherpa/answer/conversation"
	"sherpa/internal/text"
	"sherpa/internal/usererr"
)

// chatCmd is a conversation.
type chatCmd struct{}

// Help shows examples.
func (chatCmd) Help() string {
	return `A question may go on from the last one: "How long did they last?". Ctrl-C stops
a running question and, at the prompt, the chat; Ctrl-D ends it too.

Examples:

    sherpa chat
    printf 'Where did they meet?\nWhen?\n' | sherpa chat`
}

const chatHelp = `Ask a question; the next may go on from it ("And when?").
  /sources  the sources of the last answer, or all of them
  /why      the passages behind the last answer, and how to get it again
  /new      begin a new conversation
  /help     these lines
  /quit     end (as Ctrl-D)
`

// errQuit ends a chat.
var errQuit = errors.New("quit")

// chat is a running conversation.
type chat struct {
	app     *app
	engines *engines
	history []answer.Turn
}

// Run talks until the input ends.
func (chatCmd) Run(ctx context.Context, a *app) error {
	return a.withEngines(ctx, func(e *engines) error {
		in := a.newPrompt()
		defer in.close(a)
		if a.terminal.in && a.terminal.out {
			if err := a.print("Ask about the articles; /help lists what else there is.\n"); err != nil {
				return err
			}
		}
		return (&chat{app: a, engines: e}).loop(ctx, in)
	})
}

// loop reads lines and answers them.
func (c *chat) loop(ctx context.Context, in prompt) error {
	for {
		text, err := until(ctx, func() (string, error) { return in.read("> ") })
		switch {
		case errors.Is(err, io.EOF):
			return nil
		case errors.Is(err, context.Canceled):
			return err
		case err != nil:
			return usererr.Wrap(err, usererr.Failed, "the input cannot be read: "+reason(err)+".")
		}
		err = c.one(ctx, strings.TrimSpace(text))
		if errors.Is(err, errQuit) {
			return nil
		}
		if err != nil {
			return err
		}
	}
}

// one deals with one line. What is wrong with a single question is said, and
// the conversation goes on.
func (c *chat) one(ctx context.Context, text string) error {
	ctx, stop := signal.NotifyContext(ctx, os.Interrupt)
	defer stop()
	var err error
	switch {
	case text == "":
		return nil
	case strings.HasPrefix(text, "/"):
		err = c.command(ctx, text)
	default:
		err = c.ask(ctx, text)
	}
	if errors.Is(err, context.Canceled) {
		return c.app.print("Stopped.\n")
	}
	return err
}

// command does what a line that begins with a slash says.
func (c *chat) command(ctx context.Context, text string) error {
	switch text {
	case "/quit", "/exit":
		return errQuit
	case "/help":
		return c.app.print(chatHelp)
	case "/new":
		c.history = nil
		return c.app.print("A new conversation.\n")
	case "/sources":
		return c.sources(ctx)
	case "/why":
		return c.why(ctx)
	}
	return c.app.print(printable(text) + " is not known; /help lists what is.\n")
}

// ask answers a question in the light of the conversation.
func (c *chat) ask(ctx context.Context, question string) error {
	if err := checkText("question", question, conversation.MaxMessage); err != nil {
		return c.app.print(text.Capital(usererr.Message(err)) + "\n")
	}
	page, err := c.engines.askedTimeline(ctx, question, c.app.terminal.view)
	if err != nil {
		return err
	}
	if page != "" {
		return c.app.print(page + "\n")
	}
	result, err := c.engines.ask(ctx, answer.Question{Text: question, Asked: clock(), History: c.history})
	if err != nil {
		return err
	}
	c.history = remember(c.history, result)
	return c.app.print(renderAnswer(result, c.engines.newest(ctx), c.app.terminal.view) + "\n")
}

// last is the last turn of the conversation.
func (c *chat) last() (answer.Turn, bool) {
	if len(c.history) == 0 {
		return answer.Turn{}, false
	}
	return c.history[len(c.history)-1], true
}

// sources lists the sources of the last answer, or all articles.
func (c *chat) sources(ctx context.Context) error {
	if turn, ok := c.last(); ok && len(turn.Answer.Citations) > 0 {
		p := newPage(c.app.terminal.view)
		p.sources(turn.Answer)
		return c.app.print(p.String())
	}
	articles, err := c.engines.store.Articles(ctx)
	if err != nil {
		return err
	}
	return c.app.print(renderSources(articles, c.app.terminal.view))
}

// evidenceShown is how many weighed sentences /why shows.
const evidenceShown = 5

// why shows what was weighed for the last answer, and the command lines that
// give the answer and the passages again.
func (c *chat) why(ctx context.Context) error {
	turn, ok := c.last()
	if !ok {
		return c.app.print("There is no answer yet.\n")
	}
	reasons, err := c.engines.answer.Why(ctx, answer.Question{Text: turn.Question, Asked: clock()}, evidenceShown)
	if err != nil {
		return err
	}
	db, question := quoteArg(c.engines.store.Path()), quoteArg(turn.Question)
	return c.app.print(renderWhy(reasons, c.app.terminal.view) + fmt.Sprintf(
		"\nAgain:\n  sherpa ask --db %s %s\n  sherpa search --explain --db %s %s\n\n", db, question, db, question))
}

// quoteArg quotes text for a shell.
func quoteArg(text string) string {
	return "'" + strings.ReplaceAll(printable(text), "'", `'\''`) + "'"
}
