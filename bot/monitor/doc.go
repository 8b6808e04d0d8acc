// Package monitor shows an operator how the bot does: whether it is healthy,
// figures for Prometheus, and logs without secrets.
//
// Nothing in it names a person, a server or a text: figures are labelled with
// kinds alone, and what a label may say is bounded. The package watches; it
// starts nothing, stops nothing and decides nothing.
package monitor
