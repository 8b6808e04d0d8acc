// Package fakellm is a server on this machine that speaks OpenAI's protocol, for
// tests: scripted for each call, with every fault that a real one can have, and
// with a hostile mode that does whatever an article or a question tells it.
//
// It is imported by tests only, and knows nothing of the program's own types.
package fakellm
