// Package endpoint receives interactions over HTTP, in place of the gateway.
//
// Anybody can send to it, so nothing is read before it is bounded and nothing is
// parsed before its signature was verified over the bytes as they came. Discord
// sends wrong signatures on purpose, and takes the endpoint away if one is let
// through.
//
// The package verifies, and carries the first response back; it decides nothing
// about interactions, and sends nothing of its own.
package endpoint
