package main

import (
	"context"
	"fmt"
	"io"
	"os"
	"os/signal"
	"slices"
	"strings"
	"syscall"

	"github.com/alecthomas/kong"

	"sherpa/internal/usererr"
)

// run is the program: it does what args say and returns the exit code. Results
// go to stdout, everything else to stderr.
func run(ctx context.Context, args []string, stdin io.Reader, stdout, stderr io.Writer, getenv func(string) string) int {
	a := newApp(stdin, stdout, stderr, getenv)
	err := a.execute(ctx, args)
	if err == nil {
		return usererr.OK
	}
	err = explain(err)
	_, _ = fmt.Fprintln(stderr, "sherpa: "+sentence(err)) // the code says it too
	return usererr.Code(err)
}

// sentence is what the user reads of an error, one line for each problem.
func sentence(err error) string {
	text := usererr.Message(err)
	if !usererr.Has(err) {
		text = "this failed: " + err.Error()
	}
	lines := strings.Split(text, "\n")
	for i, line := range lines {
		lines[i] = printable(line)
	}
	return strings.Join(lines, "\n  ")
}

// helpShown ends parsing after a help page, which kong would otherwise do by
// leaving the process.
type helpShown struct{ code int }

// execute parses args and runs the command that they name.
func (a *app) execute(ctx context.Context, args []string) (err error) {
	defer func() {
		if r := recover(); r != nil {
			if _, ok := r.(helpShown); !ok {
				panic(r)
			}
		}
	}()
	parser, err := newParser(a)
	if err != nil {
		return fmt.Errorf("build the command line: %w", err)
	}
	if len(args) == 0 {
		_, _ = parser.Parse([]string{"--help"}) // prints, and ends above
	}
	selected, err := parser.Parse(helpAsked(args))
	if err != nil {
		return usageError(err, args)
	}
	ctx, stop := untilSignal(ctx, selected.Command() == "chat")
	defer stop()
	selected.BindTo(ctx, (*context.Context)(nil))
	return selected.Run(a)
}

// helpAsked puts what other programs call "help" or "help ask" the way it is called
// here.
func helpAsked(args []string) []string {
	if args[0] != "help" {
		return args
	}
	return append(slices.Clone(args[1:]), "--help")
}

// newParser builds the grammar. Help goes to stdout, like every result.
func newParser(a *app) (*kong.Kong, error) {
	return kong.New(&a.flags,
		kong.Name("sherpa"),
		kong.Description(description),
		kong.Writers(a.stdout, a.stderr),
		kong.Exit(func(code int) { panic(helpShown{code}) }),
		kong.ConfigureHelp(kong.HelpOptions{Compact: true, NoExpandSubcommands: true, WrapUpperBound: defaultWidth}),
	)
}

// untilSignal returns a context that ends with SIGTERM and with Ctrl-C, which a
// chat handles itself. A second signal ends the process.
func untilSignal(ctx context.Context, chat bool) (context.Context, func()) {
	signals := []os.Signal{syscall.SIGTERM}
	if !chat {
		signals = append(signals, os.Interrupt)
	}
	ctx, stop := signal.NotifyContext(ctx, signals...)
	context.AfterFunc(ctx, stop)
	return ctx, stop
}
