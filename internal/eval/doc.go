// Package eval measures the quality of answers and of search against question
// files: which questions were answered right, which passages were found, when
// the program abstained, whether quotes are verbatim and how long it all took.
//
// It asks through the same calls as the terminal and judges what comes back.
// It must not reach into ranking or composing, must not tune anything to a
// question file, and prints nothing by itself: a Report is written where the
// caller says.
package eval
