package text

import (
	"iter"
	"slices"
	"strings"
)

// Expression numbers an expression of several words that the lexicon has for a
// word ("step down" for "resign"), from 1; 0 is none.
type Expression int32

// Groups are the lexicon's groups of the expression, in ascending order.
func (x Expression) Groups() []int { return expressions[x-1].groups }

// Idiom reports whether the words mean something else than each by itself, which
// is taken to be so where there is a common word among them: "call off", but not
// "death penalty".
func (x Expression) Idiom() bool { return expressions[x-1].idiom }

// Turned reports whether a particle turns a verb into another one ("give up", "walk
// out"), or the whole begins with a common word ("in the end"): the words by themselves
// then say nothing of it.
func (x Expression) Turned() bool { return expressions[x-1].turned }

// An underscore joins neighbouring words of an expression in the lists, and a
// plus two that may have other words between them ("called the talks off").
const (
	joint   = "_"
	parting = "+"
)

var expressionJoints = strings.NewReplacer(joint, " ", parting, " ")

func isExpression(entry string) bool { return strings.ContainsAny(entry, joint+parting) }

// possessive stands in the lists for any possessive ("lose one's life").
const possessive = "one's"

var possessives = WordSet(`one my your his her its our their`)

// expression is an entry of several words.
type expression struct {
	stems  []string // a possessive is empty
	parted bool
	idiom  bool
	turned bool
	groups []int
}

// Found is an expression in a text, by the places of its first and last word.
type Found struct {
	Expression
	First, Last int
	// Parted says that the words between are not its own.
	Parted bool
}

// Words are the places of the expression's own words.
func (f Found) Words() iter.Seq[int] {
	return func(yield func(int) bool) {
		for i := f.First; i <= f.Last; i++ {
			if i > f.First && i < f.Last && f.Parted {
				continue
			}
			if !yield(i) {
				return
			}
		}
	}
}

var expressions, expressionsFrom = func() (list []expression, from map[string][]Expression) {
	byStems := map[string]Expression{}
	from = map[string][]Expression{}
	for g := range relatedGroups {
		for _, entry := range relatedGroups[g].entries {
			if !isExpression(entry) {
				continue
			}
			e := newExpression(entry)
			key := strings.Join(e.stems, joint)
			x, ok := byStems[key]
			if !ok {
				list = append(list, e)
				x = Expression(len(list))
				byStems[key] = x
				from[e.stems[0]] = append(from[e.stems[0]], x)
			}
			list[x-1].add(e.parted, g)
		}
	}
	for _, xs := range from { // the longest first
		slices.SortStableFunc(xs, func(a, b Expression) int { return len(list[b-1].stems) - len(list[a-1].stems) })
	}
	return list, from
}()

// add joins another entry of the same words.
func (x *expression) add(parted bool, group int) {
	x.parted = x.parted || parted
	if !slices.Contains(x.groups, group) {
		x.groups = append(x.groups, group)
	}
}

func newExpression(entry string) expression {
	x := expression{parted: strings.Contains(entry, parting)}
	for w := range strings.FieldsSeq(expressionJoints.Replace(entry)) {
		x.idiom = x.idiom || IsStop(w) || w == possessive || bareVerbs[w]
		if w == possessive {
			w = ""
		}
		x.turned = x.turned || particles[w] || len(x.stems) == 0 && IsStop(w)
		x.stems = append(x.stems, Stem(w))
	}
	return x
}

// bareVerbs mean little without the words that follow ("give way").
var bareVerbs = WordSet(`take get go come make give put bring keep`)

// particles turn verbs into others.
var particles = WordSet(`up down off out away back over apart aside`)

// mostBetween is how many words may stand between the two of a parted expression.
const mostBetween = 2

// Expressions calls found for the expressions of a text of n words, of which stem
// tells the stems, in their order. None overlaps another.
func Expressions(n int, stem func(i int) string, found func(Found)) {
	for i := range n {
		for _, x := range expressionsFrom[stem(i)] {
			if last := expressions[x-1].endsAt(i, n, stem); last > 0 {
				found(Found{Expression: x, First: i, Last: last, Parted: last-i >= len(expressions[x-1].stems)})
				break
			}
		}
	}
}

// endsAt is the place of the last word of the expression whose first word is at i,
// or 0 if the others do not follow.
func (x *expression) endsAt(i, n int, stem func(i int) string) int {
	if x.parted {
		for k := i + 1; k < n && k <= i+1+mostBetween; k++ {
			if stem(k) == x.stems[1] {
				return k
			}
		}
		return 0
	}
	for k, want := range x.stems[1:] {
		at := i + 1 + k
		if at >= n || want == "" && !slices.Contains(possessiveStems, stem(at)) || want != "" && stem(at) != want {
			return 0
		}
	}
	return i + len(x.stems) - 1
}

var possessiveStems = func() []string {
	var stems []string
	for w := range possessives {
		stems = append(stems, Stem(w))
	}
	return stems
}()
