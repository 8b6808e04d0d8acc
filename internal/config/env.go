package config

import (
	"errors"
	"fmt"
	"io/fs"
	"strconv"
	"strings"
)

// loadEnv takes the settings that the environment has. An empty variable counts
// as not set.
func (l *Loaded) loadEnv(getenv func(string) string) error {
	var errs []error
	for _, k := range keys {
		errs = append(errs, l.loadVariables(k, getenv))
	}
	return errors.Join(errs...)
}

// loadVariables sets k from the first of its variables that is set.
func (l *Loaded) loadVariables(k key, getenv func(string) string) error {
	for _, name := range k.variables() {
		text, err := variable(k, name, getenv)
		if err != nil {
			return err
		}
		if text == "" {
			continue
		}
		value, want := parseText(k, text)
		if want != "" {
			return &FieldError{Where: name, Path: k.path, Problem: "must be " + want}
		}
		return l.assign(k, value, name)
	}
	return nil
}

// variable returns the value of the variable name or, for a secret, the
// contents of the file that name_FILE names.
func variable(k key, name string, getenv func(string) string) (string, error) {
	text := getenv(name)
	if !k.secret() {
		return text, nil
	}
	file := getenv(name + "_FILE")
	switch {
	case file == "":
		return text, nil
	case text != "":
		return "", &FieldError{Where: name + "_FILE", Path: k.path, Problem: "is also set by " + name + "; keep one"}
	default:
		return readSecret(k, name+"_FILE", file)
	}
}

// readSecret reads a secret from a file that not everybody can read. A group
// may: that is how secrets reach a container.
func readSecret(k key, name, file string) (string, error) {
	data, mode, err := readRegular(file)
	if missing, ok := errors.AsType[*fs.PathError](err); ok {
		// The name is not repeated: it may be the secret, in the wrong variable.
		return "", &FieldError{Where: name, Path: k.path, Problem: "is to stand in a file, and this names none that can be read: " + missing.Err.Error()}
	}
	if err != nil {
		return "", &FieldError{Where: name, Path: k.path, Problem: "cannot be read: " + err.Error()}
	}
	if mode.Perm()&0o007 != 0 {
		return "", &FieldError{Where: name, Path: k.path, Problem: fmt.Sprintf("is in %s, which everybody can read; run `chmod 600 %s`", file, file)}
	}
	text := strings.TrimSpace(string(data))
	if text == "" {
		return "", &FieldError{Where: name, Path: k.path, Problem: fmt.Sprintf("is in %s, which is empty", file)}
	}
	return text, nil
}

// parseText reads text as the type of k's field, or says what it must be.
func parseText(k key, text string) (value any, want string) {
	switch k.field(&Config{}).(type) {
	case *int:
		number, err := strconv.Atoi(strings.TrimSpace(text))
		if err != nil {
			return nil, "a whole number"
		}
		return number, ""
	case *bool:
		yes, err := strconv.ParseBool(strings.TrimSpace(text))
		if err != nil {
			return nil, "true or false"
		}
		return yes, ""
	case *[]string:
		return splitList(text), ""
	default:
		return text, ""
	}
}

// splitList splits text at commas and leaves out empty parts.
func splitList(text string) []string {
	list := []string{}
	for part := range strings.SplitSeq(text, ",") {
		if part = strings.TrimSpace(part); part != "" {
			list = append(list, part)
		}
	}
	return list
}
