package safehttp

import (
	"context"
	"errors"
	"fmt"
	"sync"
	"testing"
	"testing/synctest"
	"time"
)

func TestPace(t *testing.T) {
	t.Parallel()
	tests := []struct {
		name   string
		atOnce bool
		hosts  []string
		want   time.Duration // for all of them, each request taking 100 ms
	}{
		{"one host", false, []string{"a", "a", "a"}, 2*time.Second + 100*time.Millisecond},
		{"three hosts", false, []string{"a", "b", "c"}, 100 * time.Millisecond},
		{"an allowed host", true, []string{"a", "a", "a"}, 300 * time.Millisecond},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			synctest.Test(t, func(t *testing.T) {
				p := newPace(time.Second)
				began := time.Now()
				var wg sync.WaitGroup
				for _, host := range tt.hosts {
					wg.Go(func() {
						free, err := p.turn(t.Context(), host, tt.atOnce)
						if err != nil {
							t.Error(err)
							return
						}
						defer free()
						<-time.After(100 * time.Millisecond) // the request
					})
				}
				wg.Wait()
				if got := time.Since(began); got != tt.want {
					t.Errorf("took %v, want %v", got, tt.want)
				}
			})
		})
	}
}

func TestPaceIsLeftWhenCancelled(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		p := newPace(time.Hour)
		free, err := p.turn(t.Context(), "a", false)
		if err != nil {
			t.Fatal(err)
		}
		ctx, cancel := context.WithTimeout(t.Context(), time.Second)
		defer cancel()
		if _, err := p.turn(ctx, "a", false); !errors.Is(err, context.DeadlineExceeded) {
			t.Errorf("a second turn while the first lasts: %v, want context.DeadlineExceeded", err)
		}
		free()
		short, cancelShort := context.WithTimeout(t.Context(), time.Second)
		defer cancelShort()
		if _, err := p.turn(short, "a", false); !errors.Is(err, ErrTimeout) {
			t.Errorf("a turn that comes after the deadline: %v, want ErrTimeout", err)
		}
	})
}

func TestPaceForgetsHosts(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		p := newPace(time.Millisecond)
		for i := range 5 * maxHosts {
			free, err := p.turn(t.Context(), fmt.Sprintf("host%d", i), false)
			if err != nil {
				t.Fatal(err)
			}
			free()
			<-time.After(time.Millisecond)
		}
		if got := len(p.hosts); got > maxHosts {
			t.Errorf("%d hosts are remembered, want at most %d", got, maxHosts)
		}
	})
}
