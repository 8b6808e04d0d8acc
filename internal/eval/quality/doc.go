// Package quality measures all question sets in one run and writes a report for
// people: figures with their intervals, goals and simple methods beside them,
// and the worst errors explained.
//
// It must not copy a text of a foreign set into the report: errors there are
// named by their ids and explained by places and figures. It tunes nothing.
package quality
