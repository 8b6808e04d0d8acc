# Sherpa in an image of its own: one static program, certificates, and nothing else.
#
#   docker build -t sherpa .
#   docker run --rm -it -v sherpa:/data sherpa chat
#
# The store lies in /data, a volume that belongs to the user the program runs as.
FROM golang:1.26-alpine AS build
RUN apk add --no-cache gcc musl-dev ca-certificates
WORKDIR /src
COPY go.mod go.sum ./
RUN go mod download
COPY . .
# SQLite is C: it is compiled with musl and linked in, so that the program needs no
# library where it runs. osusergo and netgo keep Go's own lookups out of C.
RUN CGO_ENABLED=1 go build -trimpath -buildvcs=false \
      -tags sqlite_fts5,osusergo,netgo \
      -ldflags '-s -w -linkmode external -extldflags "-static"' \
      -o /out/sherpa ./cmd/sherpa
RUN mkdir -p /out/data /out/tmp && chmod 700 /out/data && chmod 1777 /out/tmp

FROM scratch
COPY --from=build /etc/ssl/certs/ca-certificates.crt /etc/ssl/certs/
COPY --from=build /out/sherpa /sherpa
COPY --from=build --chown=65532:65532 /out/data /data
COPY --from=build /out/tmp /tmp
COPY LICENSE config.example.yaml /
ENV SHERPA_STORE_PATH=/data/sherpa.db HOME=/data
USER 65532:65532
WORKDIR /data
VOLUME /data
ENTRYPOINT ["/sherpa"]
CMD ["--help"]
