// Command learn finds the weights of a model from question sets:
//
//	go run -tags sqlite_fts5 ./internal/eval/learn -what sentences [-write] ARTICLES QUESTIONS [ARTICLES QUESTIONS]...
//
// Each set is articles ("embedded" for the corpus that the program carries; several
// with a colon between them share a store) and questions on them, or "other:" and questions on other articles, which these do
// not answer. Sets count alike, whatever their size, unless -shares says
// otherwise. It fits the model to the features that the program itself measures,
// prints what it learnt and how well that holds for articles and for sets that it
// was not learnt from, and with -write puts the weights into the source file that
// holds them. The same sets give the same weights.
package main

import (
	"context"
	"flag"
	"fmt"
	"io"
	"os"
	"slices"
	"strconv"
	"strings"
)

func main() {
	if err := run(context.Background(), os.Args[1:], os.Stdout); err != nil {
		report(os.Stderr, "learn: %v\n", err)
		os.Exit(1)
	}
}

// report prints a part of the result. What cannot be printed is lost, and with it
// nothing else.
func report(out io.Writer, format string, args ...any) { _, _ = fmt.Fprintf(out, format, args...) }

// settings say how to learn.
type settings struct {
	// rounds is the number of passes over the questions.
	rounds int
	// decay is the L2 regularisation.
	decay float64
	folds int
}

func run(ctx context.Context, args []string, out io.Writer) error {
	flags := flag.NewFlagSet("learn", flag.ContinueOnError)
	what := flags.String("what", "sentences", strings.Join(modelNames(), ", ")+", spans")
	write := flags.Bool("write", false, "put the weights into the source file (run at the top of the repository)")
	shares := flags.String("shares", "", "how much each set counts (1,0.5,...); alike if empty")
	var s settings
	flags.IntVar(&s.rounds, "rounds", 300, "passes over the questions")
	flags.Float64Var(&s.decay, "decay", 1e-4, "L2 regularisation")
	flags.IntVar(&s.folds, "folds", 5, "folds of the cross-validation over articles; 0 leaves it out")
	if err := flags.Parse(args); err != nil {
		return err
	}
	if *what == "spans" {
		return learnSpans(ctx, out, flags.Args(), s, *write)
	}
	m, ok := models[*what]
	if !ok {
		return fmt.Errorf("no model %q; there are %s", *what, strings.Join(modelNames(), ", "))
	}
	sets, names, err := collect(ctx, m, flags.Args())
	if err != nil {
		return err
	}
	if err := share(sets, *shares); err != nil {
		return err
	}
	w := learn(out, m, sets, names, s)
	if *write {
		return writeWeights(m.file, w)
	}
	return nil
}

// share sets how much each set counts in all.
func share(sets []set, list string) error {
	shares := slices.Repeat([]float64{1}, len(sets))
	if list != "" {
		parts := strings.Split(list, ",")
		if len(parts) != len(sets) {
			return fmt.Errorf("-shares has %d numbers for %d sets", len(parts), len(sets))
		}
		for i, p := range parts {
			x, err := strconv.ParseFloat(p, 64)
			if err != nil {
				return fmt.Errorf("-shares: %w", err)
			}
			shares[i] = x
		}
	}
	for i := range sets {
		sets[i].weigh(shares[i])
	}
	return nil
}

// learn fits the model to all sets, and prints it with how well it does on each:
// fitted to all, to other articles, and to the other sets.
func learn(out io.Writer, m model, sets []set, names []string, s settings) []float64 {
	var all []group
	for _, set := range sets {
		all = append(all, set.groups...)
	}
	w := m.fit(all, names, s)
	validated := crossValidate(all, s.folds, func(in []group) []float64 { return m.fit(in, names, s) })
	first := 0
	for i, set := range sets {
		report(out, "%s: %d cases\n", set.name, len(set.groups))
		report(out, "  fitted to all        %s\n", m.figures(set.groups, scores(set.groups, w)))
		if s.folds > 1 {
			report(out, "  to other articles    %s\n", m.figures(set.groups, validated[first:first+len(set.groups)]))
		}
		if others := except(sets, i); s.folds > 1 && len(others) > 0 {
			report(out, "  to the other sets    %s\n", m.figures(set.groups, scores(set.groups, m.fit(others, names, s))))
		}
		first += len(set.groups)
	}
	for i, name := range names {
		report(out, "%-12s %+.3f\n", name, w[i])
	}
	return w
}

// except are the cases of all sets but one.
func except(sets []set, without int) []group {
	var others []group
	for i, set := range sets {
		if i != without {
			others = append(others, set.groups...)
		}
	}
	return others
}
