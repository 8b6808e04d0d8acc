// Package fakellm is a server on this machine that speaks OpenAI's protocol, for
// tests: scripted for each call, with every fault that a real one can have, and
// with a hostile mode that does whatever an article or a question tells it.
//
//	m := fakellm.New(t, fakellm.Options{})
//	// ... a client of m.APIURL() ...
//	m.Script(fakellm.Reply{Text: "Paris [a1b2]."}, fakellm.RateLimited(time.Second))
//	sent := m.Calls()[0].Chat
//
// What is not scripted is answered by a Model: by Honest, which repeats sentences
// that it was given with their citation tokens, unless the Options name another,
// such as Hostile. Models work without a server too.
//
// A server made by New fails its test at the end if a request broke a rule: one
// of OpenAI's OpenAPI description, where that is at hand, or one that its servers
// are known to enforce. ExpectViolations leaves that to the test.
//
// The package is for tests alone. Of the module it imports fakeserver only: what it
// knows of a prompt it reads from the prompt's text, as a model does.
package fakellm
