// Package fakediscord is a Discord for tests: a server on the loopback address
// with the part of the REST API that Sherpa uses and a WebSocket gateway.
//
// It refuses what Discord refuses, with Discord's error codes, keeps what a
// channel and an asker would see, records every request, and can be told to
// fail in every way that Discord is known to fail. Any number of servers run
// side by side; they share nothing but the parsed OpenAPI description.
//
//	d := fakediscord.New(t, fakediscord.Options{})
//	// ... a bot that uses d.APIURL() and d.Token() ...
//	conn, err := d.AwaitReady(ctx, 0)
//	in := d.Slash(fakediscord.From{GuildID: "7", ChannelID: "8"}, "ask", fakediscord.Text("question", "Why?"))
//	d.Interact(in)
//	err = d.WaitFor(ctx, func() bool { return d.Response(in.Token).Original != nil })
//
// A server made by New fails its test at the end if a request broke a rule that
// Discord does not enforce by refusing: one of the OpenAPI description, or one
// of ours, such as that nothing may ping. ExpectViolations leaves that to the
// test.
//
// Faults of REST are scripted with Fault, those of the gateway with NextConnection,
// EveryConnection and the methods of Conn. Time comes from Options.Now.
//
// The package is for tests alone. Of the module it imports fakeserver only: what it
// demands is what Discord demands, not what Sherpa believes.
package fakediscord
