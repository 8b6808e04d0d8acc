package monitor

import (
	"net/http"
	"strconv"
	"sync"
	"time"

	"github.com/prometheus/client_golang/prometheus"
	"github.com/prometheus/client_golang/prometheus/collectors"
	"github.com/prometheus/client_golang/prometheus/promhttp"
)

// Build is which program runs.
type Build struct{ Version, Commit, Go string }

// Metrics counts what happens. All methods may be called on nil, which counts
// nothing, and from many goroutines.
type Metrics struct {
	registry *prometheus.Registry
	names    *names

	received     *prometheus.CounterVec
	acknowledged *prometheus.HistogramVec
	skipped      *prometheus.CounterVec
	ended        *prometheus.CounterVec
	answered     prometheus.Histogram
	answers      *prometheus.CounterVec
	requests     *prometheus.CounterVec
	requestTime  prometheus.Histogram
	endpoint     *prometheus.CounterVec
	queue        prometheus.Gauge
	inFlight     prometheus.Gauge
	gateway      *gatewayMetrics
	model        *modelMetrics
}

const namespace = "sherpa"

// ackBuckets and waitBuckets are in seconds. Discord waits three for an
// acknowledgement; an answer is due after sixty.
var (
	ackBuckets  = []float64{.005, .01, .02, .05, .1, .25, .5, 1, 1.5, 2, 2.5, 3}
	waitBuckets = []float64{.05, .1, .25, .5, 1, 2, 5, 10, 20, 30, 45, 60, 120}
)

// NewMetrics returns Metrics that count from nothing.
func NewMetrics(b Build) *Metrics {
	m := &Metrics{
		registry:     prometheus.NewRegistry(),
		names:        newNames(),
		received:     counters("interactions_total", "Interactions that Discord delivered.", "kind"),
		acknowledged: histograms("acknowledgement_seconds", "From the delivery of an event to its first response.", ackBuckets, "kind"),
		skipped:      counters("skipped_total", "Events that nothing was done for.", "reason"),
		ended:        counters("work_total", "Work behind acknowledgements that ended.", "kind", "outcome"),
		answered:     prometheus.NewHistogram(prometheus.HistogramOpts{Namespace: namespace, Name: "answer_seconds", Help: "From a question to its answer.", Buckets: waitBuckets}),
		answers:      counters("answers_total", "Answers that were shown.", "mode", "place"),
		requests:     counters("rest_requests_total", "Requests to Discord, with the status of the answer; 0 is none.", "route", "status"),
		requestTime:  prometheus.NewHistogram(prometheus.HistogramOpts{Namespace: namespace, Name: "rest_request_seconds", Help: "How long requests to Discord took.", Buckets: ackBuckets}),
		endpoint:     counters("endpoint_requests_total", "Requests of the interactions endpoint, with the status answered.", "status"),
		queue:        gauge("queue_length", "Questions that wait for their turn."),
		inFlight:     gauge("in_flight", "Questions that are worked on."),
		gateway:      newGatewayMetrics(),
		model:        newModelMetrics(),
	}
	build := prometheus.NewGauge(prometheus.GaugeOpts{
		Namespace: namespace, Name: "build_info", Help: "Which program runs; always 1.",
		ConstLabels: prometheus.Labels{"version": b.Version, "commit": b.Commit, "go": b.Go},
	})
	build.Set(1)
	m.registry.MustRegister(
		m.received, m.acknowledged, m.skipped, m.ended, m.answered, m.answers, m.requests, m.requestTime, m.endpoint, m.queue, m.inFlight,
		m.gateway, build, collectors.NewGoCollector(), collectors.NewProcessCollector(collectors.ProcessCollectorOpts{}),
	)
	m.registry.MustRegister(m.model.all()...)
	return m
}

func counters(name, help string, labels ...string) *prometheus.CounterVec {
	return prometheus.NewCounterVec(prometheus.CounterOpts{Namespace: namespace, Name: name, Help: help}, labels)
}

func histograms(name, help string, buckets []float64, labels ...string) *prometheus.HistogramVec {
	return prometheus.NewHistogramVec(prometheus.HistogramOpts{Namespace: namespace, Name: name, Help: help, Buckets: buckets}, labels)
}

func gauge(name, help string) prometheus.Gauge {
	return prometheus.NewGauge(prometheus.GaugeOpts{Namespace: namespace, Name: name, Help: help})
}

// Handler writes the figures as Prometheus reads them. Of nil Metrics it writes
// none.
func (m *Metrics) Handler() http.Handler {
	if m == nil {
		return http.NotFoundHandler()
	}
	return promhttp.HandlerFor(m.registry, promhttp.HandlerOpts{})
}

// Received counts an interaction of a kind ("command", "component").
func (m *Metrics) Received(kind string) {
	if m != nil {
		m.received.WithLabelValues(m.names.bound(kind)).Inc()
	}
}

// Acknowledged counts a first response, sent that long after the event came.
func (m *Metrics) Acknowledged(kind string, took time.Duration) {
	if m != nil {
		m.acknowledged.WithLabelValues(m.names.bound(kind)).Observe(took.Seconds())
	}
}

// Skipped counts an event for which nothing was done, and why.
func (m *Metrics) Skipped(reason string) {
	if m != nil {
		m.skipped.WithLabelValues(m.names.bound(reason)).Inc()
	}
}

// Ended counts work of a kind that ended, and how.
func (m *Metrics) Ended(kind, outcome string) {
	if m != nil {
		m.ended.WithLabelValues(m.names.bound(kind), m.names.bound(outcome)).Inc()
	}
}

// Answered counts a question that had its answer that long after it was asked.
func (m *Metrics) Answered(took time.Duration) {
	if m != nil {
		m.answered.Observe(took.Seconds())
	}
}

// AnswerShown counts an answer by its mode ("extractive", "llm", "abstained")
// and by the kind of place ("command", "direct", "mention").
func (m *Metrics) AnswerShown(mode, place string) {
	if m != nil {
		m.answers.WithLabelValues(m.names.bound(mode), m.names.bound(place)).Inc()
	}
}

// Request counts a request to Discord: what it was for, the status of the
// answer, 0 where none came, and how long it took.
func (m *Metrics) Request(route string, status int, took time.Duration) {
	if m != nil {
		m.requests.WithLabelValues(m.names.bound(route), strconv.Itoa(status)).Inc()
		m.requestTime.Observe(took.Seconds())
	}
}

// EndpointRequest counts a request of the interactions endpoint by the status it
// was answered with.
func (m *Metrics) EndpointRequest(status int) {
	if m != nil {
		m.endpoint.WithLabelValues(strconv.Itoa(status)).Inc()
	}
}

// Queue says how many questions wait, and InFlight how many are worked on.
func (m *Metrics) Queue(length int) {
	if m != nil {
		m.queue.Set(float64(length))
	}
}

// InFlight says how many questions are worked on.
func (m *Metrics) InFlight(n int) {
	if m != nil {
		m.inFlight.Set(float64(n))
	}
}

// Shard says where a shard of the gateway stands, with its counts since the
// gateway was started.
func (m *Metrics) Shard(s Shard) {
	if m != nil {
		m.gateway.set(s)
	}
}

// manyNames is how many values the labels may have in all. Each costs memory
// here and at whoever reads the figures, for ever.
const manyNames = 256

// names bounds what labels may say.
type names struct {
	mu    sync.Mutex
	known map[string]bool
}

func newNames() *names { return &names{known: map[string]bool{}} }

// bound returns name, or "other" where there are too many or it is too long to
// be the name of a kind.
func (n *names) bound(name string) string {
	n.mu.Lock()
	defer n.mu.Unlock()
	switch {
	case n.known[name]:
		return name
	case len(n.known) >= manyNames, len(name) > 64:
		return "other"
	}
	n.known[name] = true
	return name
}
