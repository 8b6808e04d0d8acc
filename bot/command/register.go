package command

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"

	"sherpa/store"
)

// API is what registration needs of Discord's REST API.
type API interface {
	// Commands lists the registered commands, as Discord's JSON.
	Commands(ctx context.Context, applicationID string) (json.RawMessage, error)
	// PutCommands replaces all registered commands.
	PutCommands(ctx context.Context, applicationID string, commands any) error
}

// Memory remembers what was registered. Meta fails with store.ErrNotFound while
// there is nothing.
type Memory interface {
	Meta(ctx context.Context, key string) (string, error)
	SetMeta(ctx context.Context, key, value string) error
}

// registeredKey is where Memory keeps the application and the hash of the
// commands that were registered last.
const registeredKey = "discord.commands"

// Hash names the content of commands: equal commands have equal hashes.
func Hash(commands []Command) (string, error) {
	// Maps are written in the order of their keys, so that this is canonical.
	data, err := json.Marshal(commands)
	if err != nil {
		return "", fmt.Errorf("write the commands: %w", err)
	}
	sum := sha256.Sum256(data)
	return hex.EncodeToString(sum[:]), nil
}

// Register makes All the commands of an application, and reports whether there
// was anything to do: they are sent only when they changed since the last time,
// when it is another application, or when Discord lost one, since it allows 200
// new commands a day. It is called once a start. Errors carry a sentence for the
// operator where there is something to do about them; the commands that were
// registered before stay as they are.
func Register(ctx context.Context, api API, memory Memory, applicationID string) (changed bool, err error) {
	commands := All()
	hash, err := Hash(commands)
	if err != nil {
		return false, err
	}
	now := applicationID + " " + hash
	before, err := memory.Meta(ctx, registeredKey)
	if err != nil && !errors.Is(err, store.ErrNotFound) {
		return false, fmt.Errorf("recall which commands are registered: %w", err)
	}
	if before == now {
		complete, err := allThere(ctx, api, commands, applicationID)
		if err != nil || complete {
			return false, err
		}
	}
	if err := api.PutCommands(ctx, applicationID, commands); err != nil {
		return false, explained(fmt.Errorf("register the commands: %w", err))
	}
	if err := memory.SetMeta(ctx, registeredKey, now); err != nil {
		return true, fmt.Errorf("remember which commands are registered: %w", err)
	}
	return true, nil
}

// allThere says whether Discord lists every command.
func allThere(ctx context.Context, api API, commands []Command, applicationID string) (bool, error) {
	data, err := api.Commands(ctx, applicationID)
	if err != nil {
		return false, explained(fmt.Errorf("list the registered commands: %w", err))
	}
	var listed []struct {
		Kind Kind   `json:"type"`
		Name string `json:"name"`
	}
	if err := json.Unmarshal(data, &listed); err != nil {
		return false, fmt.Errorf("read the list of registered commands: %w", err)
	}
	there := map[string]bool{}
	for _, l := range listed {
		there[fmt.Sprint(l.Kind, l.Name)] = true
	}
	for _, c := range commands {
		if !there[fmt.Sprint(c.Kind, c.Name)] {
			return false, nil
		}
	}
	return true, nil
}
