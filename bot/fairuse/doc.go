// Package fairuse decides whether somebody may ask now: how many questions a
// user, a server and everybody together may ask in a minute. So one of them can
// neither starve the others nor run up the bill.
//
// All is in memory, bounded, and forgotten at the end of the program; what is
// counted by the day lies in the store. The package knows keys and times, and
// nothing of Discord.
package fairuse
