package eval

import "math"

// Bin holds the questions whose answers came with a confidence in one tenth of
// its range.
type Bin struct {
	// From and To bound the confidence; To belongs to the next bin, but for 1.
	From float64 `json:"from"`
	To   float64 `json:"to"`
	// Questions fell into the bin, and Confidence is the mean of theirs.
	Questions  int     `json:"questions"`
	Confidence float64 `json:"confidence"`
	// Answerable counts those that have an answer.
	Answerable int `json:"answerable"`
	// Answered counts those that were answered.
	Answered int `json:"answered"`
	// Right counts those that were answered right, or refused and rightly so.
	Right int `json:"right"`
}

// Share is n of the bin's questions.
func (b Bin) Share(n int) float64 { return float64(n) / float64(max(b.Questions, 1)) }

const bins = 10

func binOf(confidence float64) int { return min(max(int(confidence*bins), 0), bins-1) }

// Reliability is the reliability table of confidence (DeGroot, Fienberg 1983):
// tenths of confidence in which there are questions, from low to high. Questions
// with a store of their own are left out, as of AUC.
func (r Report) Reliability() []Bin {
	var all [bins]Bin
	for _, o := range r.Outcomes {
		if len(o.Question.Docs) > 0 {
			continue
		}
		c := o.Answer.Confidence
		b := &all[binOf(c)]
		b.Questions++
		b.Confidence += c
		b.Answerable += int(number(o.Question.IsAnswerable()))
		b.Answered += int(number(o.Answer.Answered))
		b.Right += int(number(o.Right))
	}
	filled := []Bin{}
	for i, b := range all {
		if b.Questions > 0 {
			b.From, b.To = float64(i)/bins, float64(i+1)/bins
			b.Confidence = round(b.Confidence / float64(b.Questions))
			filled = append(filled, b)
		}
	}
	return filled
}

// calibrationError is the mean distance between confidence and the share of
// answers that are right, over the questions that were answered (expected
// calibration error; Naeini, Cooper, Hauskrecht 2015).
func calibrationError(_ string, outcomes []Outcome) (Figure, bool) {
	var confidence, right [bins]float64
	n := 0
	for _, o := range outcomes {
		if len(o.Question.Docs) > 0 || !o.Answer.Answered {
			continue
		}
		n++
		i := binOf(o.Answer.Confidence)
		confidence[i] += o.Answer.Confidence
		right[i] += number(o.Right)
	}
	sum := 0.0
	for i := range confidence {
		sum += math.Abs(confidence[i] - right[i])
	}
	return Figure{Value: sum / float64(max(n, 1)), N: n}, n > 0
}
