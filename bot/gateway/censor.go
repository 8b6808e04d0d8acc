package gateway

import (
	"encoding/json"
	"time"
)

// incoming decides what discordgo is told of a message of Discord's. It is told
// the least that it needs: to beat its heart, that the heart was heard, and
// events by names that it does not know.
func (l *link) incoming(data []byte) []byte {
	m, err := parseMessage(data)
	if err != nil {
		// The next messages may be good, and Discord would send this one again
		// after each resumption.
		l.o.Log.Warn("a gateway message could not be read", l.shard.attr())
		return nil
	}
	switch m.Op {
	case opDispatch:
		return l.event(m)
	case opHello:
		return l.hello(m)
	case opAck:
		return l.ack()
	case opHeartbeat:
		return l.heartbeat()
	case opReconnect:
		l.stop(ending{cause: causeReconnect})
	case opInvalidSession:
		var resumable bool
		_ = json.Unmarshal(m.Data, &resumable) // what is no truth is no
		l.stop(ending{cause: causeInvalid, anew: !resumable})
	}
	return nil
}

// hello passes the first Hello on.
func (l *link) hello(m message) []byte {
	every, err := m.interval()
	l.mu.Lock()
	defer l.mu.Unlock()
	if err != nil || l.stage != greeting {
		return nil
	}
	l.every = every
	l.move(introducing)
	return helloMessage(every)
}

// heartbeat passes on that Discord asks for a heartbeat.
func (l *link) heartbeat() []byte {
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.stage < starting || l.stage == over {
		return nil
	}
	return []byte(`{"op":1}`)
}

// ack notes that a heartbeat was heard.
func (l *link) ack() []byte {
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.stage < starting || l.stage == over {
		return nil
	}
	l.acked = time.Now()
	l.shard.measured(l.acked.Sub(l.beat))
	return []byte(`{"op":11}`)
}

// event notes what READY and RESUMED say, and passes every dispatch on.
func (l *link) event(m message) []byte {
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.stage != starting && l.stage != up {
		return nil
	}
	switch m.Type {
	case "READY":
		s, err := m.ready(l.address, l.shard.secure)
		if err != nil {
			l.o.Log.Warn("READY names no session", l.shard.attr())
			return nil
		}
		l.session = &s
		l.begin()
	case "RESUMED":
		l.begin()
	default:
		if l.stage == starting {
			l.moved = time.Now() // a replay gets on
		}
	}
	l.shard.activity.note(m.Type, time.Now())
	return m.marked()
}

// begin says that the connection is ready. The caller holds mu.
func (l *link) begin() {
	if l.stage != starting {
		return
	}
	l.readyAt = time.Now()
	l.acked = l.readyAt // discordgo's first heartbeat follows
	l.move(up)
	l.shard.ready()
}

// outgoing decides what Discord is sent of a message of discordgo's: heartbeats,
// and in place of its IDENTIFY a RESUME if there is a session, else the IDENTIFY
// if there is a turn. Nothing else, and nothing twice.
func (l *link) outgoing(data []byte) ([]byte, error) {
	m, err := parseMessage(data)
	if err != nil {
		return nil, err
	}
	switch m.Op {
	case opHeartbeat:
		l.mu.Lock()
		defer l.mu.Unlock()
		l.beat = time.Now()
		return data, nil
	case opIdentify:
		return l.introduce(data)
	}
	l.stop(ending{cause: causeProtocol})
	return nil, errMessage
}

// introduce counts the IDENTIFY, or makes it a RESUME.
func (l *link) introduce(identify []byte) ([]byte, error) {
	if !l.begun() {
		l.stop(ending{cause: causeProtocol})
		return nil, errMessage
	}
	if l.turn == nil {
		l.shard.count(func(s *State) { s.Resumes++ })
		return l.session.resumeMessage(l.o.Token)
	}
	if err := l.turn.use(); err != nil {
		l.stop(ending{cause: causeUncounted, err: err})
		return nil, err
	}
	l.shard.identified()
	return identify, nil
}

// begun moves on to wait for READY; false if this is not the time for it.
func (l *link) begun() bool {
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.stage != introducing {
		return false
	}
	l.move(starting)
	return true
}
