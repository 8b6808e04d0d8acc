// Package prompt writes what a language model is asked and reads what it replies.
// Everything that comes from an article, a conversation or an asker is data in a
// prompt: it is cleaned, marked line by line and fenced with delimiters that are
// drawn anew for each request, and so are the tokens by which the model cites.
// What a reply says is mapped back to what was given; nothing else of it counts.
//
// A sentence of an article stands in a prompt as "TOKEN│ text", and a title, a
// publisher, a date, a question or a turn of a conversation as "MARK│ text", all of
// it between a line "BEGIN DELIMITER" and a line "END DELIMITER". Token, mark and
// delimiter are drawn again if any text holds them.
//
// It sends nothing, knows no model and no network, and does not judge whether a
// reply is true: verification is package answer's.
package prompt
