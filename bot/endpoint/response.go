package endpoint

import (
	"context"
	"net/http"
	"strconv"
	"sync/atomic"

	"sherpa/bot/payload"
)

// response is the first response to one interaction, on its way from whoever
// handles it to the connection that waits for it.
type response struct {
	given   atomic.Bool
	offered chan offer
	// closed is closed when nothing is taken any more.
	closed chan struct{}
}

// offer is an encoded response, and where to say whether it was written.
type offer struct {
	body    payload.Body
	written chan error
}

// respond is what is handed to whoever handles the interaction.
func (d *response) respond(ctx context.Context, r payload.Response) error {
	body, err := r.Body()
	if err != nil {
		return err
	}
	if d.given.Swap(true) {
		return ErrResponded
	}
	o := offer{body, make(chan error, 1)}
	select {
	case d.offered <- o:
		return <-o.written
	case <-d.closed:
		return ErrLate
	case <-ctx.Done():
		return ErrLate
	}
}

// write writes the response, if one comes before ctx ends or the handler
// returned, and returns the status. An interaction without a response is
// answered as accepted: Discord shows that the bot did not respond, or what was
// sent to it in another way.
func (d *response) write(ctx context.Context, w http.ResponseWriter, returned <-chan struct{}) int {
	defer close(d.closed)
	select {
	case o := <-d.offered:
		o.written <- write(w, o.body)
		return http.StatusOK
	case <-returned:
	case <-ctx.Done():
	}
	w.WriteHeader(http.StatusAccepted)
	return http.StatusAccepted
}

// write writes a body to the connection itself, so that an error shows.
func write(w http.ResponseWriter, body payload.Body) error {
	w.Header().Set("Content-Type", body.ContentType)
	w.Header().Set("Content-Length", strconv.Itoa(len(body.Data)))
	if _, err := w.Write(body.Data); err != nil {
		return err
	}
	return http.NewResponseController(w).Flush()
}
