package main

import (
	"context"
	"errors"
	"log/slog"

	"sherpa/internal/config"
	"sherpa/internal/llm"
	"sherpa/internal/usererr"
	"sherpa/retrieval"
	"sherpa/store"
)

// newEmbedder is the adapter to the model that makes vectors of texts; nil if
// there is none, or it is not to be asked.
func (a *app) newEmbedder(c config.Config, st *store.Store, log *slog.Logger, observe func(llm.Observation)) (*llm.Embedder, error) {
	if c.Embedding.Model == "" || a.flags.Offline {
		return nil, nil //nolint:nilnil // no model is no error
	}
	opts := embedOptions(c)
	opts.Ledger, opts.Observe, opts.Log = newStoreLedger(st, c.LLM, log), observe, log
	e, err := llm.NewEmbedder(opts)
	if err != nil {
		return nil, usererr.Wrap(err, usererr.BadConfig, "the model for vectors cannot be used: "+err.Error()+".")
	}
	return e, nil
}

// embedOptions are those of the settings.
func embedOptions(c config.Config) llm.EmbedOptions {
	base, key := c.EmbeddingServer()
	return llm.EmbedOptions{
		BaseURL: base, AllowHTTP: c.LLM.AllowHTTP, Model: c.Embedding.Model, APIKey: llm.Key(key.Reveal()),
		QuestionPrefix: c.Embedding.QuestionPrefix, PassagePrefix: c.Embedding.PassagePrefix,
	}
}

// closeEmbedder ends its idle connections, if there is one.
func closeEmbedder(e *llm.Embedder) {
	if e != nil {
		e.Close()
	}
}

// searching are the options of what searches a store: by meaning too, if there is
// a model for it.
func searching(e *llm.Embedder, st *store.Store) retrieval.Options {
	if e == nil {
		return retrieval.Options{}
	}
	return retrieval.Options{Embedder: e, Vectors: st}
}

// embed makes the vectors that passages lack. Without them the search goes by
// words, so that a failure is only worth a remark.
func (a *app) embed(ctx context.Context, c config.Config, st *store.Store) error {
	e, err := a.newEmbedder(c, st, slog.New(slog.DiscardHandler), nil)
	if err != nil || e == nil {
		return err
	}
	defer closeEmbedder(e)
	bar := a.progress("passages")
	_, err = retrieval.Fill(ctx, st, e, retrieval.FillOptions{Progress: func(done, _ int) { bar.to(done) }})
	bar.end()
	if err != nil && !errors.Is(err, context.Canceled) {
		a.notice("sherpa: not all passages have vectors, so that they are found by their words alone: %v", err)
		return nil
	}
	return err
}
