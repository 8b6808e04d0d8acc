// Package evidence measures the sentences of the passages that retrieval found
// against a question: how much of it each says, who speaks in it and whom its
// pronouns mean, what it denies, and which of its values and names belong to what
// is asked.
//
// It chooses no sentence and writes nothing. What it finds out about a passage
// whatever is asked is kept with the passage.
package evidence
