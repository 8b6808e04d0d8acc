package main

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/rogpeppe/go-internal/testscript"
	"go.uber.org/goleak"

	"sherpa/internal/golden"
	"sherpa/store/storetest"
)

// stopped is the time at which every test runs, but for those of the served
// program, whose parts have clocks of their own.
var stopped = time.Date(2025, 9, 1, 12, 0, 0, 0, time.UTC)

func TestMain(m *testing.M) {
	if len(os.Args) < 2 || os.Args[1] != "serve" {
		clock = func() time.Time { return stopped }
	}
	testscript.Main(leakChecked{m}, map[string]func(){"sherpa": main})
}

// leakChecked runs the tests and fails if a goroutine outlives them.
type leakChecked struct{ m *testing.M }

// testsAtATime is how many tests run at a time unless it is said: they wait for other
// processes and for clocks more than they work.
const testsAtATime = "6"

// Run returns the exit code of the tests.
func (l leakChecked) Run() int {
	flag.Parse()
	if f := flag.Lookup("test.parallel"); f.Value.String() == f.DefValue {
		if err := flag.Set(f.Name, testsAtATime); err != nil {
			panic(err)
		}
	}
	code := l.m.Run()
	if err := goleak.Find(); code == 0 && err != nil {
		fmt.Fprintln(os.Stderr, err)
		return 1
	}
	return code
}

// needFTS5 skips a test in a build without the tag sqlite_fts5, except in CI,
// where such a build would mean that nothing was tested.
func needFTS5(t *testing.T) {
	t.Helper()
	storetest.New(t)
}

// TestScripts runs the program as people do: scripts of command lines with what
// must come out of them.
func TestScripts(t *testing.T) {
	t.Parallel()
	needFTS5(t)
	testscript.Run(t, testscript.Params{
		Dir:                 filepath.Join("testdata", "script"),
		UpdateScripts:       golden.Update(),
		RequireExplicitExec: true,
		RequireUniqueNames:  true,
		Setup: func(env *testscript.Env) error {
			env.Setenv("HOME", env.WorkDir)
			env.Setenv("XDG_DATA_HOME", filepath.Join(env.WorkDir, "data"))
			env.Setenv("XDG_CONFIG_HOME", filepath.Join(env.WorkDir, "config"))
			env.Setenv("XDG_STATE_HOME", filepath.Join(env.WorkDir, "state"))
			env.Values[scriptModelKey{}] = &scriptModel{}
			return nil
		},
		Condition: func(name string) (bool, error) { return name == "root" && os.Geteuid() == 0, nil },
		Cmds: map[string]func(*testscript.TestScript, bool, []string){
			"json": isJSON, "plain": isPlain, "code": exitCode, "flip": flipBytes, "mode": hasMode,
			"spend": spendInScript, "llm": modelInScript, "silent": isSilent,
		},
	})
}

// isJSON fails unless a file or stream is N JSON values, one a line, and nothing
// else: json FILE N.
func isJSON(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 2 {
		ts.Fatalf("usage: json FILE LINES")
	}
	lines := 0
	for line := range strings.Lines(ts.ReadFile(args[0])) {
		if !json.Valid([]byte(line)) {
			ts.Fatalf("line %d is not JSON: %s", lines+1, line)
		}
		lines++
	}
	if want, err := strconv.Atoi(args[1]); err != nil || lines != want {
		ts.Fatalf("%d lines of JSON, want %s", lines, args[1])
	}
}

// isPlain fails if a file or stream has a control character or a line wider than
// 80 columns.
func isPlain(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 1 {
		ts.Fatalf("usage: plain FILE")
	}
	for line := range strings.Lines(ts.ReadFile(args[0])) {
		line = strings.TrimSuffix(line, "\n")
		if printable(line) != line {
			ts.Fatalf("control characters in %q", line)
		}
		if textWidth(line) > defaultWidth {
			ts.Fatalf("%d columns: %s", textWidth(line), line)
		}
	}
}

// exitCode runs a command and fails unless it ends with a code: code N COMMAND….
func exitCode(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 2 {
		ts.Fatalf("usage: code N COMMAND...")
	}
	err := ts.Exec(args[1], args[2:]...)
	got := 0
	if exit, ok := errors.AsType[*exec.ExitError](err); ok {
		got = exit.ExitCode()
	} else {
		ts.Check(err)
	}
	if strconv.Itoa(got) != args[0] {
		ts.Fatalf("exit code %d, want %s", got, args[0])
	}
}

// flipBytes damages the middle of a file: flip FILE.
func flipBytes(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 1 {
		ts.Fatalf("usage: flip FILE")
	}
	path := ts.MkAbs(args[0])
	data, err := os.ReadFile(path) //nolint:gosec // the script names a file of its own
	ts.Check(err)
	for i := len(data) / 4; i < len(data)*3/4; i++ {
		data[i] ^= 0x5a
	}
	ts.Check(os.WriteFile(path, data, 0o600)) //nolint:gosec // as above
}

// hasMode fails unless a file has a mode: mode 600 FILE.
func hasMode(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 2 {
		ts.Fatalf("usage: mode OCTAL FILE")
	}
	info, err := os.Stat(ts.MkAbs(args[1]))
	ts.Check(err)
	if got := strconv.FormatUint(uint64(info.Mode().Perm()), 8); got != args[0] {
		ts.Fatalf("%s has mode %s, want %s", args[1], got, args[0])
	}
}

// runHere runs the program in this process with a home of its own.
func runHere(t *testing.T, stdin io.Reader, args ...string) (code int, stdout, stderr string) {
	t.Helper()
	home := t.TempDir()
	var out, errs bytes.Buffer
	code = run(t.Context(), args, stdin, &out, &errs, func(name string) string {
		return map[string]string{"HOME": home}[name]
	})
	return code, out.String(), errs.String()
}

// TestInterruptedBatch cancels a batch that waits for its next line: the first
// line was answered at once, and the program ends.
func TestInterruptedBatch(t *testing.T) {
	t.Parallel()
	needFTS5(t)
	home := t.TempDir()
	silence, feed := io.Pipe()
	stdin := io.MultiReader(strings.NewReader(`{"id":"a","question":"Where was the summit?"}`+"\n"), silence)
	results, stdout := io.Pipe()
	ctx, cancel := context.WithCancel(t.Context())
	var stderr bytes.Buffer
	code := make(chan int, 1)
	go func() {
		defer stdout.Close() //nolint:errcheck // it always succeeds
		code <- run(ctx, []string{"ask", "--batch", "-"}, stdin, stdout, &stderr, func(name string) string {
			return map[string]string{"HOME": home}[name]
		})
	}()
	first, err := bufio.NewReader(results).ReadString('\n')
	if err != nil || !strings.HasPrefix(first, `{"id":"a",`) {
		t.Fatalf("first result = %q, %v", first, err)
	}
	cancel()
	if got := <-code; got != 1 {
		t.Errorf("exit code %d, want 1", got)
	}
	if want := "sherpa: stopped before the end; what was finished is kept.\n"; stderr.String() != want {
		t.Errorf("stderr = %q, want %q", stderr.String(), want)
	}
	_ = feed.Close() // lets the goroutine that reads end
}

func TestMegabyteQuestion(t *testing.T) {
	t.Parallel()
	needFTS5(t)
	code, stdout, stderr := runHere(t, strings.NewReader(""), "ask", strings.Repeat("summit ", 150_000))
	if code != 2 || stdout != "" || strings.Count(stderr, "\n") != 1 || len(stderr) > 200 {
		t.Errorf("code %d, stdout %q, stderr %.300q; want 2 and one sentence", code, stdout, stderr)
	}
	line, err := json.Marshal(map[string]string{"id": "big", "question": strings.Repeat("summit ", 150_000)})
	if err != nil {
		t.Fatal(err)
	}
	code, stdout, stderr = runHere(t, bytes.NewReader(line), "ask", "--batch", "-")
	if code != 0 || !strings.Contains(stdout, `"answered":false`) || stderr != "" {
		t.Errorf("batch: code %d, stdout %.300q, stderr %q; want an unanswered line", code, stdout, stderr)
	}
}
