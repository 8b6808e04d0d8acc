# Every target builds with SQLite's full-text index; `make check` is what CI runs.
TAGS := sqlite_fts5
GO   := go

.PHONY: build test race fuzz lint golden eval quality soak docker check

build: ; CGO_ENABLED=1 $(GO) build -tags $(TAGS) -o bin/sherpa ./cmd/sherpa
test: ; $(GO) test -tags $(TAGS) ./...
race: ; $(GO) test -tags $(TAGS) -race ./...
fuzz: ; $(GO) test -tags $(TAGS) -run '^$$' -fuzz '$(or $(TARGET),.)' -fuzztime 60s $(or $(PKG),./store)
lint: ; golangci-lint run ./...
golden: ; for p in $$(git grep -lE 'golden\.(Check|Update)\(' -- '*_test.go' | xargs -n1 dirname | sort -u); do $(GO) test -tags $(TAGS) ./$$p -update || exit 1; done
eval: ; $(GO) run -tags $(TAGS) ./cmd/sherpa eval --db bin/eval.db internal/eval/testdata/summit/questions.jsonl
# All question sets in some folders, into docs/quality.md: make quality SETS="../shared/eval ../more" [BLIND=--blind]
quality: ; $(GO) run -tags $(TAGS) ./cmd/sherpa eval $(addprefix --sets ,$(or $(SETS),../shared/eval)) --manifest internal/eval/testdata/sets.yaml $(BLIND) --report docs/quality.md
# A million interactions take 12 minutes on two cores that do nothing else. The store is kept in memory where the system has a place for that.
soak: ; $(GO) test -tags $(TAGS) ./bot -run '^TestSoak$$' -soak=$(or $(N),1000000) -soak.dir=$(wildcard /dev/shm) -timeout 3h -v
docker: ; docker build -t sherpa .
check: ; bash .ci/run
