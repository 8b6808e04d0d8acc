// Package bot answers people on Discord. It turns what Discord tells (bot/event)
// into questions, asks whoever answers them, and shows the answers (bot/render)
// through one sender (bot/rest) that can never ping anybody.
//
// Everything is acknowledged before any other work is done; a question that was
// delivered twice is answered once; and every acknowledged question ends in an
// answer or in a plain sentence that says what went wrong. The package speaks
// answers, not rows: it knows neither SQL, nor settings files, nor language
// models.
package bot
