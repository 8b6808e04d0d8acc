// Package disagreement sets the articles against each other: what each gives for
// the same thing, and which of it cannot be true together.
//
// It takes no side and averages nothing. What two articles can both mean is no
// disagreement, nor is what they tell of different things or times.
package disagreement
