package html

import (
	"regexp"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"sherpa/internal/text"
)

// clutter are the elements that never belong to an article's text.
var clutter = map[string]bool{
	"head": true, "title": true, "nav": true, "aside": true, "footer": true, "fieldset": true, "dialog": true, "menu": true, "rt": true, "rp": true,
}

// clutterName matches a class or an id of what stands around an article:
// posts of social networks, buttons to share, lists of other articles,
// comments, advertisements, invitations to subscribe.
var clutterName = regexp.MustCompile(`(?i)^(?:` +
	`twitter-tweet|instagram-media|fb-post|tiktok-embed|bluesky-embed|reddit-embed.*|(?:social|embed|tweet)[-_](?:embed|post|media|container)|` +
	`(?:social|share|sharing|addthis|sharedaddy)(?:[-_].*)?|.*[-_](?:share|sharing)(?:[-_](?:bar|buttons?|tools?|links?|count))?|` +
	`(?:article|entry|post|story)[-_](?:share|sharing|social|tools|tags|related)|` +
	`read[-_]?more(?:[-_](?:links?|box|list|stories))?|(?:related|recommended|more)[-_](?:articles?|posts?|stories|story|links?|news|coverage)|` +
	`comments|comments?[-_](?:area|list|section|count|form)|disqus_thread|` +
	`newsletter(?:[-_].*)?|subscribe(?:[-_].*)?|promo(?:[-_].*)?|ad|ads|advert|advertisement|ad[-_](?:slot|unit|container|wrapper)|` +
	`breadcrumbs?|cookie[-_]?(?:banner|notice|consent)|skip[-_]link` +
	`)$`)

// prune takes out of the tree what a reader does not see and what stands
// around articles, and returns the size of the text that is left in bytes.
func prune(n *html.Node, s sheet) (visible int) {
	for c := n.FirstChild; c != nil; {
		next := c.NextSibling
		if unwanted(c, s) {
			n.RemoveChild(c)
		} else if c.Type == html.TextNode {
			visible += len(strings.TrimSpace(c.Data))
		} else {
			visible += prune(c, s)
		}
		c = next
	}
	return visible
}

func unwanted(n *html.Node, s sheet) bool {
	if n.Type != html.ElementNode {
		return n.Type == html.CommentNode
	}
	switch n.Data {
	case "html", "body":
		return false
	case "form": // some frameworks wrap the whole page in one
		return !holdsParagraphs(n)
	}
	return clutter[n.Data] || hasAttr(n, "hidden") || isClutter(n) || s.hides(attr(n, "class"), attr(n, "id"))
}

// demote turns headings of the first rank into those of the second and takes
// out those that repeat the title. Without a title to go by, readability does
// not take headings out; it would every one whose words occur in the title.
func demote(root *html.Node, title string) {
	var repeated []*html.Node
	walk(root, func(n *html.Node) bool {
		if n.Data != "h1" {
			return true
		}
		n.Data, n.DataAtom = "h2", atom.H2
		if text.Fold(textIn(n)) == text.Fold(title) {
			repeated = append(repeated, n)
		}
		return true
	})
	for _, n := range repeated {
		n.Parent.RemoveChild(n)
	}
}

func isClutter(n *html.Node) bool {
	if n.Data == "main" || n.Data == "article" {
		return false
	}
	for name := range strings.FieldsSeq(attr(n, "class") + " " + attr(n, "id")) {
		if clutterName.MatchString(name) {
			return true
		}
	}
	return false
}

// holdsParagraphs reports whether an element holds several paragraphs.
func holdsParagraphs(n *html.Node) bool {
	paragraphs := 0
	walk(n, func(e *html.Node) bool {
		if e.Data == "p" {
			paragraphs++
		}
		return paragraphs < 3
	})
	return paragraphs >= 3
}

func attr(n *html.Node, key string) string {
	for _, a := range n.Attr {
		if a.Key == key {
			return a.Val
		}
	}
	return ""
}

func hasAttr(n *html.Node, key string) bool {
	for _, a := range n.Attr {
		if a.Key == key {
			return true
		}
	}
	return false
}

// walk calls f for every element below n, in the order of the page, and does
// not enter those for which f returns false.
func walk(n *html.Node, f func(*html.Node) bool) {
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		if c.Type == html.ElementNode && f(c) {
			walk(c, f)
		}
	}
}
