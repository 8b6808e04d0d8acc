package feed

import (
	"bytes"
	"encoding/json"
	"fmt"

	jsonfeed "github.com/mmcdole/gofeed/json"
)

// trimJSON keeps the first MaxEntries entries, without those that are not as
// JSON Feed has them, and takes null out, which the library does not expect.
func trimJSON(body []byte) ([]byte, error) {
	var top map[string]json.RawMessage
	if err := json.Unmarshal(bytes.TrimPrefix(body, []byte("\ufeff")), &top); err != nil {
		return nil, fmt.Errorf("%w: %w", ErrNotFeed, err)
	}
	var items []json.RawMessage
	if err := json.Unmarshal(top["items"], &items); err != nil {
		return nil, fmt.Errorf("%w: its list of items: %w", ErrNotFeed, err)
	}
	delete(top, "items")
	feed, err := withoutNull(top)
	if err != nil {
		return nil, err
	}
	feed["items"] = goodItems(items[:min(len(items), MaxEntries)])
	return json.Marshal(feed)
}

// goodItems leaves out what is no entry.
func goodItems(items []json.RawMessage) []any {
	good := []any{}
	for _, item := range items {
		var fields map[string]json.RawMessage
		if json.Unmarshal(item, &fields) != nil || fields == nil {
			continue
		}
		clean, err := withoutNull(fields)
		if err != nil {
			continue
		}
		if again, err := json.Marshal(clean); err == nil && json.Unmarshal(again, &jsonfeed.Item{}) == nil {
			good = append(good, clean)
		}
	}
	return good
}

// withoutNull decodes the fields of an object, numbers as they are written, and
// takes null out of it and of everything in it.
func withoutNull(fields map[string]json.RawMessage) (map[string]any, error) {
	out := map[string]any{}
	for name, raw := range fields {
		d := json.NewDecoder(bytes.NewReader(raw))
		d.UseNumber()
		var v any
		if err := d.Decode(&v); err != nil {
			return nil, fmt.Errorf("%w: %s: %w", ErrNotFeed, name, err)
		}
		if v = prune(v); v != nil {
			out[name] = v
		}
	}
	return out, nil
}

func prune(v any) any {
	switch v := v.(type) {
	case []any:
		kept := []any{}
		for _, e := range v {
			if e = prune(e); e != nil {
				kept = append(kept, e)
			}
		}
		return kept
	case map[string]any:
		for name, e := range v {
			if e = prune(e); e == nil {
				delete(v, name)
			} else {
				v[name] = e
			}
		}
	}
	return v
}
