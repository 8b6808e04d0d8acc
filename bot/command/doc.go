// Package command holds Sherpa's application commands as data, in all languages,
// and registers them with Discord when they changed.
//
// It says what can be typed, not what happens then. Names and descriptions come
// from bot/texts; the English names are what an interaction carries, whatever
// language somebody types in, so that they stay as they are once published.
package command
