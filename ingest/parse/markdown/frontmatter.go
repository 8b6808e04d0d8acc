package markdown

import (
	"errors"
	"fmt"
	"strings"

	"go.yaml.in/yaml/v3"

	"sherpa/ingest/parse"
	"sherpa/internal/text"
)

// maxFrontMatter is the longest front matter, in bytes.
const maxFrontMatter = 64 << 10

// frontMatter holds the keys that are understood; others are ignored, for blogs
// and note programs have many of their own.
type frontMatter struct {
	ID        string   `yaml:"id"`
	Title     string   `yaml:"title"`
	Publisher string   `yaml:"publisher"`
	Author    nameList `yaml:"author"`
	Published string   `yaml:"published"`
	Updated   string   `yaml:"updated"`
	URL       string   `yaml:"url"`
	Lang      string   `yaml:"lang"`
	Note      string   `yaml:"note"`
	BasedOn   string   `yaml:"based_on"`
}

// nameList is one name or a list of names, which it joins.
type nameList string

// UnmarshalYAML accepts a string or a list of strings.
func (l *nameList) UnmarshalYAML(n *yaml.Node) error {
	var names []string
	if n.Kind != yaml.SequenceNode {
		names = make([]string, 1)
		if err := n.Decode(&names[0]); err != nil {
			return err
		}
	} else if err := n.Decode(&names); err != nil {
		return err
	}
	*l = nameList(strings.Join(names, ", "))
	return nil
}

// splitFrontMatter separates the YAML between the two "---" lines at the top
// from the body. A text without such lines is all body.
func splitFrontMatter(s string) (frontMatter, string, error) {
	var front frontMatter
	s = strings.TrimLeft(s, "\n ")
	yamlText, body, ok := cutFence(s)
	if !ok {
		return front, s, nil
	}
	if len(yamlText) > maxFrontMatter {
		return front, "", fmt.Errorf("the front matter has %d bytes; at most %d are read", len(yamlText), maxFrontMatter)
	}
	// The line feed stands for the first "---", so that YAML's line numbers are
	// those of the file.
	if err := yaml.Unmarshal([]byte("\n"+yamlText), &front); err != nil {
		return front, "", explain(err)
	}
	return front, body, nil
}

func cutFence(s string) (yamlText, body string, ok bool) {
	first, rest, _ := strings.Cut(s, "\n")
	if strings.TrimRight(first, " ") != "---" {
		return "", "", false
	}
	at := 0
	for line := range strings.SplitAfterSeq(rest, "\n") {
		if mark := strings.TrimRight(line, " \n"); mark == "---" || mark == "..." {
			return rest[:at], rest[at+len(line):], true
		}
		at += len(line)
	}
	return "", "", false
}

// explain puts YAML's several complaints in one line.
func explain(err error) error {
	if kind, ok := errors.AsType[*yaml.TypeError](err); ok {
		return fmt.Errorf("the front matter is not as expected: %s", strings.Join(kind.Errors, "; "))
	}
	return fmt.Errorf("the front matter is not valid YAML: %w", err)
}

func (f frontMatter) document() draft {
	d := draft{parse.Document{
		ID: field(f.ID), Title: field(f.Title), Publisher: field(f.Publisher), Author: field(string(f.Author)),
		URL: field(f.URL), Lang: field(f.Lang), Note: field(f.Note), BasedOn: field(f.BasedOn),
	}}
	d.Published, _ = parse.Date(field(f.Published))
	d.Updated, _ = parse.Date(field(f.Updated))
	return d
}

func field(s string) string { return text.Squeeze(text.Clean(s)) }
