package value

import "strings"

// Dimension is what a unit measures.
type Dimension int

// What units measure.
const (
	NoDimension Dimension = iota
	Length
	Area
	Volume
	Mass
	Speed
	Temperature
	Power
	Magnitude // of an earthquake
)

// unitSize is a unit of measure: its dimension and how many of the dimension's
// base unit (metre, square metre, litre, kilogram, metre a second, watt) it is.
type unitSize struct {
	dimension Dimension
	size      float64
	spellings string
}

// unitSizes are the units by their names. The size of a degree whose scale is
// unknown is 0.
var unitSizes = map[string]unitSize{
	"miles":              {Length, 1609.344, "mile miles mi"},
	"nautical miles":     {Length, 1852, ""},
	"km":                 {Length, 1000, "km kms kilometre kilometres kilometer kilometers"},
	"metres":             {Length, 1, "m metre metres meter meters"},
	"cm":                 {Length, 0.01, "cm centimetre centimetres centimeter centimeters"},
	"mm":                 {Length, 0.001, "mm millimetre millimetres millimeter millimeters"},
	"feet":               {Length, 0.3048, "foot feet ft"},
	"inches":             {Length, 0.0254, "inch inches"},
	"yards":              {Length, 0.9144, "yard yards"},
	"fathoms":            {Length, 1.8288, "fathom fathoms"},
	"square km":          {Area, 1e6, "km2 sqkm"},
	"square metres":      {Area, 1, "m2 sqm"},
	"acres":              {Area, 4046.856, "acre acres"},
	"hectares":           {Area, 10000, "ha hectare hectares"},
	"tonnes":             {Mass, 1000, "tonne tonnes"},
	"tons":               {Mass, 907.185, "ton tons"},
	"kg":                 {Mass, 1, "kg kgs kilo kilos kilogram kilograms kilogramme kilogrammes"},
	"grams":              {Mass, 0.001, "gram grams gramme grammes"},
	"lb":                 {Mass, 0.453592, "lb lbs pound"},
	"ounces":             {Mass, 0.0283495, "ounce ounces"},
	"litres":             {Volume, 1, "litre litres liter liters"},
	"gallons":            {Volume, 3.785412, "gallon gallons"},
	"barrels":            {Volume, 158.9873, "barrel barrels"},
	"knots":              {Speed, 0.514444, "knot knots"},
	"mph":                {Speed, 0.44704, "mph"},
	"kmh":                {Speed, 0.277778, "kmh kph"},
	"metres a second":    {Speed, 1, ""},
	"degrees":            {Temperature, 0, "degree degrees"},
	"degrees celsius":    {Temperature, 1, "ºc"},
	"degrees fahrenheit": {Temperature, 5. / 9, "ºf"},
	"megawatts":          {Power, 1e6, "mw megawatt megawatts"},
	"gigawatts":          {Power, 1e9, "gw gigawatt gigawatts"},
	"kilowatts":          {Power, 1e3, "kw kilowatt kilowatts"},
	"magnitude":          {Magnitude, 1, ""},
}

// measures maps the spellings of units of measure to one name.
var measures = func() map[string]string {
	m := map[string]string{}
	for name, u := range unitSizes {
		for spelling := range strings.FieldsSeq(u.spellings) {
			m[spelling] = name
		}
	}
	return m
}()

// DimensionOf is what a unit measures.
func DimensionOf(unit string) Dimension { return sizeOf(unit).dimension }

// sizeOf is the size of a unit, also of the squares and cubes of lengths.
func sizeOf(unit string) unitSize {
	if u, ok := unitSizes[unit]; ok {
		return u
	}
	power, length, _ := strings.Cut(unit, " ")
	u, ok := unitSizes[length]
	switch {
	case !ok || u.dimension != Length:
	case power == "square":
		return unitSize{dimension: Area, size: u.size * u.size}
	case power == "cubic":
		const litres = 1000 // in a cubic metre
		return unitSize{dimension: Volume, size: u.size * u.size * u.size * litres}
	}
	return unitSize{}
}

// inBase is v in the base unit of its dimension; for temperatures that is degrees
// Celsius.
func inBase(v Value) (low, high float64) {
	const freezing = 32 // degrees Fahrenheit
	u := sizeOf(v.Unit)
	if v.Unit == "degrees fahrenheit" {
		return (v.Low - freezing) * u.size, (v.High - freezing) * u.size
	}
	return v.Low * u.size, v.High * u.size
}
