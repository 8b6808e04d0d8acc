package buildinfo

import (
	"runtime"
	"runtime/debug"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestDescribe(t *testing.T) {
	t.Parallel()
	vcs := []debug.BuildSetting{
		{Key: "vcs.revision", Value: "0123456789abcdef0123"},
		{Key: "vcs.modified", Value: "true"},
	}
	tests := []struct {
		name            string
		version, commit string
		build           debug.BuildInfo
		want            Info
	}{
		{"nothing known", "", "", debug.BuildInfo{}, Info{Version: "devel"}},
		{
			"plain go build", "", "",
			debug.BuildInfo{Main: debug.Module{Version: "(devel)"}, Settings: vcs},
			Info{Version: "devel", Commit: "0123456789ab+changes"},
		},
		{"go install", "", "", debug.BuildInfo{Main: debug.Module{Version: "v1.0.0"}}, Info{Version: "v1.0.0"}},
		{
			"a release", "v2.0.0", "fedcba9",
			debug.BuildInfo{Main: debug.Module{Version: "v1.0.0"}, Settings: vcs},
			Info{Version: "v2.0.0", Commit: "fedcba9"},
		},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			tt.want.Go, tt.want.System = runtime.Version(), runtime.GOOS+"/"+runtime.GOARCH
			if diff := cmp.Diff(tt.want, describe(tt.version, tt.commit, &tt.build)); diff != "" {
				t.Errorf("describe (-want +got):\n%s", diff)
			}
		})
	}
}

func TestGet(t *testing.T) {
	t.Parallel()
	if got := Get(); got.Version == "" || got.Go == "" {
		t.Errorf("Get() = %+v, want a version and a Go version", got)
	}
}
