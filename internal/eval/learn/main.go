// Command learn finds the weights of ranking and of the choice of sentences
// from question sets:
//
//	go run -tags sqlite_fts5 ./internal/eval/learn [-what passages|sentences] -articles FILE QUESTIONS...
//
// It trains a linear model on the features that retrieval and answer explain,
// with a fixed seed, cross-validates it over articles, and prints the weights in
// the order of the source file that holds them. It changes no file: whoever
// takes the weights over says why.
package main

import (
	"context"
	"flag"
	"fmt"
	"io"
	"os"
)

func main() {
	if err := run(context.Background(), os.Args[1:], os.Stdout); err != nil {
		report(os.Stderr, "learn: %v\n", err)
		os.Exit(1)
	}
}

// report prints a line of the result. A line that cannot be printed is lost, and
// with it nothing else.
func report(out io.Writer, format string, args ...any) { _, _ = fmt.Fprintf(out, format, args...) }

func run(ctx context.Context, args []string, out io.Writer) error {
	flags := flag.NewFlagSet("learn", flag.ContinueOnError)
	what := flags.String("what", "sentences", "passages, sentences or gate")
	articles := flags.String("articles", "", "articles to ingest")
	rounds := flags.Int("rounds", 300, "passes over the questions")
	decay := flags.Float64("decay", 1e-4, "L2 regularisation")
	if err := flags.Parse(args); err != nil {
		return err
	}
	if *what == "gate" {
		return learnGate(ctx, out, flags.Args(), *rounds, *decay)
	}
	groups, names, err := collect(ctx, *what, *articles, flags.Args())
	if err != nil {
		return err
	}
	m := trainer{rounds: *rounds, decay: *decay}
	report(out, "%d questions with a right candidate\n", len(groups))
	report(out, "5-fold cross-validation over articles: first right %.4f\n", m.crossValidate(groups, 5))
	w := m.train(groups)
	report(out, "trained on all: first right %.4f\n", firstRight(groups, w))
	for i, name := range names {
		report(out, "%-10s %+.3f\n", name, w[i])
	}
	return nil
}
