// Package buildinfo says which build of Sherpa is running. It reads what the
// linker and the Go tool wrote into the program, and nothing else.
package buildinfo

import (
	"runtime"
	"runtime/debug"
)

// version and commit are set by the linker for a release:
//
//	go build -ldflags "-X sherpa/internal/buildinfo.version=v1.2.3 -X sherpa/internal/buildinfo.commit=0a1b2c3"
var version, commit string

// Info describes a build.
type Info struct {
	Version string `json:"version"` // "devel" where nothing says more
	Commit  string `json:"commit"`  // empty where it is unknown; ends in "+changes" if the tree was changed
	Go      string `json:"go"`      // the Go version, as in "go1.26.8"
	System  string `json:"system"`  // as in "linux/amd64"
}

// Get returns the running build's Info.
func Get() Info {
	build, ok := debug.ReadBuildInfo()
	if !ok {
		build = &debug.BuildInfo{}
	}
	return describe(version, commit, build)
}

// describe prefers what the linker set to what the Go tool recorded.
func describe(version, commit string, build *debug.BuildInfo) Info {
	info := Info{Version: version, Commit: commit, Go: runtime.Version(), System: runtime.GOOS + "/" + runtime.GOARCH}
	if info.Version == "" && build.Main.Version != "(devel)" {
		info.Version = build.Main.Version
	}
	if info.Version == "" {
		info.Version = "devel"
	}
	if info.Commit == "" {
		info.Commit = recordedCommit(build.Settings)
	}
	return info
}

// recordedCommit returns the revision in settings, shortened to 12 characters.
func recordedCommit(settings []debug.BuildSetting) string {
	var revision, changed string
	for _, s := range settings {
		switch {
		case s.Key == "vcs.revision":
			revision = s.Value[:min(12, len(s.Value))]
		case s.Key == "vcs.modified" && s.Value == "true":
			changed = "+changes"
		}
	}
	if revision == "" {
		return ""
	}
	return revision + changed
}
