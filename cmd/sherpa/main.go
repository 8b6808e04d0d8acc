// Command sherpa answers questions about news articles with cited, verified
// answers, at a terminal and on Discord, with a language model or without one.
//
// The command wires the packages together and shows what they return: flags,
// settings, signals, pages for a terminal and JSON for scripts. It must not
// search, rank, compose or speak SQL itself. What scripts rely on - commands,
// flags, JSON fields, exit codes - is only added to.
package main

import (
	"context"
	"os"
)

func main() {
	os.Exit(run(context.Background(), os.Args[1:], os.Stdin, os.Stdout, os.Stderr, os.Getenv))
}
