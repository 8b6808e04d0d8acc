// Package short finds short answers by the rules of the kind that is asked for: a
// value, names, a place, a role, a list, a quotation.
//
// Each is a part of one sentence. Where the rules find none there is none: a guess
// is worse than the sentence alone.
package short
