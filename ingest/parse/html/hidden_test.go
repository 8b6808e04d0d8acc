package html

import (
	"strings"
	"testing"
)

// TestHiddenText hides a sentence in every way that the package knows, inside
// an article that is found, and shows it in ways that only look like hiding.
func TestHiddenText(t *testing.T) {
	t.Parallel()
	tests := []struct {
		markup string // $ stands for the sentence
		shown  bool
	}{
		{`<p>$</p>`, true},
		{`<p hidden>$</p>`, false},
		{`<p hidden="until-found">$</p>`, false},
		{`<div aria-hidden=" TRUE "><p>$</p></div>`, false},
		{`<div aria-hidden="false"><p>$</p></div>`, true},
		{`<p style="display:none">$</p>`, false},
		{`<p style="color:red;DISPLAY : NONE !important">$</p>`, false},
		{`<p style="visibility:hidden">$</p>`, false},
		{`<p style="opacity:0.0">$</p>`, false},
		{`<p style="opacity:0.9">$</p>`, true},
		{`<p style="font-size:0px">$</p>`, false},
		{`<p style="font-size:14px; margin-left:-4px">$</p>`, true},
		{`<p style="position:absolute;left:-10000px">$</p>`, false},
		{`<p style="text-indent:-999em">$</p>`, false},
		{`<p style="height:1px;width:1px;overflow:hidden">$</p>`, false},
		{`<p style="height:1px">$</p>`, true},
		{`<p style="clip:rect(0,0,0,0)">$</p>`, false},
		{`<p style="color:transparent">$</p>`, false},
		{`<p style="">$</p>`, true},
		{`<p class="sr-only">$</p>`, false},
		{`<p class="text Visually-Hidden">$</p>`, false},
		{`<p class="hidden">$</p>`, false},
		{`<p class="hidden md:block">$</p>`, true},
		{`<p class="d-none d-lg-block">$</p>`, true},
		{`<p><b hidden>$</b> and more</p>`, false},
		{`<p>and <i style="display:none"><p>$</p></i> more</p>`, false},
		{`<p><b><i hidden>x</b><p>$</p></i>`, false},
		{`<p>a <template><p>$</p></template> b</p>`, false},
		{`<p>a <button><p>$</p></button> b</p>`, false},
		{`<p>a <svg><title>$</title><text>$</text></svg> b</p>`, false},
		{`<p>a <svg/> $ b</p>`, true},
		{`<p>a <object><p>$</p></object> b</p>`, false},
		{`<p>a <noscript>$</noscript> b</p>`, false},
		{`<p>a <textarea>$</textarea> b</p>`, false},
		{`<p>a <iframe>$</iframe> b</p>`, false},
		{`<p>a <xmp>$</xmp> b</p>`, false},
		{`<p>a <script>document.write("$")</script> b</p>`, false},
		{`<p>a <!-- $ --> b</p>`, false},
		{`<p>a <!-- --!> $ b</p>`, true},
		{`<p>a <img src=x alt="$" title="$"> b</p>`, false},
		{`<p title="$" data-x="$" aria-label="$">a b</p>`, false},
		{`<input value="$" placeholder="$">`, false},
		{`<p>a <select><option>$</select> b</p>`, false},
		{`<dialog><p>$</p></dialog>`, false},
		{`<title>$</title>`, false},
		{`<style>.x{display:none}</style><p class="y x">$</p>`, false},
		{`<p id=x>$</p><style>@import "a.css"; /* .x{} */ p, #x { color:red; visibility:hidden }</style>`, false},
		{`<style>.x{display:none} .open .x{display:block}</style><p class="x">$</p>`, true},
		{`<style>@media print{.x{display:none}} .y{color:red}</style><p class="x y">$</p>`, true},
		{`<style>.x .z, .x:hover{display:none}</style><p class="x">$</p>`, true},
		{`<style>.x{display:none`, false},
		{`<nav><p>$</p></nav>`, false},
		{`<aside><p>$</p></aside>`, false},
		{`<blockquote class="twitter-tweet"><p>$</p></blockquote>`, false},
		{`<div class="social-share"><p>$</p></div>`, false},
		{`<div class="story-body-with-a-share"><p>$</p></div>`, false},
		{`<form><p>$</p></form>`, false},
		{`<blockquote><p>$</p></blockquote>`, true},
		{`<p>a <x-unknown>$</x-unknown> b</p>`, true},
		{`<details><summary>More</summary><p>$</p></details>`, true},
	}
	const sentence = "Sturgeon, once thought lost, were seen at the upper weir, say anglers, who counted nine of them."
	for _, tt := range tests {
		markup := strings.ReplaceAll(tt.markup, "$", sentence)
		if !strings.Contains(tt.markup, "$") {
			markup += sentence
		}
		page := "<article><p>" + prose + prose + "</p><p>" + prose + prose + "</p>" + markup + "</article>"
		d, err := Parse([]byte(page), "", "")
		if err != nil {
			t.Errorf("%s: %v", tt.markup, err)
			continue
		}
		d.Title = "" // it may be all that there is to name the page
		if shown := strings.Contains(printed(d), "Sturgeon"); shown != tt.shown {
			t.Errorf("%s: became text: %v, want %v", tt.markup, shown, tt.shown)
		}
	}
}
