package fakellm

import "sherpa/internal/fakeserver"

// description is OpenAI's. It allows any field, which would let misspelt ones pass.
var description = &fakeserver.Description{
	Of: "OpenAI", File: "openai-openapi.json", Origin: "https://api.openai.com/v1", Text: shortened, Closed: true,
}

// shortened is a text as the description sees it, which has no rule for long ones.
func shortened(text string) string {
	const long = 100
	if len(text) >= long {
		return "..."
	}
	return text
}
