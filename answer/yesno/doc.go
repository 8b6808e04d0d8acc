// Package yesno reads from a sentence whether what a question asks is so, is denied
// or is only spoken of as possible.
//
// Yes and no need a clause that says so. What is hoped, planned or feared is
// neither, and a sentence that tells something else decides nothing.
package yesno
