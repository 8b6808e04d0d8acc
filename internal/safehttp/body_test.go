package safehttp

import (
	"bytes"
	"compress/flate"
	"compress/gzip"
	"compress/zlib"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"strings"
	"sync/atomic"
	"testing"
	"time"
)

func packed(t *testing.T, newWriter func(io.Writer) io.WriteCloser, body []byte) []byte {
	t.Helper()
	var b bytes.Buffer
	w := newWriter(&b)
	if _, err := w.Write(body); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func toGzip(w io.Writer) io.WriteCloser { return gzip.NewWriter(w) }
func toZlib(w io.Writer) io.WriteCloser { return zlib.NewWriter(w) }

func toFlate(w io.Writer) io.WriteCloser {
	f, err := flate.NewWriter(w, 9)
	if err != nil {
		panic(err) // only a wrong level is an error
	}
	return f
}

// page answers with a body under an encoding; robots.txt is missing.
func page(encoding string, body []byte) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		if r.URL.Path == "/robots.txt" {
			http.NotFound(w, r)
			return
		}
		w.Header().Set("Content-Type", "text/html")
		if encoding != "" {
			w.Header().Set("Content-Encoding", encoding)
		}
		_, _ = w.Write(body)
	}
}

func TestBodies(t *testing.T) {
	t.Parallel()
	story := []byte(strings.Repeat("They met by the river. ", 400))
	zeros := make([]byte, 8<<20)
	half := packed(t, toGzip, story)
	tests := []struct {
		name, encoding string
		body           []byte
		change         func(*Options)
		want           error // nil: the story
	}{
		{name: "plain", body: story},
		{name: "identity", encoding: "identity", body: story},
		{name: "gzip", encoding: "gzip", body: packed(t, toGzip, story)},
		{name: "gzip under its old name", encoding: " X-GZIP ", body: packed(t, toGzip, story)},
		{name: "deflate", encoding: "deflate", body: packed(t, toZlib, story)},
		{name: "deflate without a header", encoding: "deflate", body: packed(t, toFlate, story)},
		{name: "brotli", encoding: "br", body: story, want: ErrEncoding},
		{name: "packed twice", encoding: "gzip, gzip", body: packed(t, toGzip, packed(t, toGzip, story)), want: ErrEncoding},
		{name: "not packed", encoding: "gzip", body: story, want: ErrEncoding},
		{name: "broken off", encoding: "gzip", body: half[:len(half)/2], want: ErrUnreachable},
		{name: "gzip bomb", encoding: "gzip", body: packed(t, toGzip, zeros), want: ErrTooLarge},
		{name: "deflate bomb", encoding: "deflate", body: packed(t, toZlib, zeros), want: ErrTooLarge},
		{name: "bare deflate bomb", encoding: "deflate", body: packed(t, toFlate, zeros), want: ErrTooLarge},
		{name: "over the wire's limit", body: story, change: func(o *Options) { o.MaxWire = 4096 }, want: ErrTooLarge},
		{name: "at the wire's limit", body: story, change: func(o *Options) { o.MaxWire = int64(len(story)) }},
		{name: "over the limit once unpacked", encoding: "gzip", body: packed(t, toGzip, story), change: func(o *Options) { o.MaxBody = 4096 }, want: ErrTooLarge},
		{name: "at the limit once unpacked", encoding: "gzip", body: packed(t, toGzip, story), change: func(o *Options) { o.MaxBody = int64(len(story)) }},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			change := tt.change
			if change == nil {
				change = func(*Options) {}
			}
			base, c := site(t, page(tt.encoding, tt.body), change)
			resp, err := c.Get(t.Context(), base, Validators{})
			if !errors.Is(err, tt.want) {
				t.Fatalf("Get: %v, want %v", err, tt.want)
			}
			if err == nil && !bytes.Equal(resp.Body, story) {
				t.Errorf("Get: %d bytes, want the story's %d", len(resp.Body), len(story))
			}
		})
	}
}

func TestContentTypes(t *testing.T) {
	t.Parallel()
	tests := map[string]error{
		"text/html": nil, "TEXT/HTML; charset=utf-8": nil, "text/html;;": nil, "application/xhtml+xml": nil, "application/rss+xml": nil,
		"application/atom+xml": nil, "application/feed+json": nil, "application/json": nil, "text/xml": nil, "application/xml": nil, "text/plain": nil, "": nil,
		"application/pdf": ErrContentType, "image/png": ErrContentType, "video/mp4": ErrContentType, "application/octet-stream": ErrContentType,
		"application/x-ndjson, text/html": ErrContentType, "text/html-x": ErrContentType, "application/javascript": ErrContentType,
	}
	for contentType, want := range tests {
		if err := checkType(contentType); !errors.Is(err, want) {
			t.Errorf("checkType(%q) = %v, want %v", contentType, err, want)
		}
	}
}

// TestEndless serves bodies that never end and counts what is taken of them.
func TestEndless(t *testing.T) {
	t.Parallel()
	var sent atomic.Int64
	base, c := site(t, func(w http.ResponseWriter, r *http.Request) {
		if r.URL.Path == "/robots.txt" {
			http.NotFound(w, r)
			return
		}
		w.Header().Set("Content-Type", "text/plain")
		block := bytes.Repeat([]byte("x"), 64<<10)
		for {
			n, err := w.Write(block)
			sent.Add(int64(n))
			if err != nil {
				return
			}
		}
	}, func(o *Options) { o.MaxWire = 1 << 20 })
	if _, err := c.Get(t.Context(), base, Validators{}); !errors.Is(err, ErrTooLarge) {
		t.Fatalf("Get: %v, want ErrTooLarge", err)
	}
	if got := sent.Load(); got > 32<<20 { // what the buffers of both ends hold comes on top
		t.Errorf("%d MiB were sent for a limit of 1 MiB", got>>20)
	}
}

// rawSite starts a server that answers robots.txt with 404 and everything else
// with what speak writes, byte for byte.
func rawSite(t *testing.T, change func(*Options), speak func(ctx <-chan struct{}, w io.Writer)) (base string, c *Client) {
	t.Helper()
	return site(t, func(w http.ResponseWriter, r *http.Request) {
		if r.URL.Path == "/robots.txt" {
			http.NotFound(w, r)
			return
		}
		conn, _, err := w.(http.Hijacker).Hijack()
		if err != nil {
			t.Error(err)
			return
		}
		gone := make(chan struct{})
		go func() { // nobody else notices that the client left
			_, _ = io.Copy(io.Discard, conn)
			close(gone)
		}()
		speak(gone, conn)
		_ = conn.(*net.TCPConn).Close()
		<-gone
	}, change)
}

func TestHostileServers(t *testing.T) {
	t.Parallel()
	tests := []struct {
		name  string
		speak func(gone <-chan struct{}, w io.Writer)
		want  error
	}{
		{"shorter than it said", func(_ <-chan struct{}, w io.Writer) {
			_, _ = io.WriteString(w, "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 1000\r\n\r\nshort")
		}, ErrUnreachable},
		{"two lengths", func(_ <-chan struct{}, w io.Writer) {
			_, _ = io.WriteString(w, "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 5\r\nContent-Length: 6\r\n\r\nshorts")
		}, ErrUnreachable},
		{"no HTTP", func(_ <-chan struct{}, w io.Writer) { _, _ = io.WriteString(w, "220 mail.example ESMTP\r\n") }, ErrUnreachable},
		{"nothing", func(<-chan struct{}, io.Writer) {}, ErrUnreachable},
		{"100,000 headers", func(_ <-chan struct{}, w io.Writer) {
			_, _ = io.WriteString(w, "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n")
			for i := range 100_000 {
				if _, err := fmt.Fprintf(w, "X-%d: y\r\n", i); err != nil {
					return
				}
			}
			_, _ = io.WriteString(w, "\r\nbody")
		}, ErrTooLarge},
		{"one endless header", func(_ <-chan struct{}, w io.Writer) {
			_, _ = io.WriteString(w, "HTTP/1.1 200 OK\r\nX: ")
			for {
				if _, err := io.WriteString(w, strings.Repeat("y", 32<<10)); err != nil {
					return
				}
			}
		}, ErrTooLarge},
		{"endless interim answers", func(_ <-chan struct{}, w io.Writer) {
			for {
				if _, err := io.WriteString(w, "HTTP/1.1 103 Early Hints\r\nLink: </x>\r\n\r\n"); err != nil {
					return
				}
			}
		}, ErrTooLarge},
		{"silence before the headers", func(gone <-chan struct{}, _ io.Writer) { <-gone }, ErrTimeout},
		{"silence after the headers", func(gone <-chan struct{}, w io.Writer) {
			_, _ = io.WriteString(w, "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n")
			<-gone
		}, ErrTimeout},
		{"a drip", func(gone <-chan struct{}, w io.Writer) {
			_, _ = io.WriteString(w, "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n")
			tick := time.NewTicker(5 * time.Millisecond)
			defer tick.Stop()
			for {
				select {
				case <-gone:
					return
				case <-tick.C:
					_, _ = io.WriteString(w, "x")
				}
			}
		}, ErrTimeout},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			base, c := rawSite(t, func(o *Options) {
				if errors.Is(tt.want, ErrTimeout) {
					o.TotalTimeout = 300 * time.Millisecond
				}
			}, tt.speak)
			if _, err := c.Get(t.Context(), base+"/page", Validators{}); !errors.Is(err, tt.want) {
				t.Errorf("Get: %v, want %v", err, tt.want)
			}
		})
	}
}
