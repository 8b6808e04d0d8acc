package main

import (
	"context"
	"crypto/rand"
	"errors"
	"fmt"
	"log/slog"
	"path/filepath"

	"sherpa/bot"
	"sherpa/bot/corpora"
	"sherpa/bot/fairuse"
	"sherpa/bot/monitor"
	"sherpa/bot/rest"
	"sherpa/internal/buildinfo"
	"sherpa/internal/config"
	"sherpa/internal/llm"
	"sherpa/store"
)

var _ bot.Sender = (*rest.Client)(nil)

// serving holds the parts of a running bot.
type serving struct {
	settings config.Config
	log      *slog.Logger
	store    *store.Store
	metrics  *monitor.Metrics
	client   *rest.Client
	corpora  *corpora.Corpora
	memory   *store.SettingsInMemory
	privacy  *store.Privacy
	lease    *store.Lease
	model    *llm.Client
	embedder *llm.Embedder
	bot      *bot.Bot
	gateway  gatewayPart
	http     httpPart
}

// newServing puts the parts together. Nothing reaches Discord yet.
func newServing(ctx context.Context, a *app, c config.Config, st *store.Store) (_ *serving, err error) {
	info := buildinfo.Get()
	s := &serving{settings: c, store: st, log: a.serveLog(c)}
	s.metrics = monitor.NewMetrics(monitor.Build{Version: info.Version, Commit: info.Commit, Go: info.Go})
	s.client, err = rest.New(rest.Options{
		BaseURL: c.Discord.APIURL, Token: rest.Token(c.Discord.Token.Reveal()), Version: info.Version,
		Log: s.log, Observe: s.metrics.Request,
	})
	if err != nil {
		return nil, err
	}
	if err := s.newModels(a); err != nil {
		return nil, err
	}
	s.corpora = corpora.New(s.articles())
	if err := s.connect(ctx); err != nil {
		s.close()
		return nil, err
	}
	return s, nil
}

// connect reads what is kept in memory and makes what faces Discord.
func (s *serving) connect(ctx context.Context) (err error) {
	if s.memory, err = store.NewSettingsInMemory(ctx, s.store); err != nil {
		return err
	}
	if s.privacy, err = store.NewPrivacy(ctx, s.store); err != nil {
		return err
	}
	owner := rand.Text()
	s.lease = store.NewLease(s.store, owner)
	if err := s.lease.Renew(ctx); err != nil {
		return err
	}
	if s.bot, err = s.newBot(owner); err != nil {
		return err
	}
	if err := s.newGateway(); err != nil {
		return err
	}
	return s.newHTTP()
}

func (s *serving) newBot(owner string) (*bot.Bot, error) {
	return bot.New(bot.Options{
		Asker: s.corpora, Checker: s.corpora, Corpus: s.corpora,
		Settings: s.memory, Ledger: s.store, Privacy: forgetting{s.privacy, s.corpora},
		Sender: s.client, FairUse: fairuse.New(fairuse.Options{}), Metrics: s.metrics, Log: s.log,
		Fetch: s.client.Attachment, Owner: owner, Contact: s.settings.Operator.Contact,
		StoreOf: s.storeOf, DiscordNow: s.client.Now,
		Model: s.modelName(), Spending: s.spending(), Caps: spendCaps(s.settings.LLM),
	})
}

// storeOf names the store of a scope from the folder of the default one: where
// that lies on this machine is nobody's business on Discord.
func (s *serving) storeOf(of bot.Scope) string {
	file := s.corpora.File(of)
	if file == "" {
		return ""
	}
	name, err := filepath.Rel(filepath.Dir(s.store.Path()), file)
	if err != nil {
		return ""
	}
	return filepath.ToSlash(name)
}

// forgetting shows and forgets what is kept about a user in the records and in
// the servers' own stores.
type forgetting struct {
	*store.Privacy
	corpora *corpora.Corpora
}

// Kept returns what is kept about a user.
func (f forgetting) Kept(ctx context.Context, userID string) (store.UserData, error) {
	kept, err := f.Privacy.Kept(ctx, userID)
	if err != nil {
		return kept, err
	}
	if kept.Articles, err = f.corpora.AddedBy(ctx, f.Hashes(userID)); err != nil {
		return kept, fmt.Errorf("look for articles that a user added: %w", err)
	}
	return kept, nil
}

// Forget deletes what is kept about a user and returns what that was. What fails
// in one place stops no deletion in the other.
func (f forgetting) Forget(ctx context.Context, userID string) (store.UserData, error) {
	_, err := f.corpora.ForgetAdmin(ctx, f.Hashes(userID))
	if err != nil {
		err = fmt.Errorf("forget who added articles: %w", err)
	}
	gone, goneErr := f.Privacy.Forget(ctx, userID)
	return gone, errors.Join(err, goneErr)
}

// parts are what runs beside the bot itself, and until its answers have ended.
func (s *serving) parts() []part {
	parts := []part{
		s.corpora.Run, s.register, s.purge,
		s.following("settings", s.memory.Run), s.following("keys", s.privacy.Run), s.following("lease", s.lease.Run),
	}
	if s.gateway.supervisor != nil {
		parts = append(parts, s.gateway.supervisor.Run)
	}
	if s.http.server != nil {
		parts = append(parts, s.http.run)
	}
	return parts
}

// following is a part that follows the store, whose errors pass.
func (s *serving) following(what string, run func(context.Context, func(error))) part {
	return func(ctx context.Context) error {
		run(ctx, func(err error) {
			if !errors.Is(err, context.Canceled) {
				s.log.LogAttrs(ctx, slog.LevelWarn, "the store could not be followed", slog.String("what", what), slog.String("error", err.Error()))
			}
		})
		return nil
	}
}

func (s *serving) close() {
	s.corpora.Close()
	s.client.Close()
	closeModel(s.model)
	closeEmbedder(s.embedder)
}
