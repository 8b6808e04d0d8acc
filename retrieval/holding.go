package retrieval

import (
	"regexp"
	"strings"
)

// holding asks who holds an office in more words than "who is" does.
var holding = regexp.MustCompile(`(?i)^(who|(?:which|what) (?:official|person|politician|man|woman|member|figure)) (holds|held|has|had|fills|filled|occupies|occupied) the (?:post|office|position|job|role) of `)

// plainlyHeld asks "Who is …?" for "Which official holds the post of …?"
func plainlyHeld(s string) string {
	if !strings.Contains(s, " the ") {
		return s
	}
	m := holding.FindStringSubmatch(s)
	if m == nil {
		return s
	}
	is := "is"
	if strings.HasSuffix(strings.ToLower(m[2]), "d") {
		is = "was"
	}
	return "Who " + is + " the " + s[len(m[0]):]
}
