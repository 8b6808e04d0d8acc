package main

import (
	"io"
	"os"
	"strconv"

	"golang.org/x/term"
)

// terminal says which streams a person looks at.
type terminal struct {
	in, out, err bool
	// erases says that a line on stderr can be taken away again.
	erases bool
	view   view
}

// eraseLine takes a line on a terminal away and goes to its beginning.
const eraseLine = "\r\x1b[2K"

// detectTerminal looks at the streams and at the variables that people set to
// have less colour (NO_COLOR, TERM=dumb) or another width (COLUMNS).
func detectTerminal(stdin io.Reader, stdout, stderr io.Writer, getenv func(string) string) terminal {
	t := terminal{view: view{width: defaultWidth}}
	_, t.in = terminalFile(stdin)
	_, t.err = terminalFile(stderr)
	t.erases = t.err && getenv("TERM") != "dumb"
	out, isTerminal := terminalFile(stdout)
	if !isTerminal {
		return t
	}
	t.out = true
	t.view.colour = getenv("NO_COLOR") == "" && getenv("TERM") != "dumb"
	if width, _, err := term.GetSize(int(out.Fd())); err == nil && width > 0 {
		t.view.width = width
	}
	if columns, err := strconv.Atoi(getenv("COLUMNS")); err == nil && columns > 0 {
		t.view.width = columns
	}
	return t
}

// terminalFile returns stream as a file if it is a terminal.
func terminalFile(stream any) (*os.File, bool) {
	f, ok := stream.(*os.File)
	if !ok || !term.IsTerminal(int(f.Fd())) {
		return nil, false
	}
	return f, true
}
