package customid

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"strconv"
	"strings"
)

// What cannot be read.
var (
	// ErrOld is a custom ID of another version: the button was made before an
	// update (or after one that was undone), and the question has to be asked again.
	ErrOld = errors.New("the button is from another version")
	// ErrForeign is text that this package never wrote.
	ErrForeign = errors.New("not a custom ID of ours")
)

// Limits.
const (
	// Max is what Discord allows a custom ID, in code points.
	Max = 100
	// MaxPage is the greatest page.
	MaxPage = 99_999

	maxField = 24
)

const version = "v1"

// ID is what a custom ID says.
type ID struct {
	Action Action
	// Answer is an answer's short id, Item the key of anything else that the
	// action is about (an article, a reason), and Asker that of the only one who
	// may press; each may be empty. What does not fit into a custom ID as it is
	// (more than 24 characters, or others than letters, digits, - _ and .) comes
	// back as its Key: compare with that.
	Answer, Item, Asker string
	// Page counts from 0.
	Page int
}

// String is the custom ID: never longer than Max, whatever the fields hold.
func (id ID) String() string {
	page := strconv.Itoa(min(max(id.Page, 0), MaxPage))
	return strings.Join([]string{version, string(id.Action), Key(id.Answer), page, Key(id.Asker), Key(id.Item)}, ":")
}

// At is the same ID with a page.
func (id ID) At(page int) ID {
	id.Page = page
	return id
}

// Key is text as a field of a custom ID holds it: as it is where it fits, else a
// short hash of it. The Key of a Key is itself.
func Key(text string) string {
	if fits(text) || isHash(text) {
		return text
	}
	sum := sha256.Sum256([]byte(text))
	return "~" + hex.EncodeToString(sum[:8])
}

// Parse reads a custom ID. It fails with ErrOld or ErrForeign.
func Parse(text string) (ID, error) {
	v, rest, found := strings.Cut(text, ":")
	if !found || !isVersion(v) {
		return ID{}, ErrForeign
	}
	if v != version {
		return ID{}, fmt.Errorf("version %s: %w", v, ErrOld)
	}
	parts := strings.Split(rest, ":")
	if !known[Action(parts[0])] {
		return ID{}, fmt.Errorf("an unknown action: %w", ErrOld)
	}
	if len(parts) != 5 {
		return ID{}, ErrForeign
	}
	page, err := strconv.Atoi(parts[2])
	if err != nil {
		return ID{}, ErrForeign
	}
	id := ID{Action: Action(parts[0]), Answer: parts[1], Page: page, Asker: parts[3], Item: parts[4]}
	// What would be written in another way was not written here.
	if id.String() != text {
		return ID{}, ErrForeign
	}
	return id, nil
}

// isVersion says whether text is "v" and a number of up to three digits.
func isVersion(text string) bool {
	digits, found := strings.CutPrefix(text, "v")
	return found && digits != "" && len(digits) <= 3 && strings.Trim(digits, "0123456789") == ""
}

// fits says whether text may stand in a custom ID as it is.
func fits(text string) bool {
	return len(text) <= maxField && !strings.ContainsFunc(text, func(r rune) bool {
		return (r < '0' || r > '9') && (r < 'a' || r > 'z') && (r < 'A' || r > 'Z') && r != '-' && r != '_' && r != '.'
	})
}

// isHash says whether text looks like what Key makes of text that does not fit.
func isHash(text string) bool {
	digits, found := strings.CutPrefix(text, "~")
	return found && len(digits) == 16 && strings.Trim(digits, "0123456789abcdef") == ""
}
