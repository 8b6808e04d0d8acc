//go:build race

package bot_test

// slowness is how much slower everything is with the race detector.
const slowness = 5
