package main

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"sync/atomic"
	"time"

	"github.com/cenkalti/backoff/v5"
	_ "github.com/mattn/go-sqlite3" // the store, as another program opens it

	"sherpa/store"
)

// What is seen of the program from outside: its HTTP server, its log and its store.

// listens gives the program an address of its own to listen on. Its port is below those
// that systems give to whoever asks for any: a test's server would take one of these
// before the program has it.
func (s *served) listens() {
	s.t.Helper()
	for range portCount {
		address := fmt.Sprintf("127.0.0.1:%d", firstPort+(os.Getpid()*101+int(portsGiven.Add(1)))%portCount)
		l, err := new(net.ListenConfig).Listen(s.t.Context(), "tcp", address)
		if err != nil {
			continue // somebody else's
		}
		if err := l.Close(); err != nil {
			s.t.Fatal(err)
		}
		s.address = address
		return
	}
	s.t.Fatal("no port is free")
}

const (
	firstPort = 20_000
	portCount = 12_000
)

var portsGiven atomic.Int64

// get asks the program over HTTP, again until it listens.
func (s *served) get(path string) (status int, body string) {
	s.t.Helper()
	ctx, cancel := context.WithTimeout(s.t.Context(), patience)
	defer cancel()
	client := &http.Client{Transport: &http.Transport{DisableKeepAlives: true}}
	_, err := backoff.Retry(ctx, func() (struct{}, error) {
		req, err := http.NewRequestWithContext(ctx, http.MethodGet, "http://"+s.address+path, nil)
		if err != nil {
			return struct{}{}, backoff.Permanent(err)
		}
		resp, err := client.Do(req)
		if err != nil {
			return struct{}{}, err
		}
		defer resp.Body.Close() //nolint:errcheck // it was only read
		text, err := io.ReadAll(resp.Body)
		status, body = resp.StatusCode, string(text)
		return struct{}{}, err
	}, backoff.WithBackOff(backoff.NewConstantBackOff(20*time.Millisecond)))
	if err != nil {
		s.t.Fatal(err)
	}
	return status, body
}

// counts is the value of a series of the metrics.
func (s *served) counts(series string) string {
	s.t.Helper()
	_, page := s.get("/metrics")
	for line := range strings.Lines(page) {
		if value, ok := strings.CutPrefix(line, series+" "); ok {
			return strings.TrimSpace(value)
		}
	}
	return "0"
}

// logs waits until the program has written something to its log.
func (s *served) logs(what string) {
	s.t.Helper()
	ctx, cancel := context.WithTimeout(s.t.Context(), patience)
	defer cancel()
	_, err := backoff.Retry(ctx, func() (struct{}, error) {
		if !strings.Contains(s.log.String(), what) {
			return struct{}{}, errors.New("it is not in the log")
		}
		return struct{}{}, nil
	}, backoff.WithBackOff(backoff.NewConstantBackOff(20*time.Millisecond)))
	if err != nil {
		s.t.Fatalf("%s: %v", what, err)
	}
}

// keepsQuiet fails if the log holds what it must not.
func (s *served) keepsQuiet(secrets ...string) {
	s.t.Helper()
	for _, secret := range secrets {
		if strings.Contains(s.log.String(), secret) {
			s.t.Errorf("the log holds %q", secret)
		}
	}
}

// tellsNothing looks for what is nobody's business in the log: the bot's token,
// the addresses with those of interactions, and what people asked and who they are.
func (s *served) tellsNothing() {
	s.t.Helper()
	said := s.log.String()
	for _, secret := range []string{s.discord.Token(), "Trump and Putin talk", "ceasefire agreed", "eat for breakfast", "/webhooks/", "210000000000000021"} {
		if strings.Contains(said, secret) {
			s.t.Errorf("the log tells %q:\n%s", secret, said)
		}
	}
}

// looksInto opens the store while no program has to write.
func (s *served) looksInto(look func(*store.Store)) {
	s.t.Helper()
	st, err := store.Open(s.t.Context(), filepath.Join(s.home, ".local", "share", "sherpa", "sherpa.db"), store.Options{})
	if err != nil {
		s.t.Fatal(err)
	}
	defer st.Close() //nolint:errcheck // everything was committed
	look(st)
}

// database opens the store as another program would.
func (s *served) database() *sql.DB {
	s.t.Helper()
	db, err := sql.Open("sqlite3", "file:"+filepath.Join(s.home, ".local", "share", "sherpa", "sherpa.db")+"?_txlock=immediate&_busy_timeout=5000")
	if err != nil {
		s.t.Fatal(err)
	}
	return db
}

// rows counts the rows of a table.
func (s *served) rows(table string) (n int) {
	s.t.Helper()
	db := s.database()
	defer db.Close() //nolint:errcheck // it was only read
	if err := db.QueryRowContext(s.t.Context(), "SELECT count(*) FROM "+table).Scan(&n); err != nil {
		s.t.Fatal(err)
	}
	return n
}
