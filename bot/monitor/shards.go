package monitor

import (
	"strconv"
	"sync"
	"time"

	"github.com/prometheus/client_golang/prometheus"
)

// Shard is where a shard of the gateway stands.
type Shard struct {
	Number int
	// State is its phase in a word or two; Ready says that events flow.
	State string
	Ready bool
	Since time.Time
	// Identifies, Resumes and Drops count since the gateway was started.
	Identifies, Resumes, Drops int
	// Latency is that of the last heartbeat; 0 if none was measured.
	Latency time.Duration
}

// gatewayMetrics shows the shards as they are when Prometheus asks.
type gatewayMetrics struct {
	ready, latency             *prometheus.Desc
	identifies, resumes, drops *prometheus.Desc

	mu     sync.Mutex
	shards map[int]Shard
}

func newGatewayMetrics() *gatewayMetrics {
	desc := func(name, help string) *prometheus.Desc {
		return prometheus.NewDesc(prometheus.BuildFQName(namespace, "gateway", name), help, []string{"shard"}, nil)
	}
	return &gatewayMetrics{
		ready:      desc("ready", "Whether events flow on a shard."),
		latency:    desc("heartbeat_seconds", "The time of the last heartbeat of a shard."),
		identifies: desc("identifies_total", "Sessions that a shard asked for."),
		resumes:    desc("resumes_total", "Resumptions that a shard asked for."),
		drops:      desc("drops_total", "Connections of a shard that ended."),
		shards:     map[int]Shard{},
	}
}

func (g *gatewayMetrics) set(s Shard) {
	g.mu.Lock()
	defer g.mu.Unlock()
	g.shards[s.Number] = s
}

// Describe implements prometheus.Collector.
func (g *gatewayMetrics) Describe(to chan<- *prometheus.Desc) {
	for _, d := range []*prometheus.Desc{g.ready, g.latency, g.identifies, g.resumes, g.drops} {
		to <- d
	}
}

// Collect implements prometheus.Collector.
func (g *gatewayMetrics) Collect(to chan<- prometheus.Metric) {
	g.mu.Lock()
	defer g.mu.Unlock()
	for _, s := range g.shards {
		label := strconv.Itoa(s.Number)
		ready := 0.0
		if s.Ready {
			ready = 1
		}
		to <- prometheus.MustNewConstMetric(g.ready, prometheus.GaugeValue, ready, label)
		to <- prometheus.MustNewConstMetric(g.latency, prometheus.GaugeValue, s.Latency.Seconds(), label)
		to <- prometheus.MustNewConstMetric(g.identifies, prometheus.CounterValue, float64(s.Identifies), label)
		to <- prometheus.MustNewConstMetric(g.resumes, prometheus.CounterValue, float64(s.Resumes), label)
		to <- prometheus.MustNewConstMetric(g.drops, prometheus.CounterValue, float64(s.Drops), label)
	}
}
