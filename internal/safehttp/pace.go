package safehttp

import (
	"context"
	"sync"
	"time"

	"golang.org/x/time/rate"
)

// maxHosts is how many hosts are remembered.
const maxHosts = 1000

// pace lets one request at a time through for each host, with a pause between.
type pace struct {
	pause time.Duration
	mu    sync.Mutex
	hosts map[string]*host
}

type host struct {
	slot    chan struct{} // holds a token while a request is under way
	limiter *rate.Limiter
	users   int // requests that wait or are under way
}

func newPace(pause time.Duration) *pace {
	return &pace{pause: pause, hosts: map[string]*host{}}
}

// turn waits until the host may be asked. The caller calls free when it is done.
func (p *pace) turn(ctx context.Context, name string, atOnce bool) (free func(), err error) {
	h := p.enter(name)
	select {
	case h.slot <- struct{}{}:
	case <-ctx.Done():
		p.leave(h)
		return nil, context.Cause(ctx)
	}
	free = func() {
		<-h.slot
		p.leave(h)
	}
	if atOnce {
		return free, nil
	}
	if err := h.limiter.Wait(ctx); err != nil {
		free()
		if ctx.Err() != nil {
			return nil, context.Cause(ctx)
		}
		return nil, ErrTimeout // the deadline comes before the turn
	}
	return free, nil
}

func (p *pace) enter(name string) *host {
	p.mu.Lock()
	defer p.mu.Unlock()
	if len(p.hosts) >= maxHosts {
		p.forget()
	}
	h := p.hosts[name]
	if h == nil {
		h = &host{slot: make(chan struct{}, 1), limiter: rate.NewLimiter(rate.Every(p.pause), 1)}
		p.hosts[name] = h
	}
	h.users++
	return h
}

func (p *pace) leave(h *host) {
	p.mu.Lock()
	defer p.mu.Unlock()
	h.users--
}

// forget drops the hosts whose pause is over.
func (p *pace) forget() {
	for name, h := range p.hosts {
		if h.users == 0 && h.limiter.Tokens() >= 1 {
			delete(p.hosts, name)
		}
	}
}
