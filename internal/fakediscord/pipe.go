package fakediscord

import (
	"context"
	"net"
	"sync"
)

// pipeNetwork is the name of the network of a Pipe.
const pipeNetwork = "pipe"

// Pipe is a Listener in memory, for tests on the clock of testing/synctest, where
// a socket would stop the clock. Clients come by DialContext.
type Pipe struct {
	arrived chan net.Conn
	closed  chan struct{}
	once    sync.Once
}

// NewPipe makes a Pipe.
func NewPipe() *Pipe { return &Pipe{arrived: make(chan net.Conn), closed: make(chan struct{})} }

// Accept waits for a client.
func (p *Pipe) Accept() (net.Conn, error) {
	select {
	case conn := <-p.arrived:
		return conn, nil
	case <-p.closed:
		return nil, net.ErrClosed
	}
}

// Close ends Accept and DialContext.
func (p *Pipe) Close() error {
	p.once.Do(func() { close(p.closed) })
	return nil
}

// Addr is the address of the Pipe.
func (p *Pipe) Addr() net.Addr { return pipeAddr{} }

// DialContext connects to the Pipe, whatever the address.
func (p *Pipe) DialContext(ctx context.Context, _, _ string) (net.Conn, error) {
	client, server := net.Pipe()
	select {
	case p.arrived <- server:
		return client, nil
	case <-p.closed:
		return nil, net.ErrClosed
	case <-ctx.Done():
		return nil, context.Cause(ctx)
	}
}

type pipeAddr struct{}

func (pipeAddr) Network() string { return pipeNetwork }
func (pipeAddr) String() string  { return pipeNetwork }
