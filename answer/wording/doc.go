// Package wording tells where quoted words stand in a text, or which run of its
// words comes closest and how the two differ.
//
// It sees one quotation and one text at a time, and must not search or know what
// articles are.
package wording
