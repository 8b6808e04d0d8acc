package gateway

import (
	"encoding/json"
	"errors"
	"strconv"
	"strings"
	"time"
)

// Gateway opcodes.
const (
	opDispatch       = 0
	opHeartbeat      = 1
	opIdentify       = 2
	opResume         = 6
	opReconnect      = 7
	opInvalidSession = 9
	opHello          = 10
	opAck            = 11
)

// message is a gateway message.
type message struct {
	Op   int             `json:"op"`
	Seq  int64           `json:"s"`
	Type string          `json:"t"`
	Data json.RawMessage `json:"d"`
}

var errMessage = errors.New("not a gateway message")

// parseMessage reads a message; one without an opcode is none.
func parseMessage(data []byte) (message, error) {
	m := message{Op: -1}
	if err := json.Unmarshal(data, &m); err != nil {
		return m, err
	}
	if m.Op < 0 {
		return m, errMessage
	}
	return m, nil
}

// mark goes before the type of each dispatch that discordgo sees. It knows no
// such types, so it parses nothing of them: a null in one of its own types makes
// it dereference nil where nobody can recover, and all its structs would be
// built for nothing.
const mark = "raw/"

// marked is a dispatch as discordgo is shown it.
func (m message) marked() []byte {
	b := append([]byte(`{"op":0,"s":`), strconv.FormatInt(m.Seq, 10)...)
	name, _ := json.Marshal(mark + m.Type) // a string always has a form
	b = append(append(b, `,"t":`...), name...)
	b = append(b, `,"d":`...)
	if len(m.Data) == 0 {
		return append(b, "null}"...)
	}
	return append(append(b, m.Data...), '}')
}

// unmarked is the type that a marked dispatch had.
func unmarked(name string) string { return strings.TrimPrefix(name, mark) }

// Intervals that a heart can beat in. discordgo panics at 0, and beyond an hour
// a dead connection would not be noticed.
const (
	minInterval = 10 * time.Millisecond
	maxInterval = time.Hour
)

// interval reads how often Hello wants a heartbeat.
func (m message) interval() (time.Duration, error) {
	var hello struct {
		Millis float64 `json:"heartbeat_interval"`
	}
	if err := json.Unmarshal(m.Data, &hello); err != nil {
		return 0, err
	}
	every := time.Duration(hello.Millis) * time.Millisecond
	if hello.Millis > float64(maxInterval/time.Millisecond) || every < minInterval {
		return 0, errMessage
	}
	return every, nil
}

// helloMessage is a Hello as discordgo is shown it.
func helloMessage(every time.Duration) []byte {
	return []byte(`{"op":10,"d":{"heartbeat_interval":` + strconv.FormatInt(every.Milliseconds(), 10) + `}}`)
}

// session is what a resumption needs.
type session struct {
	id, url string
	// seq is the last dispatch that the handler was given.
	seq int64
}

// ready reads a session from READY; url is where to resume if READY names no
// usable address.
func (m message) ready(url string, secure bool) (session, error) {
	var d struct {
		ID  string `json:"session_id"`
		URL string `json:"resume_gateway_url"`
	}
	if err := json.Unmarshal(m.Data, &d); err != nil || d.ID == "" {
		return session{}, errors.Join(errMessage, err)
	}
	if checkAddress(d.URL, secure) == nil {
		url = d.URL
	}
	return session{id: d.ID, url: url}, nil
}

// resumeMessage is a RESUME of s.
func (s session) resumeMessage(t Token) ([]byte, error) {
	type data struct {
		Token   string `json:"token"`
		Session string `json:"session_id"`
		Seq     int64  `json:"seq"`
	}
	return json.Marshal(struct {
		Op   int  `json:"op"`
		Data data `json:"d"`
	}{opResume, data{string(t), s.id, s.seq}})
}
