package text

// IsStop reports whether a folded word is so common in English that it says
// nothing about what a text is about.
func IsStop(norm string) bool { return stopWords[norm] }

var stopWords = WordSet(`
a an the this that these those such
i me my we us our ours you your yours he him his she her hers it its they them their theirs
one ones oneself himself herself itself themselves myself yourself ourselves
who whom whose which what when where why how
and or but nor so yet if then than because while although though unless until whether as
of at by for with about against between into through during before after above below to from up down in out on off over under
again further here there upon within without toward towards among across per via
am is are was were be been being have has had having do does did doing done
will would shall should can could may might must ought
not no never
all any both each few more most other some only same too very just also even still much many
along together already ever really actually exactly maybe perhaps anyway please
s t d ll m re ve don didn doesn isn aren wasn weren wouldn couldn shouldn hasn haven hadn
don't didn't doesn't isn't aren't wasn't weren't won't wouldn't couldn't shouldn't hasn't haven't hadn't can't cannot
i'm you're he's she's it's we're they're i've you've we've they've i'd you'd he'd she'd we'd they'd i'll you'll he'll she'll we'll they'll
that's what's who's where's when's how's there's let's
`)
