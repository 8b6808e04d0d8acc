package main

import (
	"context"
	"errors"
	"net"
	"net/http"
	"time"

	"sherpa/bot/endpoint"
	"sherpa/bot/monitor"
	"sherpa/internal/usererr"
)

// shutdownWithin is how long requests that are under way may take at the end.
const shutdownWithin = 3 * time.Second

// httpPart is the server for health, metrics and interactions, if there is one.
type httpPart struct {
	server   *http.Server
	endpoint *endpoint.Handler
}

func (s *serving) newHTTP() error {
	if s.settings.HTTP.Address == "" {
		return nil
	}
	mux := http.NewServeMux()
	monitor.Mount(mux, s.health(), s.metrics)
	if s.settings.Discord.PublicKey != "" {
		if err := s.newEndpoint(mux); err != nil {
			return err
		}
	}
	s.http.server = endpoint.NewServer(s.settings.HTTP.Address, mux, s.log)
	return nil
}

func (s *serving) newEndpoint(mux *http.ServeMux) error {
	key, err := endpoint.ParseKey(s.settings.Discord.PublicKey)
	if err != nil {
		return usererr.Wrap(err, usererr.BadConfig, "discord.public_key "+err.Error())
	}
	s.http.endpoint, err = endpoint.New(endpoint.Options{
		PublicKey: key, Handle: s.bot.HandleInteraction, Now: s.client.Now, Log: s.log, Observe: s.metrics.EndpointRequest,
	})
	if err != nil {
		return err
	}
	mux.Handle("/interactions", s.http.endpoint)
	return nil
}

// health looks at the shards and reads a little from the store.
func (s *serving) health() *monitor.Health {
	h := &monitor.Health{Store: func(ctx context.Context) error {
		_, err := s.store.Version(ctx)
		return err
	}}
	if s.gateway.supervisor != nil {
		h.Shards = func() []monitor.Shard {
			states := s.gateway.supervisor.States()
			shards := make([]monitor.Shard, len(states))
			for i, st := range states {
				shards[i] = monitored(st)
			}
			return shards
		}
	}
	return h
}

// run listens until ctx ends.
func (p *httpPart) run(ctx context.Context) error {
	listener, err := new(net.ListenConfig).Listen(ctx, "tcp", p.server.Addr)
	if err != nil {
		return usererr.Wrap(err, usererr.BadConfig, "http.address: "+p.server.Addr+" cannot be listened on: "+reason(err)+"; name another address.")
	}
	stopped := make(chan error, 1)
	stop := context.AfterFunc(ctx, func() {
		ending, cancel := context.WithTimeout(context.WithoutCancel(ctx), shutdownWithin)
		defer cancel()
		stopped <- p.server.Shutdown(ending)
	})
	defer stop()
	if err := p.server.Serve(listener); !errors.Is(err, http.ErrServerClosed) {
		return err
	}
	err = <-stopped
	if p.endpoint != nil {
		p.endpoint.Wait()
	}
	return err
}
