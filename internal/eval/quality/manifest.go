package quality

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"time"

	"go.yaml.in/yaml/v3"

	"sherpa/internal/eval"
)

// ErrManifest marks a list of sets that cannot be used as it is.
var ErrManifest = errors.New("bad list of question sets")

// Embedded as a set's articles stands for the briefs that come with the program.
const Embedded = "embedded"

// Set is a question set with what is known of it beforehand.
type Set struct {
	Name  string `yaml:"name"`
	Title string `yaml:"title"`
	// About says what the questions and articles are.
	About string `yaml:"about"`
	// Articles is what is ingested: a file, a folder or Embedded, and empty where
	// the questions bring their own.
	Articles string `yaml:"articles"`
	// Beside are further articles in the same store, which the questions are not about.
	Beside    []string `yaml:"beside"`
	Questions string   `yaml:"questions"`
	Checks    Checks   `yaml:"checks"`
	// Asked is the day of questions that do not say when they were asked.
	Asked string `yaml:"asked"`
	// Own allows texts of the set in the report.
	Own bool `yaml:"own"`
	// Blind keeps its errors out of the report: it is there to be measured with,
	// and nobody shall fit to it.
	Blind bool `yaml:"blind"`
	// Hidden are figures that say nothing of this set.
	Hidden    []string           `yaml:"hidden"`
	Goals     map[string]float64 `yaml:"goals"`
	Baselines []Baseline         `yaml:"baselines"`
}

// Baseline is what a simple method was measured to reach, or is published to.
type Baseline struct {
	Method  string             `yaml:"method"`
	Figures map[string]float64 `yaml:"figures"`
}

// Manifest lists the sets that are known, in the order of the report.
type Manifest struct {
	// Dir is the folder of the file, in which paths are looked for last.
	Dir  string `yaml:"-"`
	Sets []Set  `yaml:"sets"`
}

// ReadManifest reads a list of sets; the error names the file.
func ReadManifest(file string) (Manifest, error) {
	data, err := os.ReadFile(file) //nolint:gosec // the caller names the file that they want to be read
	if err != nil {
		return Manifest{}, fmt.Errorf("read the list of sets: %w", err)
	}
	m := Manifest{Dir: filepath.Dir(file)}
	dec := yaml.NewDecoder(bytes.NewReader(data))
	dec.KnownFields(true)
	if err := dec.Decode(&m); err != nil {
		return m, fmt.Errorf("%w: %s: %w", ErrManifest, file, err)
	}
	seen := map[string]bool{}
	for _, s := range m.Sets {
		if err := s.validate(); err != nil {
			return m, fmt.Errorf("%w: %s: set %q: %w", ErrManifest, file, s.Name, err)
		}
		if seen[s.Name] {
			return m, fmt.Errorf("%w: %s: two sets are named %q", ErrManifest, file, s.Name)
		}
		seen[s.Name] = true
	}
	return m, nil
}

// WithoutBlind takes the blind sets out and names them.
func (m Manifest) WithoutBlind() (rest Manifest, left []string) {
	rest = Manifest{Dir: m.Dir}
	for _, s := range m.Sets {
		if s.Blind {
			left = append(left, s.Name)
		} else {
			rest.Sets = append(rest.Sets, s)
		}
	}
	return rest, left
}

func (s Set) validate() error {
	if s.Name == "" || s.Questions == "" {
		return errors.New("a set needs name and questions")
	}
	if _, err := s.asked(); err != nil {
		return fmt.Errorf("asked: %w", err)
	}
	named := [][]string{s.Hidden, keys(s.Goals)}
	for _, b := range s.Baselines {
		named = append(named, keys(b.Figures))
	}
	for _, names := range named {
		for _, name := range names {
			if _, err := eval.MetricNamed(name); err != nil {
				return err
			}
		}
	}
	return nil
}

// asked is the time of the set's questions; zero means the time of the run.
func (s Set) asked() (time.Time, error) {
	if s.Asked == "" {
		return time.Time{}, nil
	}
	return time.Parse(time.DateOnly, s.Asked)
}

func keys(m map[string]float64) []string {
	names := make([]string, 0, len(m))
	for name := range m {
		names = append(names, name)
	}
	return names
}
