package main

import (
	"context"
	"fmt"
	"log/slog"
	"time"

	"sherpa/internal/config"
	"sherpa/internal/llm"
	"sherpa/internal/usererr"
)

// modelFinding tries the language model with one tiny request. Answers need
// none, so that one that fails is worth a remark only: they are quotations then.
// With settings that cannot be used nothing is sent: the default address may not
// be meant to get the key.
func modelFinding(ctx context.Context, c config.Config, sound, offline bool) finding {
	f := finding{what: "language model"}
	switch {
	case !sound:
		f.state = "not tried, as the settings cannot be used"
		return f
	case c.LLM.Model == "":
		f.state = "none, as llm.model is empty: answers are quotations, and nothing leaves this machine"
		return f
	case offline:
		f.state = c.LLM.Model + " at " + c.LLM.BaseURL + " is configured; it was not tried, because of --offline"
		return f
	}
	client, err := llm.New(modelOptions(c.LLM, nil, slog.New(slog.DiscardHandler), nil))
	if err != nil {
		return finding{f.what, "cannot be used", err.Error(), usererr.BadConfig}
	}
	defer client.Close()
	probe, err := client.Probe(ctx)
	if err != nil {
		f.state = c.LLM.Model + " at " + c.LLM.BaseURL + " does not answer"
		f.advice = err.Error() + ". Until then answers are quotations."
		return f
	}
	f.state = fmt.Sprintf("%s at %s answers: first token after %s, all after %s; %s; %s",
		c.LLM.Model, c.LLM.BaseURL, shortTime(probe.FirstToken), shortTime(probe.Total), schemaText(probe.Schema), usageText(probe.UsageReported))
	if probe.Model != "" && probe.Model != c.LLM.Model {
		f.state += "; it calls itself " + probe.Model
	}
	if probe.Reasoning {
		f.state += "; it reasons before it answers, which takes tokens and time"
	}
	return f
}

// embedderFinding tries the model for vectors with one word. Without it the search
// goes by words.
func embedderFinding(ctx context.Context, c config.Config) finding {
	const what = "vectors"
	e, err := llm.NewEmbedder(embedOptions(c))
	if err != nil {
		return finding{what, "cannot be made", err.Error(), usererr.BadConfig}
	}
	defer e.Close()
	began := time.Now()
	vector, err := e.EmbedQuestion(ctx, "summit")
	if err != nil {
		return finding{what: what, state: c.Embedding.Model + " makes none", advice: err.Error() + ". Until then the search goes by words alone."}
	}
	return finding{what: what, state: fmt.Sprintf("%s makes vectors of %d numbers, one after %s; passages and questions are sent to it",
		c.Embedding.Model, len(vector), shortTime(time.Since(began)))}
}

func shortTime(d time.Duration) string { return d.Round(time.Millisecond).String() }

func schemaText(s llm.SchemaSupport) string {
	switch s {
	case llm.SchemaKept:
		return "it keeps to a JSON schema"
	case llm.SchemaIgnored:
		return "it takes a JSON schema but does not keep to it, so that more of its answers may be lost"
	}
	return "it takes no JSON schema and is asked in plain text"
}

func usageText(reported bool) string {
	if reported {
		return "it counts its tokens"
	}
	return "it does not count its tokens, so that what it takes is estimated, on the high side"
}
