package verify

// worldWars checks that both sides speak of the same world war.
func (v *Result) worldWars(claim *facts, sources []*facts) {
	own := claim.worldWar()
	for _, s := range sources {
		if other := s.worldWar(); own != 0 && other != 0 && own != other {
			v.Fail(FailedName, "World War", s.text)
		}
	}
}

// worldWar is the number of the world war that the sentence names, or 0.
func (f *facts) worldWar() int {
	for i := 0; i+2 < len(f.words); i++ {
		a, b, c := f.words[i].Norm, f.words[i+1].Norm, f.words[i+2].Norm
		n := 0
		switch {
		case a == "world" && b == "war":
			n = warNumbers[c]
		case b == "world" && c == "war":
			n = warNumbers[a]
		}
		if n != 0 {
			return n
		}
	}
	return 0
}

var warNumbers = map[string]int{"i": 1, "one": 1, "first": 1, "ii": 2, "two": 2, "second": 2}
