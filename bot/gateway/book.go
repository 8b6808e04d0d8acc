package gateway

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"time"

	"sherpa/internal/usererr"
)

// book is the ledger with its file, so that a process that is restarted again
// and again stays within the same limits as one that runs.
type book struct {
	path   string
	ledger ledger
	unlock func() error
}

// page is the file's content. Times are milliseconds since 1970.
type page struct {
	Version    int             `json:"version"`
	Identifies map[int][]int64 `json:"identifies"`
}

const pageVersion = 1

// openBook locks and reads the file; a file that does not exist is an empty one.
// A process that holds it may be on its way out, as when a new one is started in
// its place: it is given patience to end, and waiting is called once.
func openBook(ctx context.Context, path string, patience time.Duration, waiting func()) (*book, error) {
	unlock, err := lockSoon(ctx, path+".lock", patience, waiting)
	if errors.Is(err, errLocked) {
		return nil, usererr.Wrap(err, usererr.BadConfig, "Another Sherpa counts its IDENTIFYs in "+path+"; stop it, or give this process a data folder of its own.")
	}
	if err != nil {
		return nil, fmt.Errorf("lock %s: %w", path, err)
	}
	l, err := readLedger(path, time.Now())
	if err != nil {
		return nil, errors.Join(err, unlock())
	}
	return &book{path, l, unlock}, nil
}

// lockSoon locks a file as soon as nobody else does, within patience.
func lockSoon(ctx context.Context, path string, patience time.Duration, waiting func()) (unlock func() error, err error) {
	told := false
	for until := time.Now().Add(patience); ; {
		unlock, err := lockFile(path)
		if !errors.Is(err, errLocked) || !time.Now().Before(until) {
			return unlock, err
		}
		if !told {
			told = true
			waiting()
		}
		if err := sleep(ctx, 100*time.Millisecond); err != nil {
			return nil, err
		}
	}
}

// add counts an IDENTIFY that is about to be sent. After an error it is not
// counted and must not be sent: the next process would not know of it.
func (b *book) add(shard int, now time.Time) error {
	b.ledger.add(shard, now)
	if err := writeFile(b.path, b.ledger.page()); err != nil {
		b.ledger[shard] = b.ledger[shard][:len(b.ledger[shard])-1]
		return fmt.Errorf("count an IDENTIFY: %w", err)
	}
	return nil
}

// readLedger reads the file. Ages are taken by the wall clock once, here; from
// then on they follow the monotonic clock. What lies in the future, because the
// clock was set back, counts as of now.
func readLedger(path string, now time.Time) (ledger, error) {
	data, err := os.ReadFile(path) //nolint:gosec // the operator names the file
	if errors.Is(err, fs.ErrNotExist) {
		return ledger{}, nil
	}
	if err != nil {
		return nil, fmt.Errorf("read the count of IDENTIFYs: %w", err)
	}
	l, err := parseLedger(data, now)
	if err != nil {
		return nil, usererr.Wrap(err, usererr.BadConfig, "The file "+path+" counts how often the bot identified, and is damaged; if the bot was not restarted often today, remove it.")
	}
	return l, nil
}

func parseLedger(data []byte, now time.Time) (ledger, error) {
	var p page
	if err := json.Unmarshal(data, &p); err != nil {
		return nil, fmt.Errorf("read the count of IDENTIFYs: %w", err)
	}
	if p.Version != pageVersion {
		return nil, fmt.Errorf("the count of IDENTIFYs has version %d", p.Version)
	}
	l := ledger{}
	for shard, stamps := range p.Identifies {
		youngest := remembered
		for _, ms := range stamps {
			// Ages never grow along the list, so that it stays in order.
			age := min(youngest, max(0, now.Sub(time.UnixMilli(ms))))
			if youngest = age; age < remembered {
				l[shard] = append(l[shard], now.Add(-age))
			}
		}
	}
	return l, nil
}

// page is the ledger as the file holds it.
func (l ledger) page() page {
	p := page{pageVersion, map[int][]int64{}}
	for shard, times := range l {
		for _, t := range times {
			p.Identifies[shard] = append(p.Identifies[shard], t.UnixMilli())
		}
	}
	return p
}

// writeFile replaces the file as a whole: after a crash it holds the old content
// or the new.
func writeFile(path string, p page) error {
	data, err := json.Marshal(p)
	if err != nil {
		return err
	}
	f, err := os.CreateTemp(filepath.Dir(path), ".identifies-*") // 0600
	if err != nil {
		return err
	}
	_, err = f.Write(data)
	err = errors.Join(err, f.Sync(), f.Close())
	if err == nil {
		err = os.Rename(f.Name(), path)
	}
	if err != nil {
		return errors.Join(err, os.Remove(f.Name()))
	}
	return nil
}
