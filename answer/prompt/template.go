package prompt

import (
	"embed"
	"fmt"
	"strings"
	"text/template"
)

//go:embed templates/*.tmpl
var templateFiles embed.FS

var templates = template.Must(template.ParseFS(templateFiles, "templates/*.tmpl"))

// write fills in a template.
func write(name string, data any) (string, error) {
	var out strings.Builder
	if err := templates.ExecuteTemplate(&out, name, data); err != nil {
		return "", fmt.Errorf("write a prompt: %w", err)
	}
	return strings.TrimSpace(out.String()), nil
}

// written is a prompt in its two forms. What strangers wrote is in user alone.
type written struct {
	structured, plain string // system messages
	user              string
	// instructions are the runs of words that are ours.
	instructions map[string]bool
}

// form fills in the templates of a prompt: NAME_system with the rules, NAME_user
// with the data of strangers. blank is the data without what they wrote.
func form(name string, rules, data, blank any) (written, error) {
	var w written
	var frame string
	var err error
	for _, part := range []struct {
		to   *string
		name string
		data any
	}{
		{&w.structured, name + "_system.tmpl", formed{Structured: true, Rules: rules}},
		{&w.plain, name + "_system.tmpl", formed{Rules: rules}},
		{&w.user, name + "_user.tmpl", data},
		{&frame, name + "_user.tmpl", blank},
	} {
		if *part.to, err = write(part.name, part.data); err != nil {
			return written{}, err
		}
	}
	w.instructions = wordRuns(w.structured + "\n" + w.plain + "\n" + frame)
	return w, nil
}

// formed is what the template of a system message gets.
type formed struct {
	Structured bool
	Rules      any
}

// prompt is the one or the other form.
func (w written) prompt(schema *Schema, maxTokens int) Prompt {
	system := w.plain
	if schema != nil {
		system = w.structured
	}
	return Prompt{
		Messages:  []Message{{Role: System, Text: system}, {Role: User, Text: w.user}},
		Schema:    schema,
		MaxTokens: maxTokens,
	}
}
