package ingest

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"iter"
	"os"
	"path"
	"path/filepath"
	"strings"
	"syscall"
)

// maxFile is the size of the largest file that is read as one article, in bytes.
const maxFile = 20 << 20

// tasks returns what is to be done for the inputs, in order. Files and addresses
// that were named are read here, one after the other, and parsed by the tasks.
func (in *Ingester) tasks(ctx context.Context, inputs []string) iter.Seq[task] {
	return func(yield func(task) bool) {
		for _, input := range inputs {
			read := in.path
			if isAddress(input) {
				read = func(input string, yield func(task) bool) bool { return in.address(ctx, input, yield) }
			}
			if !read(input, yield) {
				return
			}
		}
	}
}

// path yields the tasks of a file or of a folder's files. Like yield, it reports
// whether to go on.
func (in *Ingester) path(input string, yield func(task) bool) bool {
	if input == "" { // which would be the working directory
		return yield(skipped(input, errNoPath))
	}
	place, err := filepath.EvalSymlinks(input)
	if err != nil {
		return yield(skipped(input, err))
	}
	info, err := os.Stat(place)
	if err != nil {
		return yield(skipped(input, err))
	}
	f := folder{in: in, input: input, yield: yield}
	if info.IsDir() {
		return f.open(place, func() bool { return f.walk() })
	}
	f.input = filepath.Dir(input)
	name := filepath.Base(place)
	return f.open(filepath.Dir(place), func() bool { return f.file(name, filepath.Base(input)) })
}

// folder reads files below one folder and nothing outside it.
type folder struct {
	in    *Ingester
	input string // the folder as the user named it
	root  *os.Root
	yield func(task) bool
}

func (f *folder) open(place string, use func() bool) bool {
	root, err := os.OpenRoot(place)
	if err != nil {
		return f.yield(skipped(f.input, err))
	}
	defer func() { _ = root.Close() }() // it was only read from
	f.root = root
	return use()
}

// walk yields the tasks of all files, folder by folder in the order of names.
func (f *folder) walk() bool {
	goOn := true
	err := fs.WalkDir(f.root.FS(), ".", func(name string, entry fs.DirEntry, err error) error {
		switch {
		case err != nil:
			goOn = f.yield(skipped(f.label(name), err))
		case name != "." && strings.HasPrefix(entry.Name(), "."):
			if entry.IsDir() {
				return fs.SkipDir
			}
		case !entry.IsDir():
			goOn = f.file(name, name)
		}
		if !goOn {
			return fs.SkipAll
		}
		return nil
	})
	if err != nil {
		return f.yield(skipped(f.input, err))
	}
	return goOn
}

func (f *folder) label(name string) string { return filepath.Join(f.input, filepath.FromSlash(name)) }

// file yields the tasks of one file; shown is its name for the report and the id.
func (f *folder) file(name, shown string) bool {
	label := f.label(shown)
	kind := strings.ToLower(path.Ext(shown))
	if lineKinds[kind] {
		return f.lines(name, shown)
	}
	parser, known := parsers[kind]
	if !known {
		return f.yield(skipped(label, unsupported(kind)))
	}
	body, err := f.read(name)
	if err != nil {
		return f.yield(skipped(label, err))
	}
	return f.yield(f.in.article(label, fileID(shown), body, parser))
}

var errNoPath = errors.New("the path is empty; name a file, a folder or an address")

// errIrregular says that a path leads to something else than a file.
var errIrregular = errors.New("this is no regular file (a folder behind a link, a pipe, a device or the like); copy the text into a file")

// openRegular opens a regular file below the folder, also through a link that
// stays below it. A pipe is neither opened nor waited for.
func (f *folder) openRegular(name string) (*os.File, error) {
	info, err := f.root.Stat(name)
	if err != nil {
		return nil, err
	}
	if !info.Mode().IsRegular() {
		return nil, errIrregular
	}
	file, err := f.root.OpenFile(name, os.O_RDONLY|syscall.O_NONBLOCK, 0)
	if err != nil {
		return nil, err
	}
	// The name may have come to mean something else since.
	if info, err = file.Stat(); err == nil && !info.Mode().IsRegular() {
		err = errIrregular
	}
	if err != nil {
		return nil, errors.Join(err, file.Close())
	}
	return file, nil
}

// read returns the content of a file that is not too large.
func (f *folder) read(name string) ([]byte, error) {
	file, err := f.openRegular(name)
	if err != nil {
		return nil, err
	}
	defer func() { _ = file.Close() }() // it was only read from
	body, err := io.ReadAll(io.LimitReader(file, maxFile+1))
	if err != nil {
		return nil, err
	}
	if len(body) > maxFile {
		return nil, fmt.Errorf("the file is larger than %d MiB: split it, or use JSON Lines (.jsonl), one article a line", maxFile>>20)
	}
	return body, nil
}
