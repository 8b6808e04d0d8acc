package conversation

import (
	"cmp"
	"maps"
	"slices"
	"strings"

	"sherpa/answer/lexicon"
	"sherpa/internal/text"
	"sherpa/internal/value"
)

// Where all articles tell one story, people ask about it without naming it: "When
// did they meet?", "Who was there?".

// storyShare is the share of the articles that must open with a name or an event
// for it to be the story's.
const storyShare = 0.75

// Story is what all articles of a store are about.
type Story struct {
	// people are two who stand in the openings together; nil where there are no two.
	people []string
	// event is what happened: "the summit"; empty where that is not clear.
	event string
	// attended says that people come to such an event.
	attended bool
}

// HasPeople reports whether it is a story of two people.
func (s *Story) HasPeople() bool { return s.people != nil }

// IsNamedIn reports whether a question names the story's event, also by a verb: whoever
// took part is meant, "Why did they strike?".
func (s *Story) IsNamedIn(question string) bool {
	if s.event == "" {
		return false
	}
	event := text.Stem(strings.TrimPrefix(s.event, "the "))
	return slices.ContainsFunc(text.Words(question), func(w text.Word) bool { return text.Stem(w.Norm) == event })
}

// meetings are events between people, and happening others; the order decides
// where several are in as many openings. A war is mostly what others are about.
var (
	meetings  = []string{"summit", "meeting", "talks", "conference", "negotiations"}
	incidents = []string{"storm", "hurricane", "earthquake", "flood", "fire", "crash", "accident", "explosion", "attack", "strike", "trial", "election", "protest", "launch", "march"}
)

// Empty reports whether nothing is known of it.
func (s *Story) Empty() bool { return s.event == "" && s.people == nil }

// LeansOnStory reports whether a question has a pronoun that it says nothing about,
// or nothing but a question word.
func LeansOnStory(asked string) bool {
	words := text.Words(asked)
	if len(words) == 0 || overviews[lettersOf(asked)] {
		return false
	}
	f := followUp{asked: asked, words: words}
	if f.isBareQuestion() {
		return f.asksCircumstance()
	}
	for i, w := range words {
		if lexicon.PersonPronouns[w.Norm] || lexicon.OwnPronouns[w.Norm] {
			return false // there are always several
		}
		it := (w.Norm == "it" || w.Norm == "its") && !f.isEmptySubject(i) && !slices.ContainsFunc(words[:i], isCountry)
		if w.Norm == "there" && f.isPlace(i) || (it || lexicon.GroupPronouns[w.Norm] && f.tellsTogether()) && namesOnlyPlaces(asked, words) {
			return true
		}
	}
	_, lacks := presences[words[len(words)-1].Norm]
	return lacks && f.asks("who") && len(contentWords(words)) <= 2
}

// namesOnlyPlaces reports whether all names of a question, if it has any, tell where: in "Did they
// meet in Norwick?" nobody is named.
func namesOnlyPlaces(asked string, words []text.Word) bool {
	return !slices.ContainsFunc(value.Names(asked, words), func(n value.Name) bool { return n.First == 0 || !placing[words[n.First-1].Norm] })
}

// isCountry reports whether a word, also in small letters, names what "it" may mean.
func isCountry(w text.Word) bool { return text.IsCountry(w.Norm) }

// tellsTogether reports whether the question has a verb for what people do with
// each other. Those who did it belong to the question; what else "they" did is
// found without their names, which stand everywhere.
func (f *followUp) tellsTogether() bool {
	return slices.ContainsFunc(f.words, func(w text.Word) bool { return together[happenings[text.Stem(text.Base(w.Norm))]] && w.Norm != "agree" })
}

// Tell is the question as a follow-up to the story.
func (s Story) Tell(asked string) string {
	f := followUp{asked: asked, words: text.Words(asked)}
	if !s.attended && (f.asks("there") || f.asks("who")) {
		return asked // nobody attends a storm
	}
	last := "Where was " + s.event + "?"
	if _, lacks := presences[f.words[len(f.words)-1].Norm]; s.event == "" || !f.isBareQuestion() && !lacks {
		last = strings.TrimSpace(strings.Join(s.people, " and ")+" attended "+s.event) + "."
		return Resolve(asked, []Turn{{Question: last, Told: true}})
	}
	return Resolve(asked, []Turn{{Question: last}})
}

// opened is what an article opens with.
type opened struct {
	words map[string]bool
	// people are the last names that can be those of persons; places are the names
	// that something was in.
	people []string
	places map[string]bool
}

// openedWith reads the title and the first passage of an article.
func openedWith(first string) opened {
	o := opened{words: map[string]bool{}, places: map[string]bool{}}
	for _, w := range text.Words(first) {
		o.words[w.Norm] = true
	}
	for _, sentence := range text.Sentences(first) {
		o.readPeople(sentence.Of(first))
	}
	return o
}

// readPeople adds the last names of the people in a sentence.
func (o *opened) readPeople(sentence string) {
	words := text.Words(sentence)
	for _, n := range value.Names(sentence, words) {
		last := words[n.Next-1]
		switch {
		case n.First > 0 && placing[words[n.First-1].Norm]:
			o.places[last.Text] = true
		case plainPerson(words[n.Next-1:n.Next]) && !lexicon.RoleWords[last.Norm] && last.IsCapital() && !slices.Contains(o.people, last.Text):
			o.people = append(o.people, last.Text)
		}
	}
}

// placing are the words before places.
var placing = text.WordSet(`in at near outside`)

// StoryOf is what enough of the openings of articles share.
func StoryOf(openings []string) Story {
	var s Story
	all := make([]opened, len(openings))
	for i, first := range openings {
		all[i] = openedWith(first)
	}
	least := max(1, int(storyShare*float64(len(all))+0.999))
	var people []string
	counts, places := map[string]int{}, map[string]bool{}
	for _, o := range all {
		for _, p := range o.people {
			if counts[p]++; counts[p] == least {
				people = append(people, p)
			}
		}
		maps.Copy(places, o.places)
	}
	people = slices.DeleteFunc(people, func(p string) bool { return places[p] })
	events := incidents
	if len(people) == 2 && len(all) > 1 {
		s.people, events, s.attended = people, meetings, true
	}
	s.event = eventOf(all, events, least)
	return s
}

// eventOf is the event in most openings, if it is in enough.
func eventOf(all []opened, events []string, least int) string {
	in := func(event string) int {
		n := 0
		for _, o := range all {
			if o.words[event] {
				n++
			}
		}
		return n
	}
	if len(all) == 0 {
		return ""
	}
	best := slices.MaxFunc(events, func(a, b string) int {
		return cmp.Or(cmp.Compare(in(a), in(b)), slices.Index(events, b)-slices.Index(events, a))
	})
	if in(best) < least {
		return ""
	}
	return "the " + best
}
