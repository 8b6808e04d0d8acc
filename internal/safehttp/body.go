package safehttp

import (
	"bufio"
	"bytes"
	"compress/flate"
	"compress/gzip"
	"compress/zlib"
	"errors"
	"fmt"
	"io"
	"mime"
	"net/http"
	"slices"
	"strings"
)

const (
	// maxRatio is how often a packed body may grow when it is unpacked. Pages
	// grow five to ten times.
	maxRatio = 100
	// ratioFrom is the unpacked size from which the ratio counts, in bytes.
	ratioFrom = 256 << 10
)

// types are the content types that are accepted. A missing one is too: what it
// is shows when it is parsed.
var types = []string{
	"", "text/html", "application/xhtml+xml", "text/xml", "application/xml", "application/rss+xml", "application/atom+xml",
	"application/rdf+xml", "application/feed+json", "application/json", "text/plain",
}

func checkType(contentType string) error {
	media, _, _ := strings.Cut(strings.ToLower(contentType), ";")
	if parsed, _, err := mime.ParseMediaType(contentType); err == nil {
		media = parsed
	}
	if media = strings.TrimSpace(media); !slices.Contains(types, media) {
		return fmt.Errorf("%w: %.60q", ErrContentType, media)
	}
	return nil
}

// counter counts the bytes that are read through it.
type counter struct {
	r io.Reader
	n int64
}

func (c *counter) Read(p []byte) (int, error) {
	n, err := c.r.Read(p)
	c.n += int64(n)
	return n, err
}

// readBody reads and unpacks a body within the request's limits. What is read
// of the wire is counted before it is unpacked, and what comes out while it
// comes out, so that nothing is ever held that is over a limit.
func readBody(resp *http.Response, r request) ([]byte, error) {
	wire := &counter{r: io.LimitReader(resp.Body, r.maxWire+1)}
	unpacked, err := unpack(wire, resp.Header.Get("Content-Encoding"))
	if err != nil {
		return nil, err
	}
	var out bytes.Buffer
	for {
		n, err := io.CopyN(&out, unpacked, 32<<10)
		if over := overLimit(wire.n, int64(out.Len()), r); over != nil {
			return cutBody(out.Bytes(), r, over)
		}
		if errors.Is(err, io.EOF) && n < 32<<10 {
			return out.Bytes(), nil
		}
		if err != nil {
			return nil, unpackError(err)
		}
	}
}

func overLimit(wire, out int64, r request) error {
	switch {
	case wire > r.maxWire:
		return fmt.Errorf("%w: more than %d KiB are sent", ErrTooLarge, r.maxWire>>10)
	case out > r.maxBody:
		return fmt.Errorf("%w: more than %d KiB once unpacked", ErrTooLarge, r.maxBody>>10)
	case out > ratioFrom && out > wire*maxRatio:
		return fmt.Errorf("%w: it grows more than %d times when it is unpacked", ErrTooLarge, maxRatio)
	}
	return nil
}

// cutBody returns what was read up to the limit where the request asks for it.
func cutBody(body []byte, r request, over error) ([]byte, error) {
	if !r.cut {
		return nil, over
	}
	return body[:min(int64(len(body)), r.maxBody)], nil
}

// unpackError tells a broken packing from a broken connection.
func unpackError(err error) error {
	var corrupt flate.CorruptInputError
	if errors.Is(err, gzip.ErrHeader) || errors.Is(err, gzip.ErrChecksum) || errors.Is(err, zlib.ErrChecksum) || errors.As(err, &corrupt) {
		return fmt.Errorf("%w: %w", ErrEncoding, err)
	}
	return err
}

// unpack returns the reader for a content encoding. One layer is accepted:
// nobody packs a page twice, except to hide its size.
func unpack(r io.Reader, encoding string) (io.Reader, error) {
	switch strings.ToLower(strings.TrimSpace(encoding)) {
	case "", "identity":
		return r, nil
	case "gzip", "x-gzip":
		z, err := gzip.NewReader(r)
		if err != nil {
			return nil, unpackError(err)
		}
		return z, nil
	case "deflate":
		return inflate(r)
	}
	return nil, fmt.Errorf("%w: %.60q", ErrEncoding, encoding)
}

// inflate reads zlib's format, which "deflate" means, or the bare stream that
// some servers send.
func inflate(r io.Reader) (io.Reader, error) {
	b := bufio.NewReader(r)
	head, err := b.Peek(2)
	if err != nil {
		return nil, err
	}
	if head[0]&0x0f == 8 && (int(head[0])<<8+int(head[1]))%31 == 0 {
		z, err := zlib.NewReader(b)
		if err != nil {
			return nil, fmt.Errorf("%w: %w", ErrEncoding, err)
		}
		return z, nil
	}
	return flate.NewReader(b), nil
}
