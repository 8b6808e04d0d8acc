//go:build !race

package bot_test

const slowness = 1
