// Package customid writes and reads the custom IDs of buttons, menus and forms.
//
// A custom ID is all that Discord gives back of a button, so that it carries what
// is needed to go on after a restart: what to do, with which answer, on which
// page, and who alone may press. It never carries text that somebody wrote, nor
// anything secret: who can see a button can read it, and anybody can send any.
package customid
