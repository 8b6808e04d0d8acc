// Package answer turns a question into a grounded, cited answer, or into an
// honest refusal. It chooses sentences from the passages that retrieval found,
// sets sources that disagree side by side, and verifies every statement against
// the words it cites. Comparing, time lines, finding quotations and checking
// claims live here too, on the same evidence and the same verification.
//
// It works with no language model and no Discord: it knows nothing of SQL,
// networks, terminals or chat platforms, and never shows text that it has not
// verified.
package answer
