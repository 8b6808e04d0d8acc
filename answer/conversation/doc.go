// Package conversation reads what people type: the questions in a message, small
// talk, a request for an overview, and a question that leans on what was said
// before, which it makes stand alone.
//
// It goes by the words of the conversation alone, before anything is searched, and
// must not know the articles or how answers are made.
package conversation
