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
}

// form fills in the templates of a prompt: NAME_system and NAME_user.
func form(name string, rules, data any) (written, error) {
	var w written
	var err error
	for _, part := range []struct {
		to   *string
		name string
		data any
	}{
		{&w.structured, name + "_system.tmpl", formed{Structured: true, Rules: rules}},
		{&w.plain, name + "_system.tmpl", formed{Rules: rules}},
		{&w.user, name + "_user.tmpl", data},
	} {
		if *part.to, err = write(part.name, part.data); err != nil {
			return written{}, err
		}
	}
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
