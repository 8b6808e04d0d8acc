package ingest

import (
	"context"
	"errors"
	"io/fs"

	"sherpa/ingest/parse"
)

// skipped returns a task whose result is that an input is not taken.
func skipped(label string, err error) task {
	return func(context.Context) result { return result{input: label, skip: reason(err)} }
}

// reason words an error as a report shows it, without the path that stands
// beside it.
func reason(err error) string {
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return "there is no such file or folder; check the path"
	case errors.Is(err, fs.ErrPermission):
		return "it may not be read; check the rights of the file and its folder"
	case errors.Is(err, parse.ErrBinary):
		return "this is binary data, not text; save the article as text or HTML"
	case errors.Is(err, ErrNoText):
		return "no article text was found in it; save the article's paragraphs too"
	}
	if pathError, ok := errors.AsType[*fs.PathError](err); ok {
		return pathError.Err.Error() + "; check the path"
	}
	return err.Error()
}
