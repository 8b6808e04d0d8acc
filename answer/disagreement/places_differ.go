package disagreement

import (
	"cmp"
	"slices"

	"sherpa/answer/evidence"
	"sherpa/answer/question"
	"sherpa/answer/short"
	"sherpa/internal/text"
)

// placed is the place that an article gives for what the question asks.
type placed struct {
	text  string
	words map[string]bool
	from  *evidence.Evidence
}

// placesDiffer finds places that exclude one another. Places are told more or
// less exactly ("Alaska", "a base near Anchorage, Alaska"), so two exclude each
// other only if they share no word and neither article ever names the other's.
func placesDiffer(q *question.Question, best []*evidence.Evidence) *Difference {
	about := &Matters{Q: q, Best: best}
	all := reportedPlaces(q, best)
	d := &Difference{About: "place"}
	for _, p := range all {
		excludes := func(o placed) bool { return excludePlaces(p, o, about) }
		if !slices.ContainsFunc(all, excludes) {
			continue
		}
		same := func(c Claim) bool { return text.Fold(c.Value) == text.Fold(p.text) }
		if i := slices.IndexFunc(d.Claims, same); i >= 0 {
			d.Claims[i].Sources = append(d.Claims[i].Sources, p.from)
			continue
		}
		d.Claims = append(d.Claims, Claim{Value: p.text, Sources: []*evidence.Evidence{p.from}})
	}
	if len(d.Claims) == 0 {
		return nil
	}
	return d
}

// reportedPlaces takes from each article the place of its best sentence on the
// matter.
func reportedPlaces(q *question.Question, best []*evidence.Evidence) []placed {
	var all []placed
	seen := map[string]bool{}
	for _, e := range best {
		if !tellsDeed(q, e) || seen[e.Article()] || e.Settled(q) < short.SideCover*best[0].Settled(q) {
			continue
		}
		spans := e.PlaceSpans(q)
		if len(spans) == 0 || evidence.Attach(q, e, spans[0]) < short.LeastAttach {
			continue
		}
		seen[e.Article()] = true
		p := placed{text: short.Nearest(e, q, spans), from: e, words: map[string]bool{}}
		for _, w := range text.Words(p.text) {
			p.words[w.Norm] = !text.IsStop(w.Norm)
		}
		all = append(all, p)
	}
	slices.SortStableFunc(all, func(a, b placed) int { return cmp.Compare(b.from.Score, a.from.Score) })
	return all
}

// tellsDeed reports whether a sentence, with what stands around it, has a word for what happened,
// if the question says that: where something was built is not where it was bought.
func tellsDeed(q *question.Question, e *evidence.Evidence) bool {
	says := false
	for t := range q.Terms {
		if q.Terms[t].Name || q.IsLight(t) || q.Weight[t] == 0 || q.FocusStems[q.Terms[t].Stem] {
			continue
		}
		if e.Context[t] >= question.RelatedShare {
			return true
		}
		says = true
	}
	return !says
}

// excludePlaces reports whether two articles cannot mean the same place.
func excludePlaces(a, b placed, about *Matters) bool {
	if a.from.Article() == b.from.Article() || InCommon(a.words, b.words) > 0 || a.isBuilding() != b.isBuilding() {
		return false // the Park Arena may stand in Osterby
	}
	return !about.names(b.from.Article(), a.words) && !about.names(a.from.Article(), b.words) &&
		about.same(about.Best[0], a.from) && about.same(about.Best[0], b.from)
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

var buildings = text.WordSet(`hotel inn house hall stadium arena palace castle church cathedral chapel mosque temple school college university library museum gallery theatre theater centre
	center court courthouse courtroom tower embassy hospital clinic building room base barracks airport station club restaurant cafe café bar pub mall market factory mill prison office`)
