package main

import (
	"fmt"
	"go/format"
	"os"
	"regexp"
	"slices"
	"strconv"
	"strings"
)

// weightLine is a line of a file of weights: the feature, its weight, and what it
// means.
var weightLine = regexp.MustCompile(`(?m)^(\t\w+: *)[-+]?[0-9.]+(,[ \t]*//)`)

// writeWeights puts the weights into the lines of the file, in their order.
func writeWeights(file string, w []float64) error {
	return rewrite(file, weightLine, len(w), func(i int) string { return strconv.FormatFloat(w[i], 'f', 2, 64) })
}

// weightRow is a line of a table of weights: the feature, its weights, and what it
// means.
var weightRow = regexp.MustCompile(`(?m)^(\t\w[^{\n]*)\{[^}\n]*\}(,[ \t]*//)`)

// writeRows puts the weights into the rows of the file's table, in their order.
func writeRows(file string, rows [][]float64) error {
	return rewrite(file, weightRow, len(rows), func(i int) string {
		var numbers []string
		for _, x := range rows[i] {
			numbers = append(numbers, strconv.FormatFloat(x, 'f', 2, 64))
		}
		return "{" + strings.Join(numbers, ", ") + "}"
	})
}

// rewrite puts n weights into the lines of a file that a pattern finds.
func rewrite(file string, line *regexp.Regexp, n int, weight func(i int) string) error {
	source, err := os.ReadFile(file) //nolint:gosec // the file of a model
	if err != nil {
		return err
	}
	out, err := replaceWeights(source, line, n, weight)
	if err != nil {
		return fmt.Errorf("%s: %w", file, err)
	}
	return os.WriteFile(file, out, 0o644) //nolint:gosec // source that everybody may read
}

// replaceWeights keeps of each line what the pattern's two groups hold, and puts
// the weight between them.
func replaceWeights(source []byte, line *regexp.Regexp, n int, weight func(i int) string) ([]byte, error) {
	if lines := len(line.FindAll(source, -1)); lines != n {
		return nil, fmt.Errorf("%d weights for %d lines", n, lines)
	}
	i := 0
	out := line.ReplaceAllFunc(source, func(found []byte) []byte {
		m := line.FindSubmatch(found)
		i++
		return slices.Concat(m[1], []byte(weight(i-1)), m[2])
	})
	return format.Source(out)
}
