package main

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"

	"sherpa/internal/eval"
	"sherpa/internal/usererr"
)

// evalCmd measures quality against question files.
type evalCmd struct {
	JSON     bool     `name:"json" help:"Print JSON."`
	LLM      bool     `name:"llm" help:"Ask every question twice, without the language model and with it, and compare."`
	Report   string   `placeholder:"FILE" help:"Write the report to FILE too, as JSON; with --sets and a name that ends in .md, for people."`
	Min      []string `placeholder:"METRIC=X" help:"Fail if METRIC is worse than X; may be given several times."`
	Sets     []string `placeholder:"DIR" help:"Measure the question sets in DIR, each over its own articles; may be given several times."`
	Manifest string   `placeholder:"FILE" help:"With --sets: what is known of the sets, their goals and what other methods reach."`
	Blind    bool     `help:"With --manifest: measure the sets too that nobody shall fit to; only their figures are shown."`
	Files    []string `arg:"" optional:"" name:"file" help:"Question files, one JSON object a line."`
}

// Help shows examples.
func (evalCmd) Help() string {
	return `Examples:

    sherpa eval questions.jsonl
    sherpa eval --min right=0.9 --min verbatim=1 questions.jsonl
    sherpa eval --json --report report.json questions.jsonl > summary.json
    sherpa eval --llm questions.jsonl
    sherpa eval --sets ../sets --report quality.md`
}

// Run measures.
func (c *evalCmd) Run(ctx context.Context, a *app) error {
	if len(c.Sets) > 0 {
		return c.runSets(ctx, a)
	}
	if len(c.Files) == 0 {
		return usererr.New(usererr.Usage, "there is no question file; name one or more after the command.")
	}
	floors, err := c.floors()
	if err != nil {
		return err
	}
	return a.withEngines(ctx, func(e *engines) error {
		if c.LLM && e.options.Generator == nil {
			return usererr.New(usererr.BadConfig, "--llm needs a language model: set llm.model (and llm.base_url, llm.api_key), and leave --offline out.")
		}
		bar := a.progress("questions")
		opts := eval.Options{
			Engine:   eval.Engine{Asker: e.answer, Searcher: e.search, Articles: e.store},
			Files:    c.Files,
			Now:      clock(),
			OpenDocs: eval.OpenDocsWith(e.options),
			Offline:  !c.LLM,
			Progress: func(done, _ int) { bar.to(done) },
		}
		result, report, err := c.measure(ctx, opts)
		bar.end()
		if err != nil {
			return questionFileError(err)
		}
		return errors.Join(c.publish(a, result), missedFloor(report.Check(floors)))
	})
}

// measured is what is published of a run.
type measured interface{ WriteTable(w io.Writer) error }

// measure asks the questions. The report is the one that floors hold for: with
// --llm, that of the answers with the model.
func (c *evalCmd) measure(ctx context.Context, opts eval.Options) (measured, eval.Report, error) {
	if c.LLM {
		compared, err := eval.Compare(ctx, opts)
		return compared, compared.Model, err
	}
	report, err := eval.Run(ctx, opts)
	return report, report, err
}

// floors reads the values of --min.
func (c *evalCmd) floors() ([]eval.Floor, error) {
	floors := make([]eval.Floor, 0, len(c.Min))
	for _, text := range c.Min {
		floor, err := eval.ParseFloor(text)
		if err != nil {
			return nil, usererr.Wrap(err, usererr.Usage, "--min: "+err.Error()+".")
		}
		floors = append(floors, floor)
	}
	return floors, nil
}

// publish prints the report and writes it where --report says.
func (c *evalCmd) publish(a *app, report measured) error {
	if c.Report != "" {
		data, err := json.MarshalIndent(report, "", "  ")
		if err != nil {
			return fmt.Errorf("write the report as JSON: %w", err)
		}
		if err := os.WriteFile(c.Report, append(data, '\n'), 0o644); err != nil { //nolint:gosec // figures are no secret
			return reportError(err, c.Report)
		}
	}
	if c.JSON {
		return a.show(true, report, nil)
	}
	var table bytes.Buffer
	if err := report.WriteTable(&table); err != nil {
		return fmt.Errorf("write the table: %w", err)
	}
	return a.print(table.String())
}

// reportError says that the report could not be written where it should be.
func reportError(err error, file string) error {
	return usererr.Wrap(err, usererr.Failed, "the report "+file+" could not be written: "+reason(err)+"; name another file.")
}

// questionFileError tells a bad question file from a failure of the engine.
func questionFileError(err error) error {
	if e, ok := errors.AsType[*fs.PathError](err); ok {
		return fileError(err, "the question file", e.Path)
	}
	if errors.Is(err, eval.ErrQuestionFile) {
		return usererr.Wrap(err, usererr.BadData, err.Error()+"; correct the file and run it again.")
	}
	return err
}

// missedFloor is the failure of a run whose quality is below what was asked.
func missedFloor(err error) error {
	if err == nil {
		return nil
	}
	return usererr.Wrap(err, usererr.Failed, err.Error())
}
