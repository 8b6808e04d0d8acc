package monitor

import (
	"context"
	"encoding/json"
	"net/http"
	"time"
)

// storeTime is how long the store may take to be read.
const storeTime = 2 * time.Second

// Health says whether the bot can do its work.
type Health struct {
	// Shards returns those that this process holds, none as long as it does not
	// know which they are; nil means that it never holds any.
	Shards func() []Shard
	// Store reads something from the store; nil means that there is none.
	Store func(ctx context.Context) error
}

// report is the body of an answer.
type report struct {
	// Alive says that the process answers.
	Alive bool `json:"alive"`
	// Ready says that all the rest is as it should be.
	Ready  bool          `json:"ready"`
	Store  *storeReport  `json:"store,omitempty"`
	Shards []shardReport `json:"shards"`
}

type storeReport struct {
	Readable bool `json:"readable"`
}

type shardReport struct {
	Shard int       `json:"shard"`
	State string    `json:"state"`
	Ready bool      `json:"ready"`
	Since time.Time `json:"since"`
}

// ServeHTTP answers 200 if the store can be read and events flow on every
// shard, else 503, with what is known of each as JSON.
func (h *Health) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	rep := h.report(r.Context())
	body, err := json.MarshalIndent(rep, "", "  ")
	status := http.StatusOK
	if err != nil || !rep.Ready {
		status = http.StatusServiceUnavailable
	}
	w.Header().Set("Content-Type", "application/json")
	w.Header().Set("Cache-Control", "no-store")
	w.WriteHeader(status)
	_, _ = w.Write(append(body, '\n')) // whoever asked may have left
}

func (h *Health) report(ctx context.Context) report {
	rep := report{Alive: true, Ready: true, Shards: []shardReport{}}
	if h.Store != nil {
		ctx, cancel := context.WithTimeout(ctx, storeTime)
		defer cancel()
		readable := h.Store(ctx) == nil
		rep.Store = &storeReport{readable}
		rep.Ready = readable
	}
	if h.Shards == nil {
		return rep
	}
	shards := h.Shards()
	rep.Ready = rep.Ready && len(shards) > 0
	for _, s := range shards {
		rep.Shards = append(rep.Shards, shardReport{s.Number, s.State, s.Ready, s.Since})
		rep.Ready = rep.Ready && s.Ready
	}
	return rep
}

// Mount serves /healthz and /metrics on mux.
func Mount(mux *http.ServeMux, h *Health, m *Metrics) {
	mux.Handle("GET /healthz", h)
	mux.Handle("GET /metrics", m.Handler())
}
