package config

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"

	"go.yaml.in/yaml/v3"
)

// readFile reads the settings file at path. The error wraps fs.ErrNotExist if
// there is none.
func (l *Loaded) readFile(path string) error {
	data, mode, err := readRegular(path)
	if err != nil {
		return err
	}
	l.File = path
	return l.decode(path, data, mode)
}

// readRegular reads a regular file of at most MaxFileBytes.
func readRegular(path string) ([]byte, os.FileMode, error) {
	info, err := os.Stat(path)
	if err != nil {
		return nil, 0, fmt.Errorf("read settings: %w", err)
	}
	if !info.Mode().IsRegular() {
		return nil, 0, &FieldError{Where: path, Problem: "this is not a regular file"}
	}
	if info.Size() > MaxFileBytes {
		return nil, 0, &FieldError{Where: path, Problem: fmt.Sprintf("the file has %d bytes; at most %d are read", info.Size(), MaxFileBytes)}
	}
	data, err := os.ReadFile(path) //nolint:gosec // the user names the file
	if err != nil {
		return nil, 0, fmt.Errorf("read settings: %w", err)
	}
	return data, info.Mode(), nil
}

// decode takes the settings from data, the contents of the file name with the
// given mode. It walks the nodes rather than decode into a struct, so that each
// mistake is reported with its line and its whole path.
func (l *Loaded) decode(name string, data []byte, mode os.FileMode) error {
	dec := yaml.NewDecoder(bytes.NewReader(data))
	var doc yaml.Node
	if err := dec.Decode(&doc); errors.Is(err, io.EOF) {
		return nil // an empty file sets nothing
	} else if err != nil {
		return syntaxError(name, err)
	}
	if err := dec.Decode(new(yaml.Node)); !errors.Is(err, io.EOF) {
		return &FieldError{Where: name, Problem: "there is more than one YAML document in the file; keep one"}
	}
	w := walker{loaded: l, name: name, private: mode.Perm()&0o077 == 0}
	w.section("", doc.Content[0])
	return errors.Join(w.errs...)
}

// syntaxError turns "yaml: line 3: …" into "FILE:3: …".
func syntaxError(name string, err error) error {
	problem := strings.TrimPrefix(err.Error(), "yaml: ")
	var line int
	if _, scanErr := fmt.Sscanf(problem, "line %d:", &line); scanErr == nil {
		_, problem, _ = strings.Cut(problem, ": ")
		name = fmt.Sprintf("%s:%d", name, line)
	}
	return &FieldError{Where: name, Problem: "this is not YAML: " + problem}
}

// walker goes over the nodes of a file and collects what is wrong with them.
type walker struct {
	loaded  *Loaded
	name    string
	private bool // nobody but the owner can read the file
	errs    []error
}

// fail records a problem with path at n.
func (w *walker) fail(n *yaml.Node, path, format string, args ...any) {
	w.errs = append(w.errs, &FieldError{Where: w.place(n), Path: path, Problem: fmt.Sprintf(format, args...)})
}

func (w *walker) place(n *yaml.Node) string { return fmt.Sprintf("%s:%d", w.name, n.Line) }

// section reads a mapping whose keys lie below path.
func (w *walker) section(path string, n *yaml.Node) {
	switch {
	case indirect(n):
		w.fail(n, path, "anchors and aliases are not allowed; write the value out")
	case isNull(n):
		// An empty section keeps its defaults.
	case n.Kind != yaml.MappingNode:
		w.fail(n, path, "must be a section with keys below it")
	default:
		w.entries(path, n)
	}
}

// entries reads the keys of a mapping.
func (w *walker) entries(path string, n *yaml.Node) {
	seen := map[string]bool{}
	for i := 0; i+1 < len(n.Content); i += 2 {
		name, value := n.Content[i], n.Content[i+1]
		full := strings.TrimPrefix(path+"."+name.Value, ".")
		switch {
		case name.Kind != yaml.ScalarNode || indirect(name):
			w.fail(name, path, "has a key that is not a plain name")
		case seen[full]:
			w.fail(name, full, "is set twice; keep one")
		default:
			w.entry(full, name, value)
		}
		seen[full] = true
	}
}

// entry reads one key, which is a section, a setting or unknown.
func (w *walker) entry(path string, name, value *yaml.Node) {
	k, known := findKey(path)
	switch {
	case isSection(path):
		w.section(path, value)
	case !known:
		w.fail(name, path, "is not a key that Sherpa knows%s", suggestion(path))
	case k.secret() && !w.private && !isNull(value) && value.Value != "":
		w.fail(name, path, "is a secret and others can read this file; run `chmod 600 %s` or set %s", w.name, k.variables()[len(k.variables())-1])
	default:
		w.setting(k, value)
	}
}

// setting reads the value of a key.
func (w *walker) setting(k key, n *yaml.Node) {
	if isNull(n) {
		return // an empty value keeps its default
	}
	value, want := decodeValue(k, n)
	if want != "" {
		w.fail(n, k.path, "must be %s", want)
		return
	}
	if err := w.loaded.assign(k, value, w.place(n)); err != nil {
		w.errs = append(w.errs, err)
	}
}

// decodeValue reads n as the type of k's field, or says what it must be.
func decodeValue(k key, n *yaml.Node) (value any, want string) {
	if indirect(n) || anyIndirect(n.Content) {
		return nil, "written out; anchors and aliases are not allowed"
	}
	switch k.field(&Config{}).(type) {
	case *int:
		var number int
		if n.ShortTag() != "!!int" || n.Decode(&number) != nil {
			return nil, "a whole number"
		}
		return number, ""
	case *bool:
		var yes bool
		if n.ShortTag() != "!!bool" || n.Decode(&yes) != nil {
			return nil, "true or false"
		}
		return yes, ""
	case *[]string:
		list := []string{}
		if n.Kind != yaml.SequenceNode || n.Decode(&list) != nil {
			return nil, "a list, as in [one, two]"
		}
		return list, ""
	default:
		var text string
		if n.Kind != yaml.ScalarNode || n.Decode(&text) != nil {
			return nil, "one text"
		}
		return text, ""
	}
}

func isNull(n *yaml.Node) bool { return n.Kind == yaml.ScalarNode && n.ShortTag() == "!!null" }

func indirect(n *yaml.Node) bool { return n.Kind == yaml.AliasNode || n.Anchor != "" }

func anyIndirect(nodes []*yaml.Node) bool {
	for _, n := range nodes {
		if indirect(n) || anyIndirect(n.Content) {
			return true
		}
	}
	return false
}
