package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"time"

	"sherpa/internal/config"
	"sherpa/internal/usererr"
)

// clock tells the time. Tests stop it.
var clock = time.Now

// app is one run of the program: its streams, its flags and its settings.
type app struct {
	stdin          io.Reader
	stdout, stderr io.Writer
	getenv         func(string) string
	flags          grammar
	terminal       terminal
}

func newApp(stdin io.Reader, stdout, stderr io.Writer, getenv func(string) string) *app {
	return &app{
		stdin: stdin, stdout: stdout, stderr: stderr, getenv: getenv,
		terminal: detectTerminal(stdin, stdout, stderr, getenv),
	}
}

// settings reads the settings; --db wins over them.
func (a *app) settings() (config.Loaded, error) {
	loaded, err := config.Load(config.Source{
		Path:   a.flags.Config,
		Dirs:   []string{".", userDir(a.getenv, "XDG_CONFIG_HOME", ".config")},
		Getenv: a.getenv,
	})
	if a.flags.Store != "" {
		loaded.Store.Path = a.flags.Store
	}
	if loaded.Store.Path == "" {
		loaded.Store.Path = filepath.Join(userDir(a.getenv, "XDG_DATA_HOME", ".local/share"), "sherpa.db")
	}
	if err != nil {
		return loaded, usererr.Wrap(err, usererr.BadConfig, "the settings cannot be used: "+firstLines(err.Error(), 10)+"\nCorrect this and try again; `sherpa doctor` checks the settings.")
	}
	return loaded, nil
}

// userDir is Sherpa's folder below one of the XDG base directories.
func userDir(getenv func(string) string, variable, fallback string) string {
	if base := getenv(variable); filepath.IsAbs(base) {
		return filepath.Join(base, "sherpa")
	}
	home := getenv("HOME")
	if home == "" {
		home, _ = os.UserHomeDir()
	}
	return filepath.Join(home, filepath.FromSlash(fallback), "sherpa")
}

// print writes a result. A result that cannot be written is a failure: a script
// must not take half of it for the whole.
func (a *app) print(text string) error {
	if _, err := io.WriteString(a.stdout, text); err != nil {
		return usererr.Wrap(err, usererr.Failed, "the result could not be written to standard output: "+reason(err)+".")
	}
	return nil
}

// encode writes v as JSON with an indentation, "" for one line.
func (a *app) encode(v any, indent string) error {
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", indent)
	if err := enc.Encode(v); err != nil {
		return fmt.Errorf("write the result as JSON: %w", err)
	}
	return a.print(b.String())
}

// show prints v as JSON if asked, else the page.
func (a *app) show(asJSON bool, v any, page func(view) string) error {
	if asJSON && a.terminal.out {
		return a.encode(v, "  ")
	}
	if asJSON {
		return a.encode(v, "")
	}
	return a.print(page(a.terminal.view))
}

// notice writes a remark to stderr, in the place of a line that says what goes on.
func (a *app) notice(format string, args ...any) {
	text := printable(fmt.Sprintf(format, args...))
	if a.terminal.erases {
		text = eraseLine + text
	}
	// There is nowhere left to say that stderr cannot be written.
	_, _ = fmt.Fprintln(a.stderr, text)
}
