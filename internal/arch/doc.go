// Package arch holds the shape of the repository in tests: which package may
// import which, that each says what it is for, and that the pages for readers
// agree with the tree.
//
// It has no code but its tests, reads source files only, and must not import
// any package of the module.
package arch
