package retrieval

// Kind is the kind of answer that a question expects.
type Kind int

// The kinds of answers.
const (
	KindOther Kind = iota
	KindPerson
	KindPlace
	KindDate
	KindDuration
	KindNumber
	KindOrganisation
	KindList
	KindYesNo
	KindQuotation
	KindReason
	KindWhoIs // who or what somebody is
	KindManner
	kindCount
)

var kindNames = [kindCount]string{
	KindOther: "other", KindPerson: "person", KindPlace: "place", KindDate: "date", KindDuration: "duration", KindNumber: "number",
	KindOrganisation: "organisation", KindList: "list", KindYesNo: "yes/no", KindQuotation: "quotation", KindReason: "reason",
	KindWhoIs: "who-is", KindManner: "manner",
}

// String names the kind in explanations.
func (k Kind) String() string { return kindNames[k] }
