package retrieval

import (
	"slices"
	"strings"

	"sherpa/internal/text"
	"sherpa/internal/value"
)

// What a text says that somebody or something is stands next to the name: a title
// before it ("Mayor Ann Lee", "the trawler Gull"), a description before or after it
// between commas ("Ann Lee, the mayor of Norwick,"), or after "is".

// maxTold is how many words a description has at the most.
const maxTold = 9

// describe reads the referent that a name of the sentence stands for. Its name is
// empty where the words only hold an office.
func (r *resolver) describe(s *Sentence, name text.Span) Referent {
	core := r.withoutTitle(name)
	if core.Len() == 0 {
		return Referent{}
	}
	d := r.newReferent(s, core)
	title := r.titleBefore(s, name)
	if core.Start > name.Start {
		title = text.Span{Start: r.titleStart(s, name.Start), End: core.Start}
	}
	d.tell(r.p, title)
	first := name.Start
	if title.Len() > 0 {
		first = title.Start
	}
	d.tell(r.p, r.before(s, first))
	if !r.p.Words[name.End-1].IsPossessive() {
		d.tell(r.p, r.after(s, name))
		d.tell(r.p, r.nounsAfter(s, name))
	}
	return d
}

// withoutTitle is a name without the offices that it begins with.
func (r *resolver) withoutTitle(name text.Span) text.Span {
	for k := name.End - 1; k >= name.Start; k-- {
		if personNouns[r.p.Words[k].Norm] != notOfPeople {
			return text.Span{Start: k + 1, End: name.End}
		}
	}
	return name
}

// tell adds a description.
func (o *Referent) tell(p *Passage, told text.Span) {
	if told.Len() == 0 {
		return
	}
	o.Told = append(o.Told, told)
	head := headOf(p, told)
	w := &p.Words[head]
	o.Heads = append(o.Heads, w.Stem)
	for k := told.Start; k < told.End; k++ {
		if text.IsCountry(p.Words[k].Norm) {
			o.lands = append(o.lands, p.Words[k].Stem)
		}
	}
	switch g := personNouns[w.Norm]; {
	case told.Start > 0 && officeVerbs[p.Words[told.Start].Stem] && p.Words[told.Start-1].Norm == "who":
		o.sort = sortPerson
	case g == notOfPeople:
		if o.sort == sortUnknown {
			o.sort = sortThing
		}
	default:
		o.sort = sortPerson
		o.gender = max(o.gender, g.gender())
	}
}

// titleStart is where the words begin that stand before a name without anything
// between them: "Russian foreign minister Ann Lee".
func (r *resolver) titleStart(s *Sentence, first int) int {
	start := first
	for start > s.First && first-start < maxTold && r.joined(start) && r.inTitle(s, start-1) {
		start--
	}
	return start
}

// inTitle reports whether word i may belong to a title: a noun or adjective, and not
// the end of another name than a country's.
func (r *resolver) inTitle(s *Sentence, i int) bool {
	w := &r.p.Words[i]
	if !w.IsCapital() {
		return r.isCommonNoun(i) && (!strings.HasSuffix(w.Norm, "s") || strings.HasSuffix(w.Norm, "ss"))
	}
	ends := func(n value.Name) bool { return s.First+n.Next == i+1 && n.Next-n.First > 1 }
	return !w.Stop && !w.IsPossessive() && (text.IsCountry(w.Norm) || personNouns[w.Norm] != notOfPeople || !slices.ContainsFunc(s.Names, ends))
}

// joined reports whether only a space or a hyphen stands before word i.
func (r *resolver) joined(i int) bool {
	gap := r.p.Text[r.p.Words[i-1].End:r.p.Words[i].Start]
	return gap == " " || gap == "-"
}

// titleBefore is a title in small letters before a name: it ends in a noun for
// people, or stands between "the" and the name.
func (r *resolver) titleBefore(s *Sentence, name text.Span) text.Span {
	start := r.titleStart(s, name.Start)
	if start == name.Start {
		return text.Span{}
	}
	last := &r.p.Words[name.Start-1]
	led := start > s.First && determiners[r.p.Words[start-1].Norm]
	if personNouns[last.Norm] == notOfPeople && (!led || !r.isCommonNoun(name.Start-1) || r.p.Words[start].IsNumeric() || name.Start-start > 3) {
		return text.Span{}
	}
	return text.Span{Start: start, End: name.Start}
}

// before is a description that a name follows after a comma: "The keeper of the
// lighthouse, Ann Lee, …". In the middle of a sentence it has to be of a person.
func (r *resolver) before(s *Sentence, first int) text.Span {
	if first == s.First || r.gap(first) != "," {
		return text.Span{}
	}
	from := first - 1
	for from > s.First && first-from < maxTold && r.gap(from) == "" && !(determiners[r.p.Words[from].Norm] && r.p.Words[from-1].Norm != "of") {
		from--
	}
	if !determiners[r.p.Words[from].Norm] {
		return text.Span{}
	}
	told := text.Span{Start: from + 1, End: first}
	if from > s.First && r.gap(from) == "" && personNouns[r.p.Words[headOf(r.p, told)].Norm] == notOfPeople {
		return text.Span{}
	}
	return told
}

// headOf is the noun of a description.
func headOf(p *Passage, told text.Span) int {
	for k := told.Start + 1; k < told.End; k++ {
		if headEnds[p.Words[k].Norm] {
			return k - 1
		}
	}
	return told.End - 1
}

// after is what follows a name after a comma or "is".
func (r *resolver) after(s *Sentence, name text.Span) text.Span {
	next := name.End
	if next+1 >= s.Next {
		return text.Span{}
	}
	w, then := &r.p.Words[next], &r.p.Words[next+1]
	from := next + 1
	switch gap := r.gap(next); {
	case gap == "," && w.Norm == "who" && officeVerbs[then.Stem]:
	case gap == "," && w.Norm == "the" && !r.afterPlace(s, name), gap == "," && (w.Norm == "a" || w.Norm == "an"):
	case gap == "," && personNouns[w.Norm] != notOfPeople:
		from = next
	case gap == "" && (w.Norm == "is" || w.Norm == "was") && determiners[then.Norm]:
		from = next + 2
	default:
		return text.Span{}
	}
	return r.phrase(s, from)
}

// afterPlace reports whether a preposition of place leads to a name, so that a new
// phrase begins after the comma that follows it: "In Norwick, the argument …".
func (r *resolver) afterPlace(s *Sentence, name text.Span) bool {
	return name.Start > s.First && placePrepositions[r.p.Words[name.Start-1].Norm]
}

// phrase are the words from a word of the sentence on, up to a mark or a relative
// clause. A titled name among them is the next of a list.
func (r *resolver) phrase(s *Sentence, from int) text.Span {
	end := from
	for end < s.Next && end-from < maxTold && !relatives[r.p.Words[end].Norm] {
		if gap := r.gap(end); end > from && gap != "" && gap != "-" && gap != "’" && gap != "'" {
			break
		}
		if end > from && personNouns[r.p.Words[end-1].Norm] != notOfPeople && r.p.Words[end].IsCapital() {
			return text.Span{}
		}
		end++
	}
	return text.Span{Start: from, End: end}
}

// nounsAfter are the nouns that a name with "the" stands before: "the Norwick
// bridge", "the Norwick air base".
func (r *resolver) nounsAfter(s *Sentence, name text.Span) text.Span {
	end := name.End
	if name.Start == s.First || !r.follows(name.Start, "the") || text.IsCountry(r.p.Words[name.Start].Norm) {
		return text.Span{}
	}
	for end < s.Next && end-name.End < 2 && r.joined(end) && r.isCommonNoun(end) && (end == name.End || !strings.HasSuffix(r.p.Words[end].Norm, "s")) {
		end++
	}
	return text.Span{Start: name.End, End: end}
}

// isCommonNoun reports whether word i may be a common noun.
func (r *resolver) isCommonNoun(i int) bool {
	w := &r.p.Words[i]
	return !w.Stop && !w.IsCapital() && !w.IsNumeric() && text.Base(w.Norm) == w.Norm && !strings.HasSuffix(w.Norm, "ed") && !strings.HasSuffix(w.Norm, "ing")
}
