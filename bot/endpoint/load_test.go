package endpoint_test

import (
	"context"
	"net/http"
	"net/http/httptest"
	"slices"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"

	"sherpa/bot/event"
	"sherpa/bot/payload"
	"sherpa/internal/fakediscord"
)

// TestUnderLoad sends 500 requests in a second, each at its time whatever became
// of those before; one of twenty is forged.
func TestUnderLoad(t *testing.T) {
	t.Parallel()
	const requests, rate = 500, 500
	d := fakediscord.New(t, fakediscord.Options{NoSpec: true})
	server := httptest.NewServer(newHandler(t, func(ctx context.Context, _ *event.Interaction, respond func(context.Context, payload.Response) error) error {
		return respond(ctx, payload.Response{Kind: payload.Defer})
	}))
	defer server.Close()
	server.Client().Transport.(*http.Transport).MaxIdleConnsPerHost = 100

	prepared := make([]*http.Request, requests)
	want := make([]int, requests)
	for i := range prepared {
		in := d.Slash(fakediscord.From{GuildID: "7", ChannelID: "8"}, "ask", fakediscord.Text("question", strconv.Itoa(i)))
		prepared[i], want[i] = signed(t, string(in.JSON)), http.StatusOK
		prepared[i].RequestURI, prepared[i].URL.Scheme, prepared[i].URL.Host = "", "http", server.Listener.Addr().String()
		if i%20 == 0 {
			prepared[i].Header.Set("X-Signature-Ed25519", strings.Repeat("00", 64))
			want[i] = http.StatusUnauthorized
		}
	}
	took := make([]time.Duration, requests)
	var all sync.WaitGroup
	ticks := time.NewTicker(time.Second / rate)
	defer ticks.Stop()
	for i, r := range prepared {
		due := <-ticks.C
		all.Go(func() {
			resp, err := server.Client().Do(r)
			if err != nil {
				t.Error(err)
				return
			}
			_ = resp.Body.Close()
			took[i] = time.Since(due)
			if resp.StatusCode != want[i] {
				t.Errorf("request %d is answered %d, want %d", i, resp.StatusCode, want[i])
			}
		})
	}
	all.Wait()
	slices.Sort(took)
	p99 := took[len(took)*99/100]
	t.Logf("%d requests a second: half within %v, 99 of 100 within %v", rate, took[len(took)/2], p99)
	if p99 > time.Second { // 100 ms on a machine that does nothing else
		t.Errorf("99 of 100 answers took up to %v", p99)
	}
}
