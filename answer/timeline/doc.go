// Package timeline finds the events that articles date: it reads the dates in their
// sentences, completes those that lean on when the article was written, and joins
// the sentences that tell one event.
//
// It is given the articles and must not search, or know how events are shown.
package timeline
