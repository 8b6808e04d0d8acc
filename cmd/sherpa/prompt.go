package main

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"github.com/peterh/liner"
)

// maxLine bounds a line that is read from a file or a pipe, in bytes. It is far
// above the longest question, so that a line that is too long is answered with
// a sentence rather than ends the others.
const maxLine = 64 << 20

// prompt reads the lines of a conversation. Its read returns io.EOF at the end.
type prompt interface {
	read(mark string) (string, error)
	close(a *app)
}

// newPrompt edits lines where a person types them, and reads them plainly
// otherwise.
func (a *app) newPrompt() prompt {
	if a.terminal.in && a.terminal.out {
		return newEditor(filepath.Join(userDir(a.getenv, "XDG_STATE_HOME", ".local/state"), "history"))
	}
	return newPipe(a.stdin)
}

// pipe reads lines from a file or another program.
type pipe struct{ lines *bufio.Scanner }

func newPipe(in io.Reader) pipe {
	lines := bufio.NewScanner(in)
	lines.Buffer(nil, maxLine)
	return pipe{lines}
}

// next returns the next line, or io.EOF.
func (p pipe) next() (string, error) {
	if p.lines.Scan() {
		return p.lines.Text(), nil
	}
	if err := p.lines.Err(); err != nil {
		return "", err
	}
	return "", io.EOF
}

func (p pipe) read(string) (string, error) { return p.next() }

func (pipe) close(*app) {}

// editor reads lines with editing and a history, which only their writer can
// read.
type editor struct {
	state *liner.State
	file  string
}

func newEditor(file string) *editor {
	e := &editor{state: liner.NewLiner(), file: file}
	e.state.SetCtrlCAborts(true)
	e.state.SetCompleter(completeCommand)
	if f, err := os.Open(file); err == nil { //nolint:gosec // in the user's own folder
		_, _ = e.state.ReadHistory(f) // a broken history is not worth a word
		_ = f.Close()
	}
	return e
}

// completeCommand completes what begins with a slash.
func completeCommand(text string) []string {
	var matches []string
	for _, c := range []string{"/help", "/new", "/quit", "/sources", "/why"} {
		if text != "" && strings.HasPrefix(c, text) {
			matches = append(matches, c)
		}
	}
	return matches
}

func (e *editor) read(mark string) (string, error) {
	text, err := e.state.Prompt(mark)
	if errors.Is(err, liner.ErrPromptAborted) {
		return "", io.EOF
	}
	if err == nil && strings.TrimSpace(text) != "" {
		e.state.AppendHistory(text)
	}
	return text, err
}

// close gives the terminal back and keeps the history.
func (e *editor) close(a *app) {
	if err := e.save(); err != nil {
		a.notice("sherpa: the history of the chat was not kept: %v", err)
	}
	if err := e.state.Close(); err != nil {
		a.notice("sherpa: the terminal could not be reset (`reset` does it): %v", err)
	}
}

func (e *editor) save() error {
	if err := os.MkdirAll(filepath.Dir(e.file), 0o700); err != nil {
		return fmt.Errorf("make its folder: %w", err)
	}
	f, err := os.OpenFile(e.file, os.O_WRONLY|os.O_CREATE|os.O_TRUNC, 0o600)
	if err != nil {
		return fmt.Errorf("open it: %w", err)
	}
	_, err = e.state.WriteHistory(f)
	return errors.Join(err, f.Close())
}
