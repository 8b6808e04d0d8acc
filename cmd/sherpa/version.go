package main

import (
	"fmt"

	"sherpa/corpus"
	"sherpa/internal/buildinfo"
)

// versionCmd says which build this is.
type versionCmd struct{}

// Run prints the version.
func (versionCmd) Run(a *app) error {
	info := buildinfo.Get()
	commit := ""
	if info.Commit != "" {
		commit = " (" + info.Commit + ")"
	}
	return a.print(fmt.Sprintf("sherpa %s%s, %s, %s, corpus %s\n", info.Version, commit, info.Go, info.System, corpus.Release))
}
