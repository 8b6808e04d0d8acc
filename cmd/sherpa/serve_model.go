package main

import (
	"time"

	"sherpa/bot"
	"sherpa/bot/corpora"
	"sherpa/bot/monitor"
	"sherpa/internal/llm"
)

// newModels makes the adapters to the models that the settings name.
func (s *serving) newModels(a *app) (err error) {
	if s.model, err = a.newModel(s.settings, s.store, s.log, s.observe); err != nil {
		return err
	}
	s.embedder, err = a.newEmbedder(s.settings, s.store, s.log, nil)
	return err
}

// observe counts a call to the language model.
func (s *serving) observe(o llm.Observation) {
	s.metrics.Model(monitor.ModelCall{
		Outcome: o.Outcome, Took: o.Duration, Attempts: o.Attempts,
		PromptTokens: o.Spent.PromptTokens, CompletionTokens: o.Spent.CompletionTokens, MicroUSD: o.Spent.MicroUSD,
	})
}

// articles are the options of what answers, with the models that there are.
func (s *serving) articles() corpora.Options {
	c := s.settings
	opts := corpora.Options{
		Default: s.store, Fetcher: newFetcher(c), Feeds: s.store, Flags: s.store,
		MaxArticles: c.Servers.MaxArticles, MaxBytes: int64(c.Servers.MaxMegabytes) << 20, Log: s.log,
		Generator: watchedModel(s.model, s.log), ModelTime: time.Duration(c.LLM.Timeout) * time.Second,
	}
	if s.embedder != nil {
		opts.Embedder = s.embedder
	}
	return opts
}

// modelName names the language model to those whose questions it gets; empty if
// there is none.
func (s *serving) modelName() string {
	if s.model == nil {
		return ""
	}
	return s.model.Model()
}

// spending tells what the models take; nil if there is none.
func (s *serving) spending() bot.Spending {
	if s.model == nil && s.embedder == nil {
		return nil
	}
	return s.store
}
