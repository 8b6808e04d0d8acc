package answer

import (
	"context"
	"fmt"
	"regexp"
	"strings"

	"sherpa/internal/text"
	"sherpa/store"
)

// frame is what a question asks about the articles themselves: who reports
// something, how many do, whether they agree.
type frame struct {
	asks framed
	// question is what the articles are searched for.
	question string
	// publishers are those that are asked about by name.
	publishers []string
}

// framed is the kind of a frame.
type framed int

// The kinds of frames.
const (
	frameNone    framed = iota
	frameAgree          // "Do the articles agree on …?"
	frameWho            // "Which articles mention …?"
	frameSeveral        // "Does more than one article report …?"
	frameBoth           // "Did the Herald and the Post both report …?"
)

// Parts of the patterns: what articles are called, and what they do.
const (
	outlets = `(?:articles?|reports?|sources?|papers?|newspapers?|outlets?|publishers?|accounts?|stories|story|media)`
	tell    = `(?:mentions?|mentioned|reports?|reported|says?|said|states?|stated|writes?|wrote|claims?|claimed|tells?(?: of)?|told(?: of)?|speaks? of|covers?|covered|describes?|described|discuss(?:es|ed)?|quotes?|quoted|carry|carries|carried)`
	topics  = `(?:on|about|over|as to|regarding|concerning|in)`
)

var frames = []struct {
	asks    framed
	pattern *regexp.Regexp
}{
	{frameAgree, regexp.MustCompile(`(?i)^(?:do|did) (?:all )?(?:of )?(?:the |these |those |your )?` + outlets + ` (?:all )?(?:agree|disagree|differ|contradict (?:each other|one another)) ` + topics + ` (?P<rest>.+)$`)},
	{frameAgree, regexp.MustCompile(`(?i)^(?:how|where|in what way) (?:do|did) (?:the |these |those |your )?` + outlets + ` (?:disagree|differ|contradict (?:each other|one another)) ` + topics + ` (?P<rest>.+)$`)},
	{frameWho, regexp.MustCompile(`(?i)^(?:which|what|how many)(?: of the)? ` + outlets + ` ` + tell + `(?: that| about| on)? (?P<rest>.+)$`)},
	{frameWho, regexp.MustCompile(`(?i)^who (?:reports|reported|writes|wrote|says in print) that (?P<rest>.+)$`)},
	{frameSeveral, regexp.MustCompile(`(?i)^(?:do|does|did) (?:more than one|several|at least two|two) ` + outlets + ` ` + tell + `(?: that| about| on)? (?P<rest>.+)$`)},
	{frameBoth, regexp.MustCompile(`(?i)^(?:do|does|did) (?:both )?(?P<one>.+?) and (?P<two>.+?) (?:both |each )?` + tell + `(?: that| about| on)? (?P<rest>.+)$`)},
}

// readFrame takes a question about the articles apart; another question is what is
// searched for itself.
func readFrame(asked string) frame {
	line := strings.TrimRight(asked, "?!. ")
	for _, f := range frames {
		m := f.pattern.FindStringSubmatch(line)
		if m == nil {
			continue
		}
		out := frame{asks: f.asks, question: asQuestion(m[f.pattern.SubexpIndex("rest")])}
		if f.asks == frameBoth {
			out.publishers = []string{m[f.pattern.SubexpIndex("one")], m[f.pattern.SubexpIndex("two")]}
		}
		return out
	}
	return frame{question: asked}
}

// framing is readFrame for the articles of the store: two names ask about
// publishers only if there are publishers of those names.
func (e *Engine) framing(ctx context.Context, asked string) (frame, error) {
	f := readFrame(asked)
	if f.asks != frameBoth {
		return f, nil
	}
	list, err := e.articles.Articles(ctx)
	if err != nil {
		return frame{}, fmt.Errorf("answer: list the publishers: %w", err)
	}
	for _, name := range f.publishers {
		known := false
		for i := range list {
			known = known || publishedBy(list[i].Article, name)
		}
		if !known {
			return frame{question: asked}, nil
		}
	}
	return f, nil
}

// publishedBy reports whether a name is that of an article's publisher: all words
// of the shorter one stand in the other.
func publishedBy(a store.Article, name string) bool {
	own, asked := publisherWords(a.Publisher), publisherWords(name)
	n := inCommon(own, asked)
	return n > 0 && n == min(len(own), len(asked))
}

// publisherWords are the words of a publisher's name without those that name the
// trade.
func publisherWords(name string) map[string]bool {
	set := map[string]bool{}
	for _, w := range text.Words(name) {
		if !text.IsStop(w.Norm) && !trade[w.Norm] {
			set[w.Norm] = true
		}
	}
	return set
}

var trade = wordSet("article articles report reports story stories news newspaper paper magazine com www both")
