// Package fakeserver is what the fake servers of the tests share: a Host that
// serves on the loopback address until it is closed, an OpenAPI Description that
// requests are held against, Rules that remember what requests broke, and Changes
// to wait for.
//
//	host, err := fakeserver.Listen(nil)
//	host.Serve(handler)
//	defer host.Close()
//
// It knows neither Discord nor language models: what a request is answered, and
// which further rules there are, is the business of the fakes.
//
// The package is for the fakes alone, which are for tests alone. It must not import
// any package of the module.
package fakeserver
