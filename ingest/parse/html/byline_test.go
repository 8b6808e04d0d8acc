package html

import "testing"

func TestVisibleAuthor(t *testing.T) {
	t.Parallel()
	tests := map[string]string{
		"By Ann Weir": "Ann Weir", "by Ann Weir22 Dec 2016651": "Ann Weir", "Von: Maria Gipfel": "Maria Gipfel",
		"ANN WEIR March 11, 2015 3:46 PM": "ANN WEIR", "Ann Weir, Sat, Aug. 16, 2025": "Ann Weir", "Ann Weir | 16 August": "Ann Weir", "Ann Weir —": "Ann Weir",
		"Ann Weir and Ben Sluice": "Ann Weir and Ben Sluice", "Mary May": "Mary May", "Von Trapp": "Trapp",
		"Last updated: January 7, 2025": "", "April 28, 2019 at 6:01 am": "", "Follow": "", "https://x.example/ann": "", "": "", "—": "", "Staff": "",
	}
	for in, want := range tests {
		if got := visibleAuthor(in); got != want {
			t.Errorf("visibleAuthor(%q) = %q, want %q", in, got, want)
		}
	}
}

func TestIsByline(t *testing.T) {
	t.Parallel()
	tests := map[string]bool{
		"By Ann Weir": true, "By ANN WEIR, in Upper Mill": true, "Posted 3 July 2025 by Ann Weir": true,
		"16 August 2025": true, "Saturday, August 16, 2025, 10:40 a.m. EST": true, "Published: 16 Aug 2025": true, "1:39 PM ET": true, "5 hours ago": true, "8:09": true,
		"Ann Weir left the table.": false, "He met Ann Weir, who had been at the table since the morning, and then the others came in as well": false,
		"On Friday": false, "In May 2025": false, "May": false, "2,000 were counted": false, "Monday": false,
	}
	for in, want := range tests {
		if got := isByline(in, "ann weir"); got != want {
			t.Errorf("isByline(%q) = %v, want %v", in, got, want)
		}
	}
}
