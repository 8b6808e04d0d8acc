package verify

import "sherpa/internal/text"

// overstates reports whether the statement says for certain what a part of a
// source says may be.
func (st *stated) overstates(own int, s *stated, part int) bool {
	switch {
	case st.has(certain) && !s.has(certain):
		return true
	case s.supposes(part, mayWords) && st.hasIn(own, willWords) && !st.hasIn(own, mayWords) && !s.hasIn(part, willWords):
		return true
	case s.awaits(part) && !st.has(unsure) && !st.has(coming):
		return true
	}
	return s.supposes(part, uncertain) && !st.has(unsure)
}

// supposes reports whether a part has one of the words, and does not deny by it:
// "may not" forbids.
func (st *stated) supposes(part int, set map[string]bool) bool {
	for i := range st.words {
		if st.part[i] == part && set[st.words[i].Norm] && !st.words[i].quoted && !(st.wordAt(i+1) == "not") {
			return true
		}
	}
	return false
}

// awaits reports whether a part says that something is expected or planned.
func (st *stated) awaits(part int) bool {
	for i := range st.words {
		if st.part[i] == part && awaited[st.words[i].Norm] && (st.wordAt(i-1) == "is" || st.wordAt(i-1) == "are") {
			return true
		}
	}
	return false
}

var (
	mayWords  = text.WordSet(`may might could`)
	willWords = text.WordSet(`will`)
	awaited   = text.WordSet(`expected planned scheduled`)
	coming    = text.WordSet(`will due scheduled set shall going next soon coming upcoming awaited pending looks`)
)

// conceived reports whether what is cited speaks of the statement's matter as a
// possibility only, and the statement as a fact.
func (r *retelling) conceived(as *assertion) bool {
	if as.modal {
		return false
	}
	under, all := 0.0, 0.0
	for _, s := range r.own {
		for i := range s.words {
			if s.telling(i) {
				weight := as.weightOf(&s.words[i])
				all += weight
				if s.supposes(s.part[i], conditionals) {
					under += weight
				}
			}
		}
	}
	return under > conceivedShare*all
}

// conceivedShare is how much of a statement must be a possibility in what it cites
// for all of it to be one.
const conceivedShare = 0.6
