package prompt

import (
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"strings"
)

// fenceBytes is how many random bytes a delimiter has: 128 bits.
const fenceBytes = 16

// The characters of tokens, without those that are mistaken for one another. A
// letter and a digit take turns, so that no word is a token.
const (
	tokenLetters = "abcdefghjkmnpqrstvwxyz"
	tokenDigits  = "23456789"
)

// maxDraws is how often one token is drawn. Only a source of randomness that
// repeats itself reaches it.
const maxDraws = 1000

// errRepeats says that a source of randomness does not do its work.
var errRepeats = errors.New("the source of randomness repeats itself")

// draw draws the delimiters and tokens of one request. None of them occurs in
// what strangers wrote, and none occurs twice.
type draw struct {
	random io.Reader
	// foreign is everything that strangers wrote, in lower case.
	foreign string
	drawn   map[string]bool
}

func newDraw(random io.Reader, foreign []string) *draw {
	return &draw{random: random, foreign: strings.ToLower(strings.Join(foreign, "\n")), drawn: map[string]bool{}}
}

// fence draws the delimiter of the request.
func (d *draw) fence() (string, error) {
	return d.fresh(func() (string, error) {
		var b [fenceBytes]byte
		_, err := io.ReadFull(d.random, b[:])
		return hex.EncodeToString(b[:]), err
	})
}

// token draws a citation token, or a mark of lines that cannot be cited.
func (d *draw) token() (string, error) {
	return d.fresh(func() (string, error) {
		var token strings.Builder
		for _, alphabet := range []string{tokenLetters, tokenDigits, tokenLetters, tokenDigits} {
			c, err := d.oneOf(alphabet)
			if err != nil {
				return "", err
			}
			token.WriteByte(c)
		}
		return token.String(), nil
	})
}

// fresh draws until something comes that nobody wrote and that was not drawn.
func (d *draw) fresh(one func() (string, error)) (string, error) {
	for range maxDraws {
		s, err := one()
		if err != nil {
			return "", fmt.Errorf("draw a token of a prompt: %w", err)
		}
		if !d.drawn[s] && !strings.Contains(d.foreign, s) {
			d.drawn[s] = true
			return s, nil
		}
	}
	return "", errRepeats
}

// oneOf draws a character, each with the same chance.
func (d *draw) oneOf(alphabet string) (byte, error) {
	fair := 256 - 256%len(alphabet)
	for range maxDraws {
		var b [1]byte
		if _, err := io.ReadFull(d.random, b[:]); err != nil {
			return 0, err
		}
		if int(b[0]) < fair {
			return alphabet[int(b[0])%len(alphabet)], nil
		}
	}
	return 0, errRepeats
}
