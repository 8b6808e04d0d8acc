package text

import "testing"

func TestSkeleton(t *testing.T) {
	t.Parallel()
	for _, same := range [][]string{
		{"zelensky", "zelenskyy", "zelenskiy", "zelenskij"},
		{"yuri", "yury", "juri"},
		{"sergei", "sergey", "sergii"},
		{"aleksandr", "alexandr"},
		{"mikhail", "mihail"},
		{"volodymyr", "wolodymyr"},
	} {
		for _, s := range same {
			if got, want := Skeleton(s), Skeleton(same[0]); got != want {
				t.Errorf("Skeleton(%q) = %q, and of %q it is %q", s, got, same[0], want)
			}
		}
	}
	for _, pair := range [][2]string{{"lavrov", "lukin"}, {"putin", "potanin"}, {"sergei", "sergeant"}, {"", "a"}, {"ii", "i"}} {
		if Skeleton(pair[0]) == Skeleton(pair[1]) {
			t.Errorf("%q and %q have one skeleton", pair[0], pair[1])
		}
	}
}
