package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"slices"
	"strings"

	"sherpa/answer"
	"sherpa/internal/text"
	"sherpa/internal/usererr"
)

// maxHistory is the number of turns of a conversation that are kept.
const maxHistory = 10

// line is one question of a batch.
type line struct {
	// ID is given back as it was written.
	ID       json.RawMessage
	Question string
	Thread   string
	Asked    string
	Since    string
	Source   string
	// problem says why the line cannot be asked.
	problem string
}

// batchAnswer is an answer with the id of its line.
type batchAnswer struct {
	ID json.RawMessage `json:"id,omitempty"`
	answer.Answer
}

// answerLine answers one line of a batch.
type answerLine func(ctx context.Context, l line) (any, error)

// eachLine prints one result for each line of a file, as soon as it is there.
// start is called once, with the engines, and returns what answers a line.
func (a *app) eachLine(ctx context.Context, file string, start func(*engines) answerLine) error {
	in, err := a.openBatch(file)
	if err != nil {
		return err
	}
	defer in.Close() //nolint:errcheck // nothing was written
	return a.withEngines(ctx, func(e *engines) error {
		return a.lines(ctx, in, file, start(e))
	})
}

// lines answers the lines of in one after the other.
func (a *app) lines(ctx context.Context, in io.Reader, file string, one answerLine) error {
	if file == "-" {
		file = "standard input"
	}
	lines := newPipe(in)
	for n := 1; ; n++ {
		text, err := until(ctx, lines.next)
		switch {
		case errors.Is(err, io.EOF):
			return nil
		case errors.Is(err, context.Canceled):
			return err
		case err != nil:
			return usererr.Wrap(err, usererr.BadData, fmt.Sprintf("%s, line %d cannot be read: %s.", file, n, reason(err)))
		}
		if err := a.oneLine(ctx, text, one); err != nil {
			return atLine(err, file, n)
		}
	}
}

// oneLine answers one line; an empty one is passed over.
func (a *app) oneLine(ctx context.Context, text string, one answerLine) error {
	if strings.TrimSpace(text) == "" {
		return nil
	}
	l, err := parseLine([]byte(text))
	if err != nil {
		return err
	}
	result, err := one(ctx, l)
	if err != nil {
		return err
	}
	return a.encode(result, "")
}

// atLine says at which line of a batch the JSON ended.
func atLine(err error, file string, n int) error {
	if _, ok := errors.AsType[*json.SyntaxError](err); !ok {
		return err
	}
	return usererr.Wrap(err, usererr.BadData, fmt.Sprintf("%s, line %d is not JSON; the lines before it are answered. Correct it and run the rest.", file, n))
}

// openBatch opens the file of a batch; - is standard input.
func (a *app) openBatch(file string) (io.ReadCloser, error) {
	if file == "-" {
		return io.NopCloser(a.stdin), nil
	}
	f, err := os.Open(file) //nolint:gosec // the user names the file
	if err != nil {
		return nil, fileError(err, "the batch", file)
	}
	return f, nil
}

// parseLine reads a line; only what is not JSON is an error. JSON of another
// shape, or a field of another type, is a problem of that line alone.
func parseLine(data []byte) (line, error) {
	if err := json.Unmarshal(data, new(json.RawMessage)); err != nil {
		return line{}, err
	}
	var fields map[string]json.RawMessage
	if json.Unmarshal(data, &fields) != nil {
		return line{problem: "this line is not a JSON object with a question."}, nil
	}
	l := line{ID: fields["id"]}
	for _, f := range []struct {
		name string
		to   any
	}{
		{"query", &l.Question}, {"question", &l.Question}, {"thread", &l.Thread}, {"asked", &l.Asked}, {"since", &l.Since}, {"source", &l.Source},
	} {
		if raw, ok := fields[f.name]; ok && json.Unmarshal(raw, f.to) != nil {
			l.problem = fmt.Sprintf("the field %s of this line has the wrong type.", f.name)
		}
	}
	return l, nil
}

// ask answers the line as the next turn of its thread.
func (l line) ask(ctx context.Context, engine *engines, threads map[string][]answer.Turn) (answer.Answer, error) {
	q, err := l.toQuestion()
	if err != nil {
		return refused(l.Question, err), nil
	}
	q.History = threads[l.Thread]
	result, err := engine.ask(ctx, q)
	if err != nil {
		return answer.Answer{}, err
	}
	if l.Thread != "" {
		threads[l.Thread] = remember(threads[l.Thread], result)
	}
	return result, nil
}

// toQuestion checks the fields of the line. That there is a question, and not
// too long a one, is the engine's to say.
func (l line) toQuestion() (answer.Question, error) {
	if l.problem != "" {
		return answer.Question{}, usererr.New(usererr.BadData, l.problem)
	}
	since, err := parseDay("since", l.Since)
	if err != nil {
		return answer.Question{}, err
	}
	asked := clock()
	if l.Asked != "" {
		if asked, err = parseTime(l.Asked); err != nil {
			return answer.Question{}, usererr.Wrap(err, usererr.BadData, fmt.Sprintf("asked %q is not a time; write it as YYYY-MM-DD or as RFC 3339.", l.Asked))
		}
	}
	return answer.Question{Text: l.Question, Since: since, Source: l.Source, Asked: asked}, nil
}

// refused is the answer to a line that cannot be asked.
func refused(question string, why error) answer.Answer {
	return answer.Answer{
		Question: question, Mode: answer.ModeAbstained, Text: text.Capital(usererr.Message(why)),
		Statements: []answer.Statement{}, Citations: []answer.Citation{},
		Disagreements: []answer.Disagreement{}, Closest: []answer.Closest{},
	}
}

// remember adds a turn to a conversation and forgets the oldest.
func remember(history []answer.Turn, a answer.Answer) []answer.Turn {
	history = append(slices.Clip(history), answer.Turn{Question: a.Meant(), Answer: a})
	return history[max(0, len(history)-maxHistory):]
}
