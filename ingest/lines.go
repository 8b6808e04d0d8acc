package ingest

import (
	"context"
	"fmt"

	"sherpa/ingest/parse"
	"sherpa/ingest/parse/jsonl"
)

// lines yields the tasks of a file that holds an article a line.
func (f *folder) lines(name, shown string) bool {
	label := f.label(shown)
	file, err := f.openRegular(name)
	if err != nil {
		return f.yield(skipped(label, err))
	}
	defer func() { _ = file.Close() }() // it was only read from
	empty := true
	for line := range jsonl.Lines(file) {
		empty = false
		if !f.yield(f.in.line(label, fileID(shown), line)) {
			return false
		}
	}
	if empty {
		return f.yield(skipped(label, errEmpty))
	}
	return true
}

// line returns the task that parses one line. An article without an id or a URL
// is identified by its file and line.
func (in *Ingester) line(label, id string, line jsonl.Line) task {
	return func(context.Context) result {
		d, err := parse.Document{}, line.Err
		if err == nil {
			d, err = safely(jsonl.Parse, line.Bytes)
		}
		r := result{input: label}
		if err == nil {
			r.entry, err = NewEntry(d, fmt.Sprintf("%s-%d", id, line.Number), in.opts.Now())
		}
		if err != nil {
			r.skip = fmt.Sprintf("line %d: %s", line.Number, reason(err))
		}
		return r
	}
}
