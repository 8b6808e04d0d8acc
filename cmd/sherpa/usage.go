package main

import (
	"errors"
	"fmt"
	"strings"

	"github.com/agnivade/levenshtein"
	"github.com/alecthomas/kong"

	"sherpa/internal/usererr"
)

// usageError turns kong's message into a sentence that says what to do: what
// was perhaps meant, or where to read on.
func usageError(err error, args []string) error {
	message := strings.Replace(err.Error(), `expected string value but got "EOL" (<EOL>)`, "needs a value", 1)
	node := failedAt(err)
	switch {
	case strings.Contains(message, ", did you mean"):
	case nearCommand(node, message) != "":
		message += fmt.Sprintf(", did you mean %q?", nearCommand(node, message))
	case node != nil:
		message += "; run `sherpa " + node.Path() + " --help` for its use."
	case len(args) > 0 && strings.Contains(args[0], " "):
		message += "; to ask a question, run `sherpa ask \"…\"`."
	default:
		message += "; run `sherpa --help` to see the commands."
	}
	return usererr.Wrap(err, usererr.Usage, message)
}

// failedAt is the command whose arguments are wrong, or nil. The default command
// of a group stands for the group.
func failedAt(err error) *kong.Node {
	parse, ok := errors.AsType[*kong.ParseError](err)
	if !ok || parse.Context == nil || parse.Context.Selected() == nil {
		return nil
	}
	node := parse.Context.Selected()
	if node.Hidden && node.Parent != nil {
		return node.Parent
	}
	return node
}

// nearCommand is the command of a group that an unexpected argument nearly
// names; kong looks no further once a group's default command was chosen.
func nearCommand(node *kong.Node, message string) string {
	word, unexpected := strings.CutPrefix(message, "unexpected argument ")
	if node == nil || !unexpected {
		return ""
	}
	for _, child := range node.Children {
		if !child.Hidden && levenshtein.ComputeDistance(word, child.Name) <= 2 {
			return child.Name
		}
	}
	return ""
}
