package endpoint

import (
	"log/slog"
	"net/http"
	"time"
)

// NewServer returns a server with a limit for every wait and every size. It
// serves endpoints, the health check and metrics alike. Its own errors, which
// anybody can cause, are logged as debugging only.
func NewServer(address string, handler http.Handler, log *slog.Logger) *http.Server {
	return &http.Server{
		Addr:              address,
		Handler:           handler,
		ReadHeaderTimeout: 5 * time.Second,
		ReadTimeout:       5 * time.Second,
		WriteTimeout:      5 * time.Second,
		IdleTimeout:       60 * time.Second,
		MaxHeaderBytes:    16 << 10,
		ErrorLog:          slog.NewLogLogger(log.Handler(), slog.LevelDebug),
	}
}
