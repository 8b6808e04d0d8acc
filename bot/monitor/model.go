package monitor

import (
	"time"

	"github.com/prometheus/client_golang/prometheus"
)

// ModelCall is a call to a language model, with all its attempts.
type ModelCall struct {
	// Outcome is "ok", or in a word or two why there was no reply.
	Outcome string
	// Took is from the call to its end.
	Took time.Duration
	// Attempts is how many requests were sent.
	Attempts int
	// PromptTokens were read by the model and CompletionTokens written; MicroUSD
	// is what that costs, in millionths of a US dollar, 0 where no prices are
	// known.
	PromptTokens, CompletionTokens int
	MicroUSD                       int64
}

// modelMetrics count what a language model does.
type modelMetrics struct {
	calls, tokens, fallbacks *prometheus.CounterVec
	requests, cost           prometheus.Counter
	duration                 prometheus.Histogram
}

func newModelMetrics() *modelMetrics {
	counter := func(name, help string) prometheus.Counter {
		return prometheus.NewCounter(prometheus.CounterOpts{Namespace: namespace, Name: name, Help: help})
	}
	return &modelMetrics{
		calls:     counters("model_calls_total", "Calls to the language model that ended.", "outcome"),
		requests:  counter("model_requests_total", "Requests to the language model's server, with those that were tried again."),
		tokens:    counters("model_tokens_total", "Tokens that the language model read (prompt) and wrote (completion).", "kind"),
		cost:      counter("model_cost_usd_total", "What the language model cost, by the prices that are configured."),
		duration:  prometheus.NewHistogram(prometheus.HistogramOpts{Namespace: namespace, Name: "model_seconds", Help: "How long calls to the language model took.", Buckets: waitBuckets}),
		fallbacks: counters("fallbacks_total", "Answers that were shown without the language model although there is one.", "reason"),
	}
}

// all are the figures one by one.
func (m *modelMetrics) all() []prometheus.Collector {
	return []prometheus.Collector{m.calls, m.requests, m.tokens, m.cost, m.duration, m.fallbacks}
}

// Model counts a call to a language model. Negative figures count as none.
func (m *Metrics) Model(c ModelCall) {
	if m == nil {
		return
	}
	m.model.calls.WithLabelValues(m.names.bound(c.Outcome)).Inc()
	m.model.requests.Add(float64(max(c.Attempts, 0)))
	m.model.tokens.WithLabelValues("prompt").Add(float64(max(c.PromptTokens, 0)))
	m.model.tokens.WithLabelValues("completion").Add(float64(max(c.CompletionTokens, 0)))
	m.model.cost.Add(float64(max(c.MicroUSD, 0)) / 1e6)
	m.model.duration.Observe(c.Took.Seconds())
}

// Fallback counts an answer that was shown without the language model, and why.
func (m *Metrics) Fallback(reason string) {
	if m != nil {
		m.model.fallbacks.WithLabelValues(m.names.bound(reason)).Inc()
	}
}
