package question

// Cover is the share of the question's weight that a match has.
func (q *Question) Cover(matched []float64) float64 {
	if q.Total == 0 {
		return 0
	}
	sum := 0.0
	for t, m := range matched {
		sum += m * q.Weight[t]
	}
	return sum / q.Total
}

// WeightOf is the weight of some terms together.
func (q *Question) WeightOf(terms []int) float64 {
	sum := 0.0
	for _, t := range terms {
		sum += q.Weight[t]
	}
	return sum
}

// TellingNames are the terms that can only be names, without the first names of those who are
// named whole: others have them, too.
func (q *Question) TellingNames() []int {
	var names []int
	for t := range q.Terms {
		isFirst := t+1 < len(q.Terms) && q.Terms[t+1].OnlyName && q.Terms[t+1].At == q.Terms[t].At+1 && (t == 0 || !q.Terms[t-1].OnlyName)
		if q.Terms[t].OnlyName && !isFirst {
			names = append(names, t)
		}
	}
	return names
}

// Indicator is 1 for what is so, else 0.
func Indicator(b bool) float64 {
	if b {
		return 1
	}
	return 0
}

// Abs is the distance from 0.
func Abs(x int) int {
	if x < 0 {
		return -x
	}
	return x
}

// ShareOf is the share of the weight of some terms that a match has; 1 of none.
func (q *Question) ShareOf(terms []int, matched []float64) float64 {
	if len(terms) == 0 {
		return 1
	}
	sum, total := 0.0, 0.0
	for _, t := range terms {
		total += q.Weight[t]
		sum += q.Weight[t] * matched[t]
	}
	return sum / total
}
