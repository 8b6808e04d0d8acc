package translated

import (
	"slices"
	"strings"

	"sherpa/answer/verify"
	"sherpa/internal/text"
)

// offices checks that a minister is one of what a source says, and
// that the name beside is not another minister's.
func (v *findings) offices(claim *reading, x *sourceIndex) {
	offices := x.offices()
	for _, m := range claim.ministers() {
		if !slices.ContainsFunc(offices, func(o minister) bool { return o.office == m.office }) {
			v.Fail(verify.FailedName, claim.phrase(m.at), "")
			continue
		}
		for _, at := range x.find(claim, m.name) {
			s, i := x.sourceWord(at)
			if other := s.officeOf(i); other != "" && other != m.office {
				v.Fail(verify.FailedName, claim.phrase(m.at)+" "+claim.words[m.name].Text, other)
			}
		}
	}
}

// minister is an office that a sentence names: what it is for, the word of the
// title, and the last word of the name beside it.
type minister struct {
	office   string
	at, name int
}

func (x *sourceIndex) offices() []minister {
	var all []minister
	for _, s := range x.sources {
		all = append(all, s.ministers()...)
	}
	return all
}

// ministers are the offices that the sentence names.
func (r *reading) ministers() []minister {
	var found []minister
	for i := range r.words {
		if !r.isMinister(i) {
			continue
		}
		if office := r.officeNear(i); office != "" {
			found = append(found, minister{office: office, at: i, name: r.nameAfter(i)})
		}
	}
	return found
}

func (r *reading) isMinister(i int) bool {
	return r.means(i, conceptSense, "minister") || r.lang == "de" && strings.Contains(r.norm(i), "minister") && !strings.Contains(r.norm(i), "ministeri")
}

// How far before and after a minister's title the word for the office stands,
// and the name after it.
const (
	officeBefore = 2
	officeAfter  = 5
	nameAfter    = 8
)

// officeNear is what the minister at word i is for.
func (r *reading) officeNear(i int) string {
	if key, ok := r.has(i, officeSense); ok {
		return key
	}
	for k := i - 1; k >= max(0, i-officeBefore) && !r.isMinister(k) && !strings.ContainsAny(r.gap(k+1), ",;"); k-- {
		if key, ok := r.has(k, officeSense); ok {
			return key
		}
	}
	for k := i + 1; k < min(len(r.words), i+officeAfter) && !r.isMinister(k) && !strings.ContainsAny(r.gap(k), ",;"); k++ {
		if key, ok := r.has(k, officeSense); ok {
			return key
		}
	}
	return ""
}

// nameAfter is the last word of the name that follows the title at word i, or i.
func (r *reading) nameAfter(i int) int {
	last := i
	for k := i + 1; k < min(len(r.words), i+nameAfter) && !r.isMinister(k); k++ {
		w := &r.words[k]
		if w.IsCapital() && len(w.senses) == 0 {
			last = k
		} else if last > i {
			break
		}
	}
	return last
}

// officeOf is the office of the minister whose name ends with word i.
func (r *reading) officeOf(i int) string {
	for _, m := range r.ministers() {
		if m.name == i && m.at != i {
			return m.office
		}
	}
	return ""
}

// deeds are the meanings of verbs with which one does something to another, so
// that who did it is told by the order of words alone.
var deeds = text.WordSet(`thank invite accuse praise warn arrest attack greet kill support demand refuse sell buy win`)

// roles checks that of two names neither does to the other what a
// source says of the other one: "Putin dankte Trump" is not "Trump thanked
// Putin". Only sentences with one name on each side of an active verb are read.
func (v *findings) roles(claim *reading, x *sourceIndex) {
	for _, d := range claim.deeds() {
		by, to := x.find(claim, d.by), x.find(claim, d.to)
		for _, s := range x.sources {
			for _, o := range s.deeds() {
				if o.key == d.key && x.among(s, o.to, by) && x.among(s, o.by, to) && !x.among(s, o.by, by) {
					v.Fail(verify.FailedName, claim.words[d.by].Text, s.words[o.by].Text)
				}
			}
		}
	}
}

// deed is a verb with the names before and after it.
type deed struct {
	key    string
	by, to int
}

// deedReach is how far a verb's object may stand after it.
const deedReach = 4

func (r *reading) deeds() []deed {
	var found []deed
	for i := range r.words {
		key := r.deedAt(i)
		if key == "" || r.words[i].quoted || passiveLeads[r.norm(i-1)] {
			continue
		}
		if by, to := r.nameBefore(i), r.objectAfter(i); by >= 0 && to >= 0 {
			found = append(found, deed{key, by, to})
		}
	}
	return found
}

func (r *reading) deedAt(i int) string {
	if r.words[i].inside || r.words[i].IsCapital() {
		return ""
	}
	for _, s := range r.words[i].senses {
		key := conceptKey(s.key)
		if matter, _, ok := strings.Cut(key, "/"); ok {
			key = matter
		}
		if s.kind == conceptSense && deeds[key] {
			return key
		}
	}
	return ""
}

// passiveLeads stand before a verb whose subject does nothing.
var passiveLeads = text.WordSet(`was were been being be is are by fue fueron sido ha est ete etait sont wurde wurden worden был была было были був була було були`)

// agentLeads stand before who does what a passive verb says.
var agentLeads = text.WordSet(`by por par von durch with con avec mit с`)

// nameBefore is the one name before word i in its clause, or -1.
func (r *reading) nameBefore(i int) int {
	found := -1
	for k := i - 1; k >= 0 && r.words[k].clause == r.words[i].clause; k-- {
		if !r.plainName(k) {
			continue
		}
		if found >= 0 && found != k+1 {
			return -1 // two names
		}
		if found < 0 {
			found = k
		} else {
			break
		}
	}
	return found
}

func (r *reading) objectAfter(i int) int {
	for k := i + 1; k < min(len(r.words), i+deedReach) && r.words[k].clause == r.words[i].clause; k++ {
		if agentLeads[r.norm(k)] {
			return -1
		}
		if r.plainName(k) {
			for r.plainName(k+1) && r.gap(k+1) == " " {
				k++
			}
			return k
		}
	}
	return -1
}

// plainName reports whether word i is a name that is no place's.
func (r *reading) plainName(i int) bool {
	return i >= 0 && i < len(r.words) && r.words[i].IsCapital() && len(r.words[i].senses) == 0 && (i > 0 || !endsCommonly(r.norm(i), r.lang))
}

// among reports whether word i of the source is at one of the places.
func (x *sourceIndex) among(s *reading, i int, places []int) bool {
	for _, at := range places {
		if own, k := x.sourceWord(at); own == s && (k == i || s.norm(k) == s.norm(i)) {
			return true
		}
	}
	return false
}
