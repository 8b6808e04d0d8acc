package fakediscord_test

import (
	"testing"
	"testing/synctest"
	"time"

	"github.com/gorilla/websocket"

	"sherpa/internal/fakediscord"
)

// TestPipeKeepsTheClock lets a day pass on the clock of a bubble.
func TestPipeKeepsTheClock(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		pipe := fakediscord.NewPipe()
		d := fakediscord.New(t, fakediscord.Options{Listener: pipe})
		dialer := websocket.Dialer{NetDialContext: pipe.DialContext}
		begin := time.Now()
		for range 24 {
			ws, resp, err := dialer.DialContext(t.Context(), d.GatewayURL()+"?v=10", nil)
			if err != nil {
				t.Fatal(err)
			}
			_ = resp.Body.Close()
			s := socket{t: t, d: d, ws: ws}
			s.want(fakediscord.OpHello)
			s.identify(0, 0, 1)
			s.event("READY")
			d.Connections()[len(d.Connections())-1].Cut()
			s.closed()
			_ = ws.Close()
			<-time.After(time.Hour)
		}
		equal(t, "IDENTIFYs", 24, len(d.Identifies()))
		equal(t, "time that passed", 24*time.Hour, time.Since(begin))
		equal(t, "time of the last IDENTIFY", 23*time.Hour, d.Identifies()[23].Time.Sub(begin))
	})
}
