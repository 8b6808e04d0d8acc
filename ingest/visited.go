package ingest

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"

	"sherpa/store"
)

// visited is what is remembered of an address between runs.
type visited struct {
	ETag         string `json:"etag,omitempty"`
	LastModified string `json:"last_modified,omitempty"`
	// Article is the id of a page's article.
	Article string `json:"article,omitempty"`
	// Entries has, for a feed, the state of every entry that was taken.
	Entries map[string]string `json:"entries,omitempty"`
}

func visitKey(raw string) string { return "fetch:" + CanonicalURL(raw) }

func (v visited) conditional() Conditional {
	return Conditional{ETag: v.ETag, LastModified: v.LastModified}
}

// articles is the number of articles that the address gave before.
func (v visited) articles() int {
	if v.Article != "" {
		return 1
	}
	return len(v.Entries)
}

func (v visited) memo(raw string) memo {
	// A struct of strings can always be encoded.
	value, _ := json.Marshal(v)
	return memo{key: visitKey(raw), value: string(value)}
}

// recallVisit returns the zero value for an address that was never visited, or
// whose memory cannot be read: then it is simply fetched.
func recallVisit(ctx context.Context, st Store, raw string) (visited, error) {
	value, err := st.Meta(ctx, visitKey(raw))
	if errors.Is(err, store.ErrNotFound) {
		return visited{}, nil
	}
	if err != nil {
		return visited{}, fmt.Errorf("read what is known of the address: %w", err)
	}
	var v visited
	if err := json.Unmarshal([]byte(value), &v); err != nil {
		return visited{}, nil //nolint:nilerr // written by another version: as if never visited
	}
	return v, nil
}
