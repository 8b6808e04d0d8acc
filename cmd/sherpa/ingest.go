package main

import (
	"context"
	"fmt"
	"io"

	"github.com/schollz/progressbar/v3"

	"sherpa/ingest"
	"sherpa/internal/usererr"
)

// ingestCmd adds articles to the store.
type ingestCmd struct {
	JSON   bool     `name:"json" help:"Print JSON."`
	Inputs []string `arg:"" optional:"" name:"input" help:"Files (.txt, .md, .html, .jsonl), folders, pages or feeds."`
}

// Help shows examples.
func (ingestCmd) Help() string {
	return `A store that this command creates holds only what it ingests. An input that
cannot be used is reported and skipped; an article that is there already is
updated if it has changed.

Examples:

    sherpa ingest articles/
    sherpa ingest --db summit.db a.txt b.html c.jsonl
    sherpa ingest https://example.com/news/feed.xml`
}

// Run ingests.
func (c *ingestCmd) Run(ctx context.Context, a *app) error {
	if len(c.Inputs) == 0 {
		return usererr.New(usererr.Usage, "there is nothing to ingest; name files, folders, pages or feeds after the command.")
	}
	settings, err := a.settings()
	if err != nil {
		return err
	}
	st, err := a.openForIngest(ctx)
	if err != nil {
		return err
	}
	defer closeStore(a, st)
	bar := a.progress("articles")
	report, runErr := ingest.New(st, ingest.Options{
		Fetcher:  newFetcher(settings.Config),
		Now:      clock,
		Progress: func(p ingest.Progress) { bar.to(p.Articles + p.Skipped) },
	}).Run(ctx, c.Inputs)
	bar.end()
	if err := a.show(c.JSON, report, func(v view) string { return renderReport(report, v) }); err != nil {
		return err
	}
	if runErr != nil {
		return storeError(st.Path(), runErr)
	}
	if err := a.embed(ctx, settings.Config, st); err != nil {
		return err
	}
	return allSkipped(report)
}

// allSkipped is an error if nothing of what was named could be used.
func allSkipped(r ingest.Report) error {
	if len(r.Skipped) == 0 || r.Added+r.Updated+r.Unchanged > 0 {
		return nil
	}
	if len(r.Skipped) == 1 {
		return usererr.New(usererr.BadData, fmt.Sprintf("nothing was ingested: %s: %s", r.Skipped[0].Input, r.Skipped[0].Reason))
	}
	return usererr.New(usererr.BadData, "nothing was ingested; the report says why for each input.")
}

// renderReport says what a run of ingest did.
func renderReport(r ingest.Report, v view) string {
	p := newPage(v)
	p.para("", fmt.Sprintf("Added %d, updated %d, unchanged %d, skipped %d; %s stored.",
		r.Added, r.Updated, r.Unchanged, len(r.Skipped), count(r.Passages, "passage")), plain)
	if r.Duplicates > 0 {
		p.para("", count(r.Duplicates, "article")+" nearly the same as an earlier one.", plain)
	}
	for _, s := range r.Skipped {
		p.para("  skipped ", s.Input+": "+s.Reason, yellow)
	}
	return p.String()
}

// progress is a line on stderr, where a person sees it, that counts things. It has
// no bar where nobody looks.
type progress struct{ bar *progressbar.ProgressBar }

func (a *app) progress(things string) progress {
	if !a.terminal.err {
		return progress{}
	}
	return progress{newBar(a.stderr, things)}
}

func newBar(w io.Writer, things string) *progressbar.ProgressBar {
	return progressbar.NewOptions(-1,
		progressbar.OptionSetWriter(w),
		progressbar.OptionSetDescription(things),
		progressbar.OptionShowCount(),
		progressbar.OptionClearOnFinish(),
		progressbar.OptionSetSpinnerChangeInterval(0), // else it is drawn by a goroutine of its own, unguarded
	)
}

// to says how far the work has come. A line that cannot be drawn is no reason
// to stop it.
func (p progress) to(n int) {
	if p.bar != nil {
		_ = p.bar.Set(n)
	}
}

// end takes the line away.
func (p progress) end() {
	if p.bar != nil {
		_ = p.bar.Finish()
	}
}
