package config

import (
	"errors"
	"fmt"
	"io/fs"
	"path/filepath"
)

// Source says where to look for settings.
type Source struct {
	// Path is the file that was asked for; empty searches Dirs.
	Path string
	// Dirs are searched in order for FileName; the first that has it is used.
	Dirs []string
	// Getenv returns an environment variable, or "" if it is not set.
	Getenv func(string) string
}

// Loaded is what was read, and from where.
type Loaded struct {
	Config
	// File is the settings file that was used; empty if there was none.
	File    string
	origins map[string]string
}

// FieldError is a setting that cannot be used.
type FieldError struct {
	// Where is "FILE:LINE", a file or an environment variable.
	Where string
	// Path is the setting, as in "http.address"; empty if the file as a whole
	// is at fault.
	Path    string
	Problem string
}

// Error gives the place, the setting and the problem on one line.
func (e *FieldError) Error() string {
	if e.Path == "" {
		return e.Where + ": " + e.Problem
	}
	return fmt.Sprintf("%s: %s %s", e.Where, e.Path, e.Problem)
}

// Load reads the settings. Its error joins one *FieldError for each setting
// that cannot be used; File is set even then.
func Load(src Source) (Loaded, error) {
	l := Loaded{Config: Default(), origins: map[string]string{}}
	fileErr := l.loadFile(src)
	envErr := l.loadEnv(src.Getenv)
	if err := errors.Join(fileErr, envErr); err != nil {
		return l, err
	}
	return l, l.checkTogether()
}

// loadFile reads the file that was asked for, or the first that is found.
func (l *Loaded) loadFile(src Source) error {
	if src.Path != "" {
		return asFieldError(src.Path, l.readFile(src.Path))
	}
	for _, dir := range src.Dirs {
		path := filepath.Join(dir, FileName)
		err := l.readFile(path)
		if !errors.Is(err, fs.ErrNotExist) {
			return asFieldError(path, err)
		}
	}
	return nil
}

// asFieldError gives an error of the file system the form of the others.
func asFieldError(path string, err error) error {
	pathErr, ok := errors.AsType[*fs.PathError](err)
	if !ok {
		return err
	}
	return &FieldError{Where: path, Problem: "the file cannot be read: " + pathErr.Err.Error()}
}

// assign checks value and stores it in k's field; where names its place.
func (l *Loaded) assign(k key, value any, where string) error {
	for _, text := range texts(value) {
		if k.check == nil {
			break
		}
		if err := k.check(text); err != nil {
			return &FieldError{Where: where, Path: k.path, Problem: err.Error()}
		}
	}
	switch field := k.field(&l.Config).(type) {
	case *string:
		*field = value.(string)
	case *Secret:
		*field = Secret(value.(string))
	case *int:
		*field = value.(int)
	case *bool:
		*field = value.(bool)
	case *[]string:
		*field = value.([]string)
	}
	l.origins[k.path] = where
	return nil
}

// texts returns the parts of value that a check looks at. An empty text means
// "not set" and is not checked.
func texts(value any) []string {
	switch v := value.(type) {
	case []string:
		return v
	case int:
		return []string{fmt.Sprint(v)}
	case string:
		if v != "" {
			return []string{v}
		}
	}
	return nil
}
