package answer

import "sherpa/internal/text"

// wordSet is the set of the words of a list.
func wordSet(list string) map[string]bool { return text.WordSet(list) }

// modals make a sentence speak of what may, should or might be, which says
// nothing of what was.
var modals = wordSet(`would could should may might can will if whether unless hope hopes hoped hoping expect expects expected plan plans planned seek seeks sought
	want wants wanted possible possibly potential potentially suggest suggested propose proposed intend intended aim aims prospect scheduled hinting hinted willing willingness ready readiness insist insists insisted
	demand demands demanded call calls called urge urged goal aim objective need needs needed must promise promised warn warned offer offered condition conditions contingent`)
