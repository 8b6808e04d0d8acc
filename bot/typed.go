package bot

import "strings"

// withoutCommand is what somebody asks who wrote a command as text.
func withoutCommand(s string) string {
	rest, typed := strings.CutPrefix(s, "/ask ")
	if !typed {
		return s
	}
	return strings.TrimPrefix(strings.TrimSpace(rest), "question:")
}
