package fakellm

import (
	"maps"
	"net/http"
	"slices"
	"strconv"
	"time"

	"sherpa/internal/fakeserver"
)

// exchange is a call while it is answered.
type exchange struct {
	s    *Server
	w    http.ResponseWriter
	r    *http.Request
	call *Call
	// left says that the client went before all was said.
	left bool
}

// answer answers a call of the API.
func (x *exchange) answer(path string) {
	if refused, bad := x.s.refuse(*x.call); bad {
		x.send(refused)
		return
	}
	reply := x.s.replyTo(*x.call)
	if !x.await(reply.BeforeHeaders) {
		return
	}
	switch {
	case reply.Cut == CutBeforeHeaders:
		x.reset()
	case reply.Hang && !reply.Headers:
		x.wait()
	case reply.Status != 0:
		x.send(reply)
	case path == PathModels:
		x.open(reply, contentJSON)
		x.write(x.s.models())
	case path == PathEmbeddings:
		x.embed(reply)
	default:
		x.say(reply)
	}
}

// finish ends the record of the call.
func (x *exchange) finish() {
	x.s.amend(func() { x.call.Ended, x.call.Left = x.s.opts.Now(), x.left })
}

// The types of what is sent.
const (
	contentJSON   = "application/json"
	contentStream = "text/event-stream"
)

// open sends the headers, and waits for what is to come before the first piece.
func (x *exchange) open(reply Reply, contentType string) bool {
	x.w.Header().Set("Content-Type", contentType)
	x.head(http.StatusOK, reply.Header)
	if reply.Hang {
		x.wait()
		return false
	}
	return x.await(reply.BeforeFirst)
}

func (x *exchange) head(status int, header http.Header) {
	maps.Copy(x.w.Header(), header)
	x.s.amend(func() { x.call.Status = status })
	x.w.WriteHeader(status)
	_ = x.flush() // a client that has left is noticed when more is said
}

// send sends a reply that is given byte by byte.
func (x *exchange) send(reply Reply) {
	if x.w.Header().Set("Content-Type", contentJSON); reply.BodyTimes == 0 && reply.BodyEnd == "" {
		x.w.Header().Set("Content-Length", strconv.Itoa(len(reply.Body)))
	}
	x.head(reply.Status, reply.Header)
	if !x.await(reply.BeforeFirst) || !x.write(reply.Body) {
		return
	}
	for i := 0; reply.BodyEnd != "" && (reply.BodyTimes == 0 || i < reply.BodyTimes); i++ {
		if !x.write(reply.BodyEnd) || !x.await(reply.Between) {
			return
		}
	}
}

// write sends a piece at once, and says false where the client has left.
func (x *exchange) write(piece string) bool {
	_, err := x.w.Write([]byte(piece))
	if err == nil {
		err = x.flush()
	}
	if err != nil || x.r.Context().Err() != nil && !x.s.host.IsClosed() {
		x.left = !x.s.host.IsClosed()
	}
	return err == nil && !x.left
}

func (x *exchange) flush() error { return http.NewResponseController(x.w).Flush() }

// await waits for d, and says false where the client or the server went first.
func (x *exchange) await(d time.Duration) bool {
	if d <= 0 {
		return true
	}
	stayed := x.s.host.Await(x.r, d)
	x.left = !stayed && !x.s.host.IsClosed()
	return stayed
}

// wait waits for the client, or the server, to go.
func (x *exchange) wait() {
	x.s.host.AwaitEnd(x.r)
	x.left = !x.s.host.IsClosed()
}

// reset closes the connection so that the client sees a reset.
func (x *exchange) reset() { fakeserver.Reset(fakeserver.Hijack(x.w)) }

// abort closes the connection in the middle of a body.
func (x *exchange) abort() { _ = fakeserver.Hijack(x.w).Close() } // it is closed for a fault

// ignores says whether the server overlooks a field of a request.
func (s *Server) ignores(field string) bool { return slices.Contains(s.opts.Ignore, field) }
