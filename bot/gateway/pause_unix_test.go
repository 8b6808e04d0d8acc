//go:build unix

package gateway

import (
	"bufio"
	"context"
	"fmt"
	"io"
	"log/slog"
	"os"
	"os/exec"
	"path/filepath"
	"syscall"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"sherpa/internal/fakediscord"
)

// gatewayVariable tells TestPausedProcess where to connect.
const gatewayVariable = "SHERPA_TEST_GATEWAY"

// TestPausedProcess is the process that TestPause stops for a while: it prints
// the types of events until its input ends.
func TestPausedProcess(t *testing.T) { //nolint:paralleltest // alone in its process
	address := os.Getenv(gatewayVariable)
	if address == "" {
		t.Skip("TestPause runs this")
	}
	ctx, cancel := context.WithCancel(t.Context())
	go func() {
		_, _ = io.Copy(io.Discard, os.Stdin)
		cancel()
	}()
	info := plenty
	info.URL = address
	s, err := New(Options{
		Token: fakediscord.DefaultToken, BudgetPath: filepath.Join(t.TempDir(), "identifies.json"), Log: slog.New(slog.DiscardHandler),
		GatewayBot: func(context.Context) (Info, error) { return info, nil },
		Handler:    func(_ context.Context, e Dispatch) { fmt.Println("event", e.Type) },
		Timing:     Timing{BackoffMin: time.Millisecond, Ack: 100 * time.Millisecond},
	})
	if err != nil {
		t.Fatal(err)
	}
	if err := s.Run(ctx); err != nil {
		t.Error(err)
	}
}

// TestPause stops a process for many heartbeats, as a laptop that sleeps does;
// Discord keeps the connection or drops it. No event is lost or comes twice, and
// no IDENTIFY is spent.
func TestPause(t *testing.T) {
	t.Parallel()
	for name, meanwhile := range map[string]func(*fakediscord.Conn){
		"kept": func(*fakediscord.Conn) {}, "dropped": (*fakediscord.Conn).Cut,
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			d := fakediscord.New(t, fakediscord.Options{Heartbeat: 100 * time.Millisecond})
			p := run(t, d.GatewayURL())
			p.expect(t, "READY")
			c := d.Connections()[0]
			p.signal(t, syscall.SIGSTOP)
			timer := time.NewTimer(time.Second)
			meanwhile(c)
			for i := range 3 {
				d.Dispatch(fmt.Sprint("MISSED_", i), map[string]any{})
			}
			<-timer.C
			p.signal(t, syscall.SIGCONT)
			var seen []string
			for len(seen) < 3 {
				if e := p.event(t); e != "RESUMED" {
					seen = append(seen, e)
				}
			}
			if diff := cmp.Diff([]string{"MISSED_0", "MISSED_1", "MISSED_2"}, seen); diff != "" {
				t.Error(diff)
			}
			if n := len(d.Identifies()); n != 1 {
				t.Errorf("%d IDENTIFYs", n)
			}
		})
	}
}

// process is a running TestPausedProcess.
type process struct {
	cmd *exec.Cmd
	out *bufio.Reader
}

func run(t *testing.T, address string) *process {
	t.Helper()
	ctx, cancel := context.WithTimeout(t.Context(), 30*time.Second)
	t.Cleanup(cancel)
	cmd := exec.CommandContext(ctx, os.Args[0], "-test.run=^TestPausedProcess$") //nolint:gosec // this very program
	cmd.Env = append(os.Environ(), gatewayVariable+"="+address)
	in, err := cmd.StdinPipe()
	if err != nil {
		t.Fatal(err)
	}
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	p := &process{cmd, bufio.NewReader(out)}
	t.Cleanup(func() {
		_ = in.Close()
		rest, _ := io.ReadAll(p.out)
		if err := cmd.Wait(); err != nil && ctx.Err() == nil {
			t.Errorf("%v: %s", err, rest)
		}
	})
	return p
}

func (p *process) signal(t *testing.T, s syscall.Signal) {
	t.Helper()
	if err := p.cmd.Process.Signal(s); err != nil {
		t.Fatal(err)
	}
}

// event is the type of the next event that the process prints.
func (p *process) event(t *testing.T) string {
	t.Helper()
	for {
		line, err := p.out.ReadString('\n')
		if err != nil {
			t.Fatal(err)
		}
		var name string
		if n, _ := fmt.Sscanf(line, "event %s", &name); n == 1 {
			return name
		}
	}
}

func (p *process) expect(t *testing.T, name string) {
	t.Helper()
	if got := p.event(t); got != name {
		t.Errorf("%s in place of %s", got, name)
	}
}
