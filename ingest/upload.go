package ingest

import (
	"bytes"
	"context"
	"fmt"
	"iter"
	"path"
	"strings"
)

// RunFile reads one file that is not on the disk, as Run reads one that is. name
// is what its sender calls it: its ending says what kind it is, and the rest
// identifies an article that does not name itself. Folders in it do not count.
func (in *Ingester) RunFile(ctx context.Context, name string, body []byte) (Report, error) {
	name = name[strings.LastIndexAny(name, `/\`)+1:]
	return in.run(ctx, func(context.Context) iter.Seq[task] { return in.upload(name, body) })
}

// upload yields the tasks of a file's content.
func (in *Ingester) upload(name string, body []byte) iter.Seq[task] {
	return func(yield func(task) bool) {
		kind := strings.ToLower(path.Ext(name))
		parser, known := parsers[kind]
		switch {
		case len(body) > maxFile:
			yield(skipped(name, fmt.Errorf("the file is larger than %d MiB: split it", maxFile>>20)))
		case lineKinds[kind]:
			in.lines(name, name, bytes.NewReader(body), yield)
		case known:
			yield(in.article(name, fileID(name), body, parser))
		default:
			yield(skipped(name, unsupported(kind)))
		}
	}
}
