package bot

import (
	queue "container/list"
	"sync"
	"time"
)

// recent keeps values by key for a while: at most limit of them, and none for
// longer than age after it was last put. It is safe for concurrent use.
type recent[V any] struct {
	limit int
	age   time.Duration
	now   func() time.Time

	mu    sync.Mutex
	byKey map[string]*queue.Element
	order *queue.List // of kept[V], the oldest first
}

type kept[V any] struct {
	key   string
	value V
	at    time.Time
}

func newRecent[V any](limit int, age time.Duration, now func() time.Time) *recent[V] {
	return &recent[V]{limit: limit, age: age, now: now, byKey: map[string]*queue.Element{}, order: queue.New()}
}

// add keeps a value unless the key has one, and reports whether it did.
func (r *recent[V]) add(key string, value V) bool {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.expire()
	if r.byKey[key] != nil {
		return false
	}
	r.keep(key, value)
	return true
}

// put keeps a value in place of the key's present one.
func (r *recent[V]) put(key string, value V) {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.expire()
	r.remove(r.byKey[key])
	r.keep(key, value)
}

// get returns the value of a key.
func (r *recent[V]) get(key string) (value V, ok bool) {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.expire()
	e := r.byKey[key]
	if e == nil {
		return value, false
	}
	return e.Value.(kept[V]).value, true
}

// find returns a value that matches.
func (r *recent[V]) find(match func(V) bool) (value V, ok bool) {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.expire()
	for _, e := range r.byKey {
		if v := e.Value.(kept[V]).value; match(v) {
			return v, true
		}
	}
	return value, false
}

// take returns the value of a key and forgets it.
func (r *recent[V]) take(key string) (V, bool) {
	value, ok := r.get(key)
	r.drop(key)
	return value, ok
}

// drop forgets a key.
func (r *recent[V]) drop(key string) {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.remove(r.byKey[key])
}

// dropWhere forgets the values that match.
func (r *recent[V]) dropWhere(match func(V) bool) {
	r.mu.Lock()
	defer r.mu.Unlock()
	for _, e := range r.byKey {
		if match(e.Value.(kept[V]).value) {
			r.remove(e)
		}
	}
}

// dropUntil forgets the values that match, unless they were put after a time.
func (r *recent[V]) dropUntil(until time.Time, match func(V) bool) {
	r.mu.Lock()
	defer r.mu.Unlock()
	for _, e := range r.byKey {
		if k := e.Value.(kept[V]); !k.at.After(until) && match(k.value) {
			r.remove(e)
		}
	}
}

func (r *recent[V]) keep(key string, value V) {
	if len(r.byKey) >= r.limit {
		r.remove(r.order.Front())
	}
	r.byKey[key] = r.order.PushBack(kept[V]{key, value, r.now()})
}

// tidy forgets what is too old, also where nobody looks.
func (r *recent[V]) tidy() {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.expire()
}

// expire forgets what is too old.
func (r *recent[V]) expire() {
	for e := r.order.Front(); e != nil && r.now().Sub(e.Value.(kept[V]).at) >= r.age; e = r.order.Front() {
		r.remove(e)
	}
}

func (r *recent[V]) remove(e *queue.Element) {
	if e == nil {
		return
	}
	delete(r.byKey, r.order.Remove(e).(kept[V]).key)
}
