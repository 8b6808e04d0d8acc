// Package texts holds everything the bot says, in six languages, and writes
// numbers, dates and lengths of time as each language does.
//
// The texts lie in locales/<area>.<language>.yaml; every key begins with its
// area ("answer.sources"). A text is one plain sentence where it can be, says
// what to do next, and addresses people formally. The package neither escapes
// what is put into a text (whoever writes a message does) nor decides which
// text is shown.
package texts
