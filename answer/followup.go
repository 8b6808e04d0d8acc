package answer

import (
	"sherpa/internal/text"
)

// resolve makes a question that leans on the conversation stand alone.
func resolve(qn Question) string {
	return text.Squeeze(text.Clean(qn.Text))
}
