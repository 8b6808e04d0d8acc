package main

import (
	"context"
	"fmt"
	"log/slog"
	"strings"
	"time"

	"sherpa/answer"
	"sherpa/internal/config"
	"sherpa/internal/llm"
	"sherpa/internal/usererr"
	"sherpa/store"
)

// newModel is the adapter to the language model of the settings; nil if there is
// none, or it is not to be asked.
func (a *app) newModel(c config.Config, st *store.Store, log *slog.Logger, observe func(llm.Observation)) (*llm.Client, error) {
	if c.LLM.Model == "" || a.flags.Offline {
		return nil, nil //nolint:nilnil // no model is no error
	}
	client, err := llm.New(modelOptions(c.LLM, newStoreLedger(st, c.LLM, log), log, observe))
	if err != nil {
		return nil, usererr.Wrap(err, usererr.BadConfig, "the language model cannot be used: "+err.Error()+".")
	}
	return client, nil
}

func modelOptions(c config.LLM, ledger llm.Ledger, log *slog.Logger, observe func(llm.Observation)) llm.Options {
	return llm.Options{
		BaseURL: c.BaseURL, AllowHTTP: c.AllowHTTP, Model: c.Model, APIKey: llm.Key(c.APIKey.Reveal()),
		Prices: prices(c), MaxTokens: c.MaxTokens, Ledger: ledger, Observe: observe, Log: log,
		Limits: llm.Limits{Total: time.Duration(c.Timeout) * time.Second},
	}
}

// prices are those of the settings; nil where none are given.
func prices(c config.LLM) *llm.Prices {
	input, output, known := c.Prices()
	if !known {
		return nil
	}
	return &llm.Prices{Input: input, Output: output}
}

// answering are the options of what answers: with the model, if there is one.
func answering(c config.Config, model *llm.Client, log *slog.Logger) answer.Options {
	return answer.Options{Now: clock, Generator: watchedModel(model, log), ModelTime: time.Duration(c.LLM.Timeout) * time.Second}
}

// closeModel ends a model's idle connections, if there is a model.
func closeModel(model *llm.Client) {
	if model != nil {
		model.Close()
	}
}

// ask answers a question, and says meanwhile on a terminal what goes on.
func (e *engines) ask(ctx context.Context, qn answer.Question) (answer.Answer, error) {
	tell, end := e.app.stages()
	qn.Language, qn.Progress = e.app.language(), tell
	result, err := e.answer.Ask(ctx, qn)
	end()
	if err != nil {
		return result, err
	}
	if result.LLM != nil && result.LLM.FallbackReason != "" {
		if err := e.store.CountFallback(ctx, "", result.LLM.FallbackReason); err != nil {
			e.app.notice("sherpa: that the language model did not answer was not counted: %v", err)
		}
	}
	return result, nil
}

// language is the one that the user's environment asks for ("de" of
// "de_DE.UTF-8"), empty where it says nothing.
func (a *app) language() string {
	for _, name := range []string{"LC_ALL", "LC_MESSAGES", "LANG"} {
		if locale, _, _ := strings.Cut(a.getenv(name), "."); locale != "" {
			if locale == "C" || locale == "POSIX" {
				return ""
			}
			return locale
		}
	}
	return ""
}

// stages says on a terminal what goes on while an answer is made; end takes the
// line away.
func (a *app) stages() (tell func(answer.Progress), end func()) {
	if !a.terminal.erases {
		return nil, func() {}
	}
	shown := false
	say := func(s string) { _, _ = fmt.Fprint(a.stderr, eraseLine, s) }
	tell = func(p answer.Progress) { shown = true; say(stageText(p)) }
	return tell, func() {
		if shown {
			say("")
		}
	}
}

func stageText(p answer.Progress) string {
	switch p.Stage {
	case answer.StageReading:
		return "reading " + count(p.Count, "passage") + " …"
	case answer.StageChecking:
		return "checking " + count(p.Count, "statement") + " …"
	}
	return "understanding the question …"
}
