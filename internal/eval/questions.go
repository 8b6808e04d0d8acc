package eval

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"regexp"
	"strings"
	"time"
)

// ErrQuestionFile marks a question file that cannot be used as it is.
var ErrQuestionFile = errors.New("bad question file")

// maxLine bounds one line of a question file, in bytes: a line may hold a small
// store of its own.
const maxLine = 16 << 20

// Question is one line of a question file.
type Question struct {
	ID     string `json:"id"`
	Text   string `json:"question"`
	Type   string `json:"type"`
	Thread string `json:"thread"`
	// Asked, Since and Source are passed on with the question.
	Asked  time.Time `json:"asked"`
	Since  string    `json:"since"`
	Source string    `json:"source"`
	// Answers are acceptable answers, any of which will do.
	Answers []string `json:"answers"`
	// Must holds groups of regular expressions; one of each group must match.
	Must [][]string `json:"must"`
	// Answerable is nil where the file does not say, which means true.
	Answerable *bool `json:"answerable"`
	// MayRefuse says that to abstain is right too: the question takes something
	// for granted that the articles deny, so it may be corrected or refused.
	MayRefuse bool `json:"may_refuse"`
	// Verdict is "yes" or "no" for a question that one of them answers, or empty.
	Verdict string `json:"verdict"`
	// Sources are article ids, or beginnings of them, any of which will do.
	Sources  []string   `json:"sources"`
	Evidence []Evidence `json:"evidence"`
	Conflict *Conflict  `json:"conflict"`
	// Docs is a store of its own, indexed for this question alone.
	Docs []Doc `json:"docs"`

	// File and Line say where the question stands.
	File string `json:"-"`
	Line int    `json:"-"`

	must [][]*regexp.Regexp
}

// Evidence is a gold passage.
type Evidence struct {
	Article string `json:"article"`
	Text    string `json:"text"`
}

// Doc is one article of a question's own store. Label and Answer say what the
// article is held to state; they are not shown to the engine.
type Doc struct {
	ID     string `json:"id"`
	Text   string `json:"text"`
	Label  string `json:"label"`
	Answer string `json:"answer"`
}

// Conflict says which disagreement has to be shown. In a file it is a list of
// [value, article] pairs, or a bool.
type Conflict struct {
	// Sides are the values that must stand against each other; empty means
	// that none may be shown.
	Sides []Side
	// Flag is set where the file says only whether there is a disagreement.
	Flag *bool
}

// Side is one value of a disagreement with the article that gives it.
type Side struct {
	Value, Article string
}

// Expected reports whether a disagreement has to be shown.
func (c Conflict) Expected() bool {
	if c.Flag != nil {
		return *c.Flag
	}
	return len(c.Sides) > 0
}

// UnmarshalJSON reads a bool or a list of pairs.
func (c *Conflict) UnmarshalJSON(data []byte) error {
	var flag bool
	if json.Unmarshal(data, &flag) == nil {
		c.Flag = &flag
		return nil
	}
	var pairs [][]string
	if err := json.Unmarshal(data, &pairs); err != nil {
		return errors.New("conflict is neither a bool nor a list of [value, article] pairs")
	}
	for _, p := range pairs {
		if len(p) != 2 || p[0] == "" || p[1] == "" {
			return fmt.Errorf("conflict holds %q, which is not a [value, article] pair", p)
		}
		c.Sides = append(c.Sides, Side{Value: p[0], Article: p[1]})
	}
	return nil
}

// IsAnswerable reports whether the question has an answer.
func (q Question) IsAnswerable() bool { return q.Answerable == nil || *q.Answerable }

// ReadFiles reads question files in order.
func ReadFiles(files []string) ([]Question, error) {
	var all []Question
	for _, name := range files {
		questions, err := readFile(name)
		if err != nil {
			return nil, err
		}
		all = append(all, questions...)
	}
	return all, nil
}

func readFile(name string) ([]Question, error) {
	f, err := os.Open(name) //nolint:gosec // the caller names the file that they want to be read
	if err != nil {
		return nil, fmt.Errorf("open question file: %w", err)
	}
	questions, err := Read(f, name)
	return questions, errors.Join(err, f.Close())
}

// Read reads questions from r, one JSON object a line; blank lines are left
// out. An error names the file and the line.
func Read(r io.Reader, name string) ([]Question, error) {
	var questions []Question
	err := eachLine(r, name, func(n int, line []byte) error {
		q, err := decode(line)
		if err != nil {
			return err
		}
		q.File, q.Line = name, n
		if q.ID == "" {
			q.ID = fmt.Sprintf("line %d", n)
		}
		questions = append(questions, q)
		return nil
	})
	if err != nil {
		return nil, err
	}
	if len(questions) == 0 {
		return nil, fmt.Errorf("%w: %s holds no question", ErrQuestionFile, name)
	}
	return questions, nil
}

// eachLine calls visit with every line that is not blank and wraps its error
// with the file and the line's number.
func eachLine(r io.Reader, name string, visit func(n int, line []byte) error) error {
	lines := bufio.NewScanner(r)
	lines.Buffer(nil, maxLine)
	n := 0
	for lines.Scan() {
		n++
		line := bytes.TrimSpace(bytes.TrimPrefix(lines.Bytes(), []byte("\ufeff")))
		if len(line) == 0 {
			continue
		}
		if err := visit(n, line); err != nil {
			return fmt.Errorf("%w: %s:%d: %w", ErrQuestionFile, name, n, err)
		}
	}
	if err := lines.Err(); err != nil {
		return fmt.Errorf("%w: %s:%d: %w", ErrQuestionFile, name, n+1, err)
	}
	return nil
}

func decode(line []byte) (Question, error) {
	var q Question
	if err := decodeStrict(line, &q); err != nil {
		return q, err
	}
	if err := q.validate(); err != nil {
		return q, err
	}
	return q, q.compile()
}

// decodeStrict refuses unknown fields, which are misspelt ones most of the
// time: a question whose expectations are not read would count as right.
func decodeStrict(line []byte, v any) error {
	dec := json.NewDecoder(bytes.NewReader(line))
	dec.DisallowUnknownFields()
	if err := dec.Decode(v); err != nil {
		return err
	}
	if _, err := dec.Token(); !errors.Is(err, io.EOF) {
		return errors.New("there is more than one JSON object in the line")
	}
	return nil
}

func (q Question) validate() error {
	switch {
	case strings.TrimSpace(q.Text) == "":
		return errors.New("question is missing or blank")
	case !q.IsAnswerable() && len(q.Answers)+len(q.Must) > 0:
		return errors.New("answerable is false, yet there are answers or must")
	case q.MayRefuse && !q.IsAnswerable():
		return errors.New("may_refuse is for questions that may also be answered, yet answerable is false")
	case q.Verdict != "" && q.Verdict != yes && q.Verdict != no:
		return fmt.Errorf("verdict is %q, neither %s nor %s", q.Verdict, yes, no)
	case q.Verdict != "" && !q.IsAnswerable():
		return errors.New("answerable is false, yet there is a verdict")
	case q.Conflict != nil && q.Conflict.Flag != nil && len(q.Docs) == 0:
		return errors.New("conflict is a bool, which needs docs")
	case hasBlank(q.Answers):
		return errors.New("answers holds a blank answer")
	case hasBlank(q.Sources):
		return errors.New("sources holds a blank id")
	}
	for _, e := range q.Evidence {
		if e.Article == "" || strings.TrimSpace(e.Text) == "" {
			return errors.New("evidence needs article and text")
		}
	}
	return validateDocs(q.Docs)
}

func validateDocs(docs []Doc) error {
	seen := map[string]bool{}
	for _, d := range docs {
		if d.ID == "" || strings.TrimSpace(d.Text) == "" {
			return errors.New("docs need id and text")
		}
		if seen[d.ID] {
			return fmt.Errorf("docs holds the id %q twice", d.ID)
		}
		seen[d.ID] = true
	}
	return nil
}

func hasBlank(list []string) bool {
	for _, s := range list {
		if strings.TrimSpace(s) == "" {
			return true
		}
	}
	return false
}

// compile makes the patterns of Must ready to match.
func (q *Question) compile() error {
	for _, group := range q.Must {
		if len(group) == 0 {
			return errors.New("must holds an empty group, which nothing can match")
		}
		var patterns []*regexp.Regexp
		for _, expr := range group {
			re, err := regexp.Compile(expr)
			if err != nil {
				return fmt.Errorf("must holds %q: %w", expr, err)
			}
			patterns = append(patterns, re)
		}
		q.must = append(q.must, patterns)
	}
	return nil
}
