package config

import (
	"fmt"
	"strings"

	"github.com/agnivade/levenshtein"
)

// suggestion names the key nearest to an unknown path, if one is near: at most
// a third of its letters differ, or it stands in another section.
func suggestion(path string) string {
	best, least := "", len(path)/3+1
	for _, k := range keys {
		d := levenshtein.ComputeDistance(path, k.path)
		if last(k.path) == last(path) {
			d = min(d, 1)
		}
		if d < least {
			best, least = k.path, d
		}
	}
	if best == "" {
		return ""
	}
	return fmt.Sprintf("; did you mean %s?", best)
}

// last returns the part of path after its last dot.
func last(path string) string { return path[strings.LastIndexByte(path, '.')+1:] }
