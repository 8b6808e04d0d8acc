package answer

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"sherpa/answer/disagreement"
	"sherpa/answer/lexicon"
	"sherpa/internal/text"
	"sherpa/retrieval"
	"sherpa/store"
)

// searchFramed searches for what a question asks about the articles, or for the
// question itself. Names ask about publishers only if there are publishers of those
// names, or if they can be nothing else.
func (e *Engine) searchFramed(ctx context.Context, qn Question, asked string) (frame, retrieval.Result, error) {
	f := readFrame(asked)
	if f.asks == frameOne && notOutlet(f.publishers[0]) {
		return e.searchOne(ctx, qn, asked, f)
	}
	f, own, err := e.withoutStrange(ctx, asked, f)
	if err != nil {
		return frame{}, retrieval.Result{}, err
	}
	switch {
	case len(f.strange) == 0 && f.asks == frameOne:
		return e.searchOne(ctx, qn, asked, f)
	case len(f.strange) == 0:
		res, err := e.searchFor(ctx, qn, f.question)
		return f, res, err
	}
	res, err := e.searchAmong(ctx, qn, f.question, own)
	return f, res, err
}

// withoutStrange sets apart the publishers of which there are no articles, and finds the articles
// of the others. Where one of those may be somebody who speaks, the question is not about
// publishers.
func (e *Engine) withoutStrange(ctx context.Context, asked string, f frame) (frame, []string, error) {
	if len(f.publishers) == 0 {
		return f, nil, nil
	}
	list, err := e.articles.Articles(ctx)
	if err != nil {
		return f, nil, fmt.Errorf("answer: list the publishers: %w", err)
	}
	var own []string
	for _, name := range f.publishers {
		before := len(own)
		for _, a := range list {
			if publishedBy(a.Article, name) {
				own = append(own, a.ID)
			}
		}
		if len(own) > before {
			continue
		}
		if notOutlet(name) {
			return frame{question: asked}, nil, nil
		}
		f.strange = append(f.strange, name)
	}
	return f, own, nil
}

// searchAmong searches certain articles only, which are then all that there are; where there are
// none, what others report answers nothing.
func (e *Engine) searchAmong(ctx context.Context, qn Question, question string, among []string) (retrieval.Result, error) {
	res, err := e.searchFor(ctx, qn, question, among...)
	if len(among) == 0 {
		res.Hits = nil
		return res, err
	}
	res.Articles = len(among)
	return res, err
}

// searchOne searches the articles of the publisher that is asked about, if any
// article on the matter is one of its: "What did the Herald say about the ferry?" is
// about the Herald only if that is a publisher.
func (e *Engine) searchOne(ctx context.Context, qn Question, asked string, f frame) (frame, retrieval.Result, error) {
	res, err := e.searchFor(ctx, qn, asked)
	if err != nil {
		return frame{}, res, err
	}
	var own []string
	for i := range res.Hits {
		if a := res.Hits[i].Article; publishedBy(a, f.publishers[0]) && !slices.Contains(own, a.ID) {
			own = append(own, a.ID)
		}
	}
	if len(own) == 0 {
		return frame{question: asked}, res, nil
	}
	res, err = e.searchAmong(ctx, qn, f.question, own)
	return f, res, err
}

// searchFor searches for a question, among certain articles if any are given.
func (e *Engine) searchFor(ctx context.Context, qn Question, question string, among ...string) (retrieval.Result, error) {
	query := e.query(qn, question)
	if len(among) > 0 {
		query.Sources = among
	}
	res, err := e.search.Search(ctx, query)
	if err != nil {
		return res, fmt.Errorf("answer: search: %w", err)
	}
	return res, nil
}

// notOutlet reports whether a name may be that of somebody who speaks, and not of a paper or a
// station.
func notOutlet(name string) bool {
	words := text.Words(name)
	return len(words) == 0 || !lexicon.Outlets[words[len(words)-1].Norm]
}

// publishedBy reports whether a name is that of an article's publisher, or of the
// publisher of the article that a brief was written from.
func publishedBy(a store.Article, name string) bool {
	if isNameOf(a.Publisher, name) {
		return true
	}
	open := strings.LastIndexByte(a.BasedOn, '(')
	return open >= 0 && isNameOf(a.BasedOn[open:], name)
}

// isNameOf reports whether all words of the shorter of two names of publishers stand
// in the other.
func isNameOf(publisher, name string) bool {
	own, asked := publisherWords(publisher), publisherWords(name)
	n := disagreement.InCommon(own, asked)
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

var trade = text.WordSet("article articles report reports story stories news newspaper paper magazine com www both")
