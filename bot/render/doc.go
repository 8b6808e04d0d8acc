// Package render shows answers and reports: pure functions from what was found
// to messages in Discord's Markdown, in the asker's language.
//
// One layout serves every place. Quotations stay in their article's language,
// and a reader sees their bytes as they are stored. What does not fit on one
// message goes on further pages; nothing is cut without saying so. All foreign
// text is escaped here, and the only links lead to stored addresses.
//
// The package must not read a store, send anything or decide what may be asked:
// it knows neither the network nor the clock.
package render
