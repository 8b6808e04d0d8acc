package monitor_test

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"regexp"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"github.com/google/go-cmp/cmp"
	"go.uber.org/goleak"

	"sherpa/bot/monitor"
)

func TestMain(m *testing.M) { goleak.VerifyTestMain(m) }

// get asks a handler for a path.
func get(t *testing.T, h http.Handler, path string) (status int, body string) {
	t.Helper()
	w := httptest.NewRecorder()
	h.ServeHTTP(w, httptest.NewRequestWithContext(t.Context(), http.MethodGet, path, http.NoBody))
	data, err := io.ReadAll(w.Body)
	if err != nil {
		t.Fatal(err)
	}
	return w.Code, string(data)
}

// countAll calls every method once.
func countAll(m *monitor.Metrics) {
	m.Received("command")
	m.Acknowledged("ask", 20*time.Millisecond)
	m.Skipped("duplicate")
	m.Ended("ask", "answered")
	m.Answered(3 * time.Second)
	m.AnswerShown("extractive", "direct")
	m.Request("edit", 200, 150*time.Millisecond)
	m.EndpointRequest(401)
	m.Queue(3)
	m.InFlight(2)
	m.Model(monitor.ModelCall{Outcome: "ok", Took: 4 * time.Second, Attempts: 2, PromptTokens: 1200, CompletionTokens: 80, MicroUSD: 2500})
	m.Model(monitor.ModelCall{Outcome: "timeout", Took: 45 * time.Second, Attempts: 1, PromptTokens: -1, MicroUSD: -1})
	m.Fallback("timeout")
	m.Shard(monitor.Shard{Number: 1, State: "ready", Ready: true, Identifies: 2, Resumes: 3, Drops: 4, Latency: 40 * time.Millisecond})
}

func TestMetrics(t *testing.T) {
	t.Parallel()
	m := monitor.NewMetrics(monitor.Build{Version: "v1", Commit: "abc", Go: "go1.26"})
	countAll(m)
	mux := http.NewServeMux()
	monitor.Mount(mux, &monitor.Health{}, m)
	status, body := get(t, mux, "/metrics")
	if status != http.StatusOK {
		t.Fatalf("answered %d", status)
	}
	for _, line := range []string{
		`sherpa_interactions_total{kind="command"} 1`,
		`sherpa_acknowledgement_seconds_bucket{kind="ask",le="0.02"} 1`,
		`sherpa_skipped_total{reason="duplicate"} 1`,
		`sherpa_work_total{kind="ask",outcome="answered"} 1`,
		`sherpa_answer_seconds_sum 3`,
		`sherpa_answers_total{mode="extractive",place="direct"} 1`,
		`sherpa_rest_requests_total{route="edit",status="200"} 1`,
		`sherpa_rest_request_seconds_count 1`,
		`sherpa_endpoint_requests_total{status="401"} 1`,
		`sherpa_queue_length 3`,
		`sherpa_in_flight 2`,
		`sherpa_model_calls_total{outcome="ok"} 1`,
		`sherpa_model_calls_total{outcome="timeout"} 1`,
		`sherpa_model_requests_total 3`,
		`sherpa_model_tokens_total{kind="prompt"} 1200`,
		`sherpa_model_tokens_total{kind="completion"} 80`,
		`sherpa_model_cost_usd_total 0.0025`,
		`sherpa_model_seconds_bucket{le="5"} 1`,
		`sherpa_fallbacks_total{reason="timeout"} 1`,
		`sherpa_gateway_ready{shard="1"} 1`,
		`sherpa_gateway_heartbeat_seconds{shard="1"} 0.04`,
		`sherpa_gateway_identifies_total{shard="1"} 2`,
		`sherpa_gateway_resumes_total{shard="1"} 3`,
		`sherpa_gateway_drops_total{shard="1"} 4`,
		`sherpa_build_info{commit="abc",go="go1.26",version="v1"} 1`,
	} {
		if !strings.Contains(body, line+"\n") {
			t.Errorf("there is no line %s", line)
		}
	}
}

func TestNilMetricsCountNothing(t *testing.T) {
	t.Parallel()
	var m *monitor.Metrics
	countAll(m)
	if status, _ := get(t, m.Handler(), "/metrics"); status != http.StatusNotFound {
		t.Errorf("answered %d", status)
	}
}

func TestLabelsAreBounded(t *testing.T) {
	t.Parallel()
	m := monitor.NewMetrics(monitor.Build{})
	for i := range 10_000 {
		m.Skipped(fmt.Sprint("reason ", i))
	}
	m.Ended(strings.Repeat("long", 100), "answered")
	_, body := get(t, m.Handler(), "/metrics")
	series := regexp.MustCompile(`(?m)^sherpa_skipped_total\{`).FindAllString(body, -1)
	if len(series) > 300 || !strings.Contains(body, `reason="other"`) || strings.Contains(body, "longlong") {
		t.Errorf("there are %d series", len(series))
	}
}

func TestHealth(t *testing.T) {
	t.Parallel()
	since := time.Date(2025, 8, 16, 12, 0, 0, 0, time.UTC)
	up := monitor.Shard{Number: 0, State: "ready", Ready: true, Since: since}
	down := monitor.Shard{Number: 1, State: "backing off", Since: since}
	shards := func(s ...monitor.Shard) func() []monitor.Shard { return func() []monitor.Shard { return s } }
	readable := func(context.Context) error { return nil }
	upJSON := `{"shard":0,"state":"ready","ready":true,"since":"2025-08-16T12:00:00Z"}`
	for _, tc := range []struct {
		name   string
		health monitor.Health
		status int
		body   string
	}{
		{"nothing to look at", monitor.Health{}, 200, `{"alive":true,"ready":true,"shards":[]}`},
		{"all is well", monitor.Health{Store: readable, Shards: shards(up)}, 200, `{"alive":true,"ready":true,"store":{"readable":true},"shards":[` + upJSON + `]}`},
		{
			"the shards are not known yet",
			monitor.Health{Store: readable, Shards: shards()},
			503,
			`{"alive":true,"ready":false,"store":{"readable":true},"shards":[]}`,
		},
		{
			"a shard is down",
			monitor.Health{Store: readable, Shards: shards(up, down)},
			503,
			`{"alive":true,"ready":false,"store":{"readable":true},"shards":[` + upJSON + `,{"shard":1,"state":"backing off","ready":false,"since":"2025-08-16T12:00:00Z"}]}`,
		},
		{
			"the store cannot be read",
			monitor.Health{Store: func(context.Context) error { return errors.New("/secret/path is damaged") }, Shards: shards(up)},
			503,
			`{"alive":true,"ready":false,"store":{"readable":false},"shards":[` + upJSON + `]}`,
		},
	} {
		t.Run(tc.name, func(t *testing.T) {
			t.Parallel()
			mux := http.NewServeMux()
			monitor.Mount(mux, &tc.health, nil)
			status, body := get(t, mux, "/healthz")
			var got, want any
			if err := errors.Join(json.Unmarshal([]byte(body), &got), json.Unmarshal([]byte(tc.body), &want)); err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(want, got); diff != "" || status != tc.status {
				t.Errorf("answered %d, want %d (-want +got)\n%s", status, tc.status, diff)
			}
		})
	}
}

func TestAStoreThatHangsIsNotReadable(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		h := &monitor.Health{Store: func(ctx context.Context) error { <-ctx.Done(); return ctx.Err() }}
		start := time.Now()
		if status, _ := get(t, h, "/healthz"); status != 503 || time.Since(start) > 2*time.Second {
			t.Errorf("answered %d after %v", status, time.Since(start))
		}
	})
}
