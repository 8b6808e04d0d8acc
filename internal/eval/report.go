package eval

import (
	"encoding/json"
	"errors"
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"
)

// ErrUnknownMetric marks a metric's name that is none of Metrics.
var ErrUnknownMetric = errors.New("unknown metric")

// ErrFloor marks a metric that misses its floor.
var ErrFloor = errors.New("quality below the floor")

// Report holds what was measured: overall, by type of question, and question
// by question in the order of the files.
type Report struct {
	Files    []string
	Overall  Summary
	ByType   []TypeSummary
	Outcomes []Outcome
}

// TypeSummary is the summary of the questions of one type.
type TypeSummary struct {
	Type string
	Summary
}

// untyped names the questions whose file gives no type.
const untyped = "untyped"

// kind is the question's type. One with a store of its own and no type is told
// by what its articles are held to state.
func (q Question) kind() string {
	switch {
	case q.Type != "":
		return q.Type
	case q.Conflict == nil || q.Conflict.Flag == nil:
		return untyped
	case !*q.Conflict.Flag:
		return "articles agree"
	case len(q.rightAnswers()) > 1:
		return "several right answers"
	}
	return "one right answer"
}

// rightAnswers are the different answers of the question's own articles that are
// labelled as correct.
func (q Question) rightAnswers() map[string]bool {
	right := map[string]bool{}
	for _, d := range q.Docs {
		if d.Label == "correct" {
			right[squadNormal(d.Answer)] = true
		}
	}
	return right
}

func newReport(files []string, outcomes []Outcome) Report {
	groups := map[string][]Outcome{}
	for _, o := range outcomes {
		groups[o.Question.kind()] = append(groups[o.Question.kind()], o)
	}
	r := Report{Files: files, Overall: summarise(outcomes), Outcomes: outcomes}
	for kind, group := range groups {
		r.ByType = append(r.ByType, TypeSummary{kind, summarise(group)})
	}
	slices.SortFunc(r.ByType, func(a, b TypeSummary) int { return strings.Compare(a.Type, b.Type) })
	return r
}

// Metric returns the overall value of a metric; ok is false where the files
// hold no case of it, or where there is no metric of that name.
func (r Report) Metric(name string) (value float64, ok bool) {
	f, ok := r.Overall.Figure(name)
	return f.Value, ok
}

// Miss is a question that was not answered right, and why.
type Miss struct {
	ID       string   `json:"id"`
	File     string   `json:"file"`
	Line     int      `json:"line"`
	Type     string   `json:"type,omitempty"`
	Question string   `json:"question"`
	Why      []string `json:"why"`
	Answer   string   `json:"answer"`
	// Rank is that of the first right hit of the search, 0 for none.
	Rank int `json:"rank,omitempty"`
	// Evidence is where the file says that the answer stands, Cited the articles
	// that the answer cites.
	Evidence    []Evidence `json:"evidence,omitempty"`
	Cited       []string   `json:"cited,omitempty"`
	ShortAnswer string     `json:"short_answer,omitempty"`
	Confidence  float64    `json:"confidence"`
}

// Misses lists the questions that were not answered right, in the order of the
// files.
func (r Report) Misses() []Miss {
	misses := []Miss{}
	for _, o := range r.Outcomes {
		if !o.Right {
			q := o.Question
			misses = append(misses, Miss{
				ID: q.ID, File: q.File, Line: q.Line, Type: q.Type,
				Question: q.Text, Why: o.Why, Answer: o.Answer.Text, Rank: o.Rank, Evidence: q.Evidence,
				Cited: o.articles(), ShortAnswer: o.Answer.ShortAnswer, Confidence: o.Answer.Confidence,
			})
		}
	}
	return misses
}

// Floor is the least that a metric may be, or, where lower is better, the most.
type Floor struct {
	Metric Metric
	Value  float64
}

// ParseFloor reads METRIC=X.
func ParseFloor(s string) (Floor, error) {
	name, value, found := strings.Cut(s, "=")
	if !found {
		return Floor{}, fmt.Errorf("floor %q is not of the form METRIC=X", s)
	}
	m, err := MetricNamed(strings.TrimSpace(name))
	if err != nil {
		return Floor{}, err
	}
	x, err := strconv.ParseFloat(strings.TrimSpace(value), 64)
	if err != nil || math.IsNaN(x) {
		return Floor{}, fmt.Errorf("floor %q: %q is not a number", s, value)
	}
	return Floor{m, x}, nil
}

// Check returns an error that names every floor that is missed. A metric of
// which the files hold no case misses its floor: nobody asks for a floor to
// have it passed over in silence.
func (r Report) Check(floors []Floor) error {
	var errs []error
	for _, f := range floors {
		if err := r.checkOne(f); err != nil {
			errs = append(errs, err)
		}
	}
	return errors.Join(errs...)
}

func (r Report) checkOne(f Floor) error {
	value, ok := r.Metric(f.Metric.Name)
	switch {
	case !ok:
		return fmt.Errorf("%w: no question of these files measures %s", ErrFloor, f.Metric.Name)
	case f.Metric.LowerIsBetter && value > f.Value:
		return fmt.Errorf("%w: %s is %.4g, above %.4g", ErrFloor, f.Metric.Name, value, f.Value)
	case !f.Metric.LowerIsBetter && value < f.Value:
		return fmt.Errorf("%w: %s is %.4g, below %.4g", ErrFloor, f.Metric.Name, value, f.Value)
	}
	return nil
}

// MarshalJSON writes the overall figures by their names, and besides them
// "files", "by_type", "reliability" and "misses".
func (r Report) MarshalJSON() ([]byte, error) {
	out := r.Overall.fields()
	byType := map[string]any{}
	for _, t := range r.ByType {
		byType[t.Type] = t.fields()
	}
	files := r.Files
	if files == nil {
		files = []string{}
	}
	out["files"], out["by_type"], out["reliability"], out["misses"] = files, byType, r.Reliability(), r.Misses()
	return json.Marshal(out)
}

// fields are the figures by name as plain numbers, with "questions", and with
// the cases ("n") and 95 % intervals ("interval") of each.
func (s Summary) fields() map[string]any {
	out := map[string]any{"questions": s.Questions}
	cases, intervals := map[string]int{}, map[string][2]float64{}
	for _, f := range s.Figures {
		out[f.Name] = round(f.Value)
		cases[f.Name] = f.N
		if f.Low != 0 || f.High != 0 {
			intervals[f.Name] = [2]float64{round(f.Low), round(f.High)}
		}
	}
	out["n"], out["interval"] = cases, intervals
	return out
}

// round keeps four decimals, which is more than the intervals warrant.
func round(x float64) float64 { return math.Round(x*1e4) / 1e4 }
