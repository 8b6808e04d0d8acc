package html

import (
	"regexp"
	"strings"
)

// maxSheet is how much of a page's style sheets is read, in bytes.
const maxSheet = 256 << 10

var (
	cssComment = regexp.MustCompile(`(?s)/\*.*?\*/`)
	// simpleSelector is a selector of one class or one id.
	simpleSelector = regexp.MustCompile(`^[.#][A-Za-z0-9_-]+$`)
	anySelector    = regexp.MustCompile(`[.#][A-Za-z0-9_-]+`)
)

// sheet holds the classes (".name") and ids ("#name") that the page's own style
// sheets keep from being seen.
type sheet map[string]bool

// readSheet reads rules of one class or id. What is shown by a rule of any
// kind, or hidden only under a condition, counts as shown, so that a style
// sheet that is not understood costs no text.
func readSheet(css string) sheet {
	s := sheet{}
	shown := map[string]bool{}
	css = cssComment.ReplaceAllString(css[:min(len(css), maxSheet)], " ")
	for css != "" {
		var selector, body string
		selector, body, css = nextRule(css)
		if strings.HasPrefix(selector, "@") {
			continue
		}
		if hidingStyle(body) && !strings.Contains(body, "opacity") { // what fades in is seen later
			s.add(selector)
		} else if strings.Contains(body, "display") || strings.Contains(body, "visibility") {
			for _, name := range anySelector.FindAllString(selector, -1) {
				shown[name] = true
			}
		}
	}
	for name := range shown {
		delete(s, name)
	}
	return s
}

func (s sheet) add(selectors string) {
	for selector := range strings.SplitSeq(selectors, ",") {
		if selector = strings.TrimSpace(selector); simpleSelector.MatchString(selector) {
			s[selector] = true
		}
	}
}

// nextRule cuts the first rule off a style sheet. The body of a rule that holds
// other rules is returned as a whole.
func nextRule(css string) (selector, body, rest string) {
	open := strings.IndexByte(css, '{')
	if open < 0 {
		return "@", "", ""
	}
	selector = css[:open]
	if i := strings.LastIndexByte(selector, ';'); i >= 0 { // after an @import
		selector = selector[i+1:]
	}
	depth := 0
	for i := open; i < len(css); i++ {
		switch css[i] {
		case '{':
			depth++
		case '}':
			depth--
		}
		if depth == 0 {
			return strings.TrimSpace(selector), css[open+1 : i], css[i+1:]
		}
	}
	return "@", "", ""
}

// hides reports whether the sheet hides an element of these classes and id.
func (s sheet) hides(class, id string) bool {
	if len(s) == 0 {
		return false
	}
	for name := range strings.FieldsSeq(class) {
		if s["."+name] {
			return true
		}
	}
	return id != "" && s["#"+id]
}
