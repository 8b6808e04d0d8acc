package main

import (
	"fmt"
	"go/format"
	"os"
	"regexp"
	"strconv"
)

// weightLine is a line of a file of weights: the feature, its weight, and what it
// means.
var weightLine = regexp.MustCompile(`(?m)^(\t\w+: *)[-+]?[0-9.]+(,[ \t]*//)`)

// writeWeights puts the weights into the lines of the file, in their order.
func writeWeights(file string, w []float64) error {
	source, err := os.ReadFile(file) //nolint:gosec // the file of a model
	if err != nil {
		return err
	}
	out, err := replaceWeights(source, w)
	if err != nil {
		return fmt.Errorf("%s: %w", file, err)
	}
	return os.WriteFile(file, out, 0o644) //nolint:gosec // source that everybody may read
}

func replaceWeights(source []byte, w []float64) ([]byte, error) {
	if n := len(weightLine.FindAll(source, -1)); n != len(w) {
		return nil, fmt.Errorf("%d weights for %d lines", len(w), n)
	}
	i := 0
	out := weightLine.ReplaceAllFunc(source, func(line []byte) []byte {
		m := weightLine.FindSubmatch(line)
		number := strconv.FormatFloat(w[i], 'f', 2, 64)
		i++
		return append(append(append([]byte{}, m[1]...), number...), m[2]...)
	})
	return format.Source(out)
}

// weightRow is a line of a table of weights: the feature, its weights, and what it
// means.
var weightRow = regexp.MustCompile(`(?m)^(\t\w[^{\n]*)\{[^}\n]*\}(,[ \t]*//)`)

// writeRows puts the weights into the rows of the file's table, in their order.
func writeRows(file string, rows [][]float64) error {
	source, err := os.ReadFile(file) //nolint:gosec // the file of a model
	if err != nil {
		return err
	}
	if n := len(weightRow.FindAll(source, -1)); n != len(rows) {
		return fmt.Errorf("%s: %d rows of weights for %d lines", file, len(rows), n)
	}
	i := 0
	out := weightRow.ReplaceAllFunc(source, func(line []byte) []byte {
		m := weightRow.FindSubmatch(line)
		b := append([]byte{}, m[1]...)
		b = append(b, '{')
		for k, x := range rows[i] {
			if k > 0 {
				b = append(b, ", "...)
			}
			b = strconv.AppendFloat(b, x, 'f', 2, 64)
		}
		i++
		return append(append(b, '}'), m[2]...)
	})
	formatted, err := format.Source(out)
	if err != nil {
		return fmt.Errorf("%s: %w", file, err)
	}
	return os.WriteFile(file, formatted, 0o644) //nolint:gosec // source that everybody may read
}
