package eval

import (
	"errors"
	"fmt"
	"os"
)

// Tally counts right cases and describes the others.
type Tally struct {
	Right, Of int
	Wrong     []string
}

func (t *Tally) count(right bool, format string, args ...any) {
	t.Of++
	if right {
		t.Right++
		return
	}
	t.Wrong = append(t.Wrong, fmt.Sprintf(format, args...))
}

// Figure is the share of right cases with its interval.
func (t Tally) Figure() Figure {
	low, high := wilson(t.Right, t.Of)
	return Figure{Value: float64(t.Right) / float64(max(t.Of, 1)), N: t.Of, Low: low, High: high}
}

// readLines decodes a JSONL file strictly.
func readLines[T any](file string) (lines []T, err error) {
	f, err := os.Open(file) //nolint:gosec // the caller names the file that they want to be read
	if err != nil {
		return nil, fmt.Errorf("open %s: %w", file, err)
	}
	defer func() { err = errors.Join(err, f.Close()) }()
	err = eachLine(f, file, func(_ int, line []byte) error {
		var v T
		if err := decodeStrict(line, &v); err != nil {
			return err
		}
		lines = append(lines, v)
		return nil
	})
	return lines, err
}
