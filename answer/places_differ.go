package answer

import (
	"cmp"
	"slices"

	"sherpa/internal/text"
)

// placed is the place that an article gives for what the question asks.
type placed struct {
	text  string
	words map[string]bool
	from  *evidence
}

// placesDiffer finds places that exclude one another. Places are told more or
// less exactly ("Alaska", "a base near Anchorage, Alaska"), so two exclude each
// other only if they share no word and neither article ever names the other's.
func placesDiffer(q *question, best []*evidence) *difference {
	about := &matters{q: q, best: best}
	all := reportedPlaces(q, best)
	d := &difference{about: "place"}
	for _, p := range all {
		excludes := func(o placed) bool { return excludePlaces(p, o, about) }
		if !slices.ContainsFunc(all, excludes) {
			continue
		}
		same := func(c claim) bool { return text.Fold(c.value) == text.Fold(p.text) }
		if i := slices.IndexFunc(d.claims, same); i >= 0 {
			d.claims[i].sources = append(d.claims[i].sources, p.from)
			continue
		}
		d.claims = append(d.claims, claim{value: p.text, sources: []*evidence{p.from}})
	}
	if len(d.claims) == 0 {
		return nil
	}
	return d
}

// reportedPlaces takes from each article the place of its best sentence on the
// matter.
func reportedPlaces(q *question, best []*evidence) []placed {
	var all []placed
	seen := map[string]bool{}
	for _, e := range best {
		if seen[e.article()] || e.settled(q) < sideCover*best[0].settled(q) {
			continue
		}
		spans := e.placeSpans(q)
		if len(spans) == 0 || q.attach(e, spans[0]) < leastAttach {
			continue
		}
		seen[e.article()] = true
		p := placed{text: e.nearest(q, spans), from: e, words: map[string]bool{}}
		for _, w := range text.Words(p.text) {
			p.words[w.Norm] = !text.IsStop(w.Norm)
		}
		all = append(all, p)
	}
	slices.SortStableFunc(all, func(a, b placed) int { return cmp.Compare(b.from.score, a.from.score) })
	return all
}

// excludePlaces reports whether two articles cannot mean the same place.
func excludePlaces(a, b placed, about *matters) bool {
	if a.from.article() == b.from.article() || inCommon(a.words, b.words) > 0 || a.isBuilding() != b.isBuilding() {
		return false // the Park Arena may stand in Osterby
	}
	return !about.names(b.from.article(), a.words) && !about.names(a.from.article(), b.words) &&
		about.same(about.best[0], a.from) && about.same(about.best[0], b.from)
}

// isBuilding reports whether a place is a building or a part of one, by its noun.
func (p placed) isBuilding() bool {
	for w := range p.words {
		if buildings[w] {
			return true
		}
	}
	return false
}

var buildings = wordSet(`hotel inn house hall stadium arena palace castle church cathedral chapel mosque temple school college university library museum gallery theatre theater centre
	center court courthouse courtroom tower embassy hospital clinic building room base barracks airport station club restaurant cafe café bar pub mall market factory mill prison office`)
