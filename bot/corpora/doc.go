// Package corpora says whose articles are searched. It holds the default store and
// the store files of servers that added articles of their own, answers questions
// from either or both, and changes a server's articles: pages, feeds and files in,
// articles and feeds out, feeds read on their schedule.
//
// Each file is searched by itself, with its own words and counts; only the ranks
// of what was found are joined, and only for the server whose scope it is. The
// package knows nothing of messages and commands, and it never shows one server
// what is another's.
package corpora
