package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"strings"

	"sherpa/internal/eval/quality"
	"sherpa/internal/usererr"
)

// runSets measures all question sets in some folders, each over a store of its
// own articles.
func (c *evalCmd) runSets(ctx context.Context, a *app) error {
	if len(c.Files) > 0 || len(c.Min) > 0 || c.LLM {
		return usererr.New(usererr.Usage, "--sets measures whole folders: leave out question files, --min and --llm, or leave out --sets.")
	}
	sets, absent, err := c.findSets()
	if err != nil {
		return setsError(err)
	}
	bar := a.progress("questions")
	survey, err := quality.Measure(ctx, quality.Options{Sets: sets, Absent: absent, Progress: bar.to})
	bar.end()
	if err != nil {
		return setsError(err)
	}
	return c.publishSurvey(a, survey)
}

// findSets looks for the sets that the manifest knows, and for others.
func (c *evalCmd) findSets() (found []quality.Set, absent []string, err error) {
	var m quality.Manifest
	if c.Manifest != "" {
		if m, err = quality.ReadManifest(c.Manifest); err != nil {
			return nil, nil, err
		}
	}
	var kept []string
	if !c.Blind {
		m, kept = m.WithoutBlind()
	}
	found, absent, err = quality.Find(m, c.Sets)
	if err == nil && len(found) == 0 {
		err = usererr.New(usererr.BadData, "there is no question set in "+strings.Join(c.Sets, ", ")+"; a set is a folder with questions.jsonl and articles.jsonl, or with sets.jsonl.")
	}
	return found, append(absent, kept...), err
}

// publishSurvey prints what was measured, and writes it where --report says: as
// Markdown if the name ends so.
func (c *evalCmd) publishSurvey(a *app, survey quality.Survey) error {
	if !strings.HasSuffix(c.Report, ".md") {
		return c.publish(a, survey)
	}
	var page bytes.Buffer
	if err := survey.WriteMarkdown(&page); err != nil {
		return fmt.Errorf("write the report: %w", err)
	}
	if err := os.WriteFile(c.Report, page.Bytes(), 0o644); err != nil { //nolint:gosec // figures are no secret
		return reportError(err, c.Report)
	}
	c.Report = ""
	return c.publish(a, survey)
}

// setsError tells a bad list or set from a failure of the engine.
func setsError(err error) error {
	if errors.Is(err, quality.ErrManifest) {
		return usererr.Wrap(err, usererr.BadData, err.Error()+"; correct the list and run it again.")
	}
	return questionFileError(err)
}
