package html

import "testing"

func TestParseFindsTitle(t *testing.T) {
	t.Parallel()
	const page = `<html lang=en><head><title>Two rivers agree | The Example</title>
<meta property=og:site_name content="The Example"></head><body><nav><a href=/>Home</a></nav><article>
<h1>Two rivers agree</h1><p>The delegations met on Friday, and talked, for nearly three hours in a hall by the river,
officials said after the talks.</p></article></body></html>`
	d, err := Parse([]byte(page), "https://www.example.com/a/b", "text/html")
	if err != nil || d.Title != "Two rivers agree" {
		t.Errorf("Parse: title %q, error %v", d.Title, err)
	}
}
