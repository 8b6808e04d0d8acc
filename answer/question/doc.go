// Package question reads what a question asks: what its words weigh and which
// others stand for them, the sort of value that answers it, who it says did what,
// what it takes for granted, and between what it lets choose.
//
// It sees no sentence of an article. What a question means must not depend on what
// would answer it.
package question
