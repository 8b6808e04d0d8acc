// Package translated tells whether English sentences, or those of another
// language, bear out a sentence in English, Spanish, French, German, Russian or
// Ukrainian.
//
// Words are compared by what they mean in each language, by the lists in
// vocabulary. What cannot be read is a failure: a language model speaks here, and
// nobody else checks what it says. Package verify does the same within English.
package translated
