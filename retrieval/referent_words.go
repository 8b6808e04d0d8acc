package retrieval

import (
	"strings"

	"sherpa/internal/text"
)

// noun tells the nouns for people, with their gender, from all others.
type noun int

const (
	notOfPeople noun = iota
	ofPeople
	ofMen
	ofWomen
)

func (n noun) gender() gender {
	switch n {
	case ofMen:
		return genderMale
	case ofWomen:
		return genderFemale
	}
	return genderUnknown
}

// personNouns are offices, professions and other nouns for people.
var personNouns = func() map[string]noun {
	m := map[string]noun{}
	for n, list := range map[noun]string{
		ofPeople: `president minister premier chancellor mayor governor senator secretary ambassador envoy diplomat adviser advisor aide chief leader head director
			chair chairperson chairman officer official commissioner deputy speaker spokesperson representative delegate politician candidate lawmaker legislator
			councillor councilor member judge justice lawyer attorney solicitor barrister prosecutor magistrate juror notary sheriff inspector detective general
			admiral captain colonel major lieutenant sergeant commander corporal soldier pilot copilot skipper sailor diver driver engineer architect scientist
			physicist chemist biologist mathematician economist historian philosopher sociologist psychologist oceanographer geologist geographer meteorologist
			researcher professor lecturer teacher principal headteacher student pupil doctor dr prof surgeon nurse physician dentist vet veterinarian midwife
			paramedic firefighter rescuer author writer poet novelist playwright journalist reporter correspondent editor columnist publisher blogger singer
			musician composer conductor pianist violinist guitarist artist painter sculptor photographer designer actor director producer dancer comedian player
			footballer striker goalkeeper defender midfielder coach trainer referee athlete swimmer runner cyclist boxer golfer manager executive ceo founder
			cofounder owner entrepreneur investor banker analyst trader accountant auditor consultant expert specialist broker shopkeeper farmer fisher grower
			worker employee labourer laborer miner builder electrician plumber mechanic technician operator keeper guard clerk librarian curator archivist
			bishop archbishop cardinal pope priest pastor rabbi imam vicar dean rector saint activist campaigner organiser organizer unionist volunteer resident
			neighbour neighbor witness survivor victim suspect defendant plaintiff claimant passenger tourist visitor guest customer tenant landlord parent child
			relative cousin friend colleague successor predecessor counterpart negotiator mediator interpreter translator explorer inventor navigator astronaut
			retiree pensioner teenager orphan refugee migrant citizen voter ruler monarch emperor cabinet-maker baker butcher cook chef waiter tailor carpenter
			maker geneticist virologist epidemiologist statistician programmer developer hacker courier postman captain treasurer trustee ombudsman whistleblower
			chemist pharmacist therapist counsellor counselor caretaker janitor warden ranger forester hunter`,
		ofMen: `man boy king prince duke count lord sir mr father son brother husband uncle nephew grandfather grandson actor chairman spokesman businessman
			policeman fisherman congressman statesman fireman salesman nobleman monk widower gentleman waiter baron postman cameraman sportsman`,
		ofWomen: `woman girl queen princess duchess countess lady mrs ms miss mother daughter sister wife aunt niece grandmother granddaughter actress
			chairwoman spokeswoman businesswoman policewoman congresswoman stateswoman nun widow waitress hostess heiress goddess baroness empress mistress
			cameraswoman sportswoman`,
	} {
		for w := range strings.FieldsSeq(list) {
			m[w] = max(m[w], n)
		}
	}
	return m
}()

// notOfPersons are the words of names that are no person's.
var notOfPersons = set(`war council committee department ministry party union league organization organisation agency bank company corporation university college
	treaty act court church army navy force forces house senate congress parliament base city street river sea ocean island islands empire kingdom republic
	europe asia africa america north south east west conference summit olympics cup prize award institute museum times post news storm hurricane typhoon
	bridge hall park square station airport hospital school valley mountain mount lake bay county province state district region village town group federation
	association society foundation alliance club team ltd inc plc corp airlines railway cross`)

// pronounGender are the pronouns for one person.
var pronounGender = map[string]gender{
	"he": genderMale, "him": genderMale, "his": genderMale, "himself": genderMale,
	"she": genderFemale, "her": genderFemale, "hers": genderFemale, "herself": genderFemale,
}

var (
	pluralPronouns    = set(`they them their theirs themselves`)
	determiners       = set(`the a an its his her their our`)
	placePrepositions = set(`in at near outside inside around throughout within`)
	relatives         = set(`who whom whose which that where when`)
	// headEnds are the words that come after the noun of a description.
	headEnds = set(`of for at in from on to with who that which by and under since as amid`)
	// officeVerbs are the verbs of whose doing an office consists.
	officeVerbs = text.StemSet(`lead head run chair own manage direct found command represent edit coach`)
)
