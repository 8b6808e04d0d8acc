// Package draft chooses what an answer says, before its citations are numbered: its
// statements, its short answer, the disagreement, or the denial of what the
// question takes for granted.
//
// It does not decide whether to answer at all, and verifies nothing: the gate and
// the verification judge what it chose.
package draft
