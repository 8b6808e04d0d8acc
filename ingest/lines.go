package ingest

import (
	"context"
	"fmt"
	"io"

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
	return f.in.lines(label, shown, file, f.yield)
}

// lines yields the tasks of what holds an article a line; shown identifies those
// that do not name themselves. Like yield, it reports whether to go on.
func (in *Ingester) lines(label, shown string, from io.Reader, yield func(task) bool) bool {
	empty := true
	for line := range jsonl.Lines(from) {
		empty = false
		if !yield(in.line(label, fileID(shown), line)) {
			return false
		}
	}
	return !empty || yield(skipped(label, errEmpty))
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
