package jsonl

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"iter"
)

// ErrLongLine says that a line is longer than MaxLine.
var ErrLongLine = fmt.Errorf("the line is longer than %d MiB; split the article", MaxLine>>20)

// Line is one line that is not blank, with its number counting from 1.
type Line struct {
	Number int
	Bytes  []byte
	// Err is ErrLongLine for a line that was passed over, or the error that
	// ended the reading.
	Err error
}

// Lines returns the lines of r that are not blank, so that a file of any size is
// read in little memory. Bytes stay valid after the next step.
func Lines(r io.Reader) iter.Seq[Line] {
	return func(yield func(Line) bool) {
		in := bufio.NewReaderSize(r, 64<<10)
		for n := 1; ; n++ {
			b, err := readLine(in)
			if n == 1 {
				b = bytes.TrimPrefix(b, []byte("\xEF\xBB\xBF"))
			}
			b = bytes.TrimSpace(b)
			ended := err != nil && !errors.Is(err, ErrLongLine)
			if errors.Is(err, io.EOF) {
				err = nil
			}
			if (len(b) > 0 || err != nil) && !yield(Line{n, b, err}) || ended {
				return
			}
		}
	}
}

// readLine returns a copy of the next line. A line that is too long is read to
// its end and dropped.
func readLine(in *bufio.Reader) ([]byte, error) {
	var line []byte
	long := false
	for {
		part, err := in.ReadSlice('\n')
		if len(line)+len(part) > MaxLine {
			long, line = true, nil
		}
		if !long {
			line = append(line, part...)
		}
		switch {
		case errors.Is(err, bufio.ErrBufferFull):
			continue
		case long && (err == nil || errors.Is(err, io.EOF)):
			return nil, ErrLongLine
		}
		return line, err
	}
}
