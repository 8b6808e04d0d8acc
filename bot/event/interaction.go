package event

// The contexts in which an interaction happens, with Discord's numbers.
const (
	inGuild = 0
	inBotDM = 1
)

// The installations that allow an interaction, as keys of the owners.
const (
	installedByGuild = "0"
	installedByUser  = "1"
)

// ParseInteraction reads an interaction from the JSON of INTERACTION_CREATE or
// of the HTTP endpoint. It fails if what is needed to answer is missing: the
// type, and but for a Ping the id and the token. Everything else that is missing
// or unknown leaves its field empty.
func ParseInteraction(raw []byte) (*Interaction, error) {
	o, err := parse("interaction", raw)
	if err != nil {
		return nil, err
	}
	in := &Interaction{
		ID:            o.id("id"),
		Ticket:        Ticket{ApplicationID: o.id("application_id"), Token: o.text("token"), Created: Time(o.id("id"))},
		Kind:          Kind(o.small("type", 0)),
		Place:         placeOf(o),
		User:          askerOf(o),
		Locale:        firstOf(o.text("locale"), o.text("guild_locale")),
		UserInstalled: userInstalled(o),
	}
	if in.Place.GuildID != "" {
		in.Permissions = o.object("member").bits("permissions")
	}
	if err := in.answerable(o); err != nil {
		return nil, err
	}
	in.readData(o)
	return in, nil
}

// answerable names what is missing for an answer.
func (in *Interaction) answerable(o object) error {
	given := map[string]string{"id": in.ID, "token": in.Token}
	if in.Kind > 0 {
		given["type"] = o.text("type")
	}
	if in.Kind == Ping {
		return nil
	}
	return want("interaction", given, "id", "token", "type")
}

// readData reads what the kind of the interaction brings along.
func (in *Interaction) readData(o object) {
	data := o.object("data")
	switch in.Kind {
	case CommandUsed, Autocomplete:
		in.Command = commandOf(data, in.Place)
	case Pressed:
		in.CustomID = data.text("custom_id")
		in.Values = texts(data.items("values"))
		in.Message = messageIn(o.object("message"), in.Place)
	case FormSent:
		in.CustomID = data.text("custom_id")
		in.Fields = fieldsOf(data)
		in.Message = messageIn(o.object("message"), in.Place)
	}
}

// placeOf is where an interaction happened.
func placeOf(o object) Place {
	channel := o.object("channel")
	p := Place{
		GuildID:     firstOf(o.id("guild_id"), o.object("guild").id("id")),
		ChannelID:   firstOf(o.id("channel_id"), channel.id("id")),
		ParentID:    channel.id("parent_id"),
		ChannelKind: channel.small("type", -1),
	}
	p.DM = p.GuildID == "" && withBot(o)
	return p
}

// withBot reports whether an interaction outside servers is in the bot's own
// direct messages. Where Discord gives no context, the owner "0" says so.
func withBot(o object) bool {
	if context := o.small("context", -1); context >= inGuild {
		return context == inBotDM
	}
	return o.object("authorizing_integration_owners").text(installedByGuild) == "0"
}

// userInstalled reports whether the asker's installation alone allows the
// interaction.
func userInstalled(o object) bool {
	owners := o.object("authorizing_integration_owners")
	return owners.text(installedByUser) != "" && owners.text(installedByGuild) == ""
}

// askerOf is the user: of the member in servers, elsewhere on its own.
func askerOf(o object) User {
	if u := userOf(o.object("member").object("user")); u.ID != "" {
		return u
	}
	return userOf(o.object("user"))
}

func userOf(o object) User {
	return User{ID: o.id("id"), Name: firstOf(o.text("global_name"), o.text("username")), Bot: o.flag("bot")}
}

func firstOf(a, b string) string {
	if a != "" {
		return a
	}
	return b
}
