package fakellm

// Honest is a model.
func Honest(p Prompt) string { return "" }
