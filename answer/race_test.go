//go:build race

package answer

// raced says that the race detector is on, which makes everything slower.
const raced = true
