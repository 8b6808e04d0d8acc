//go:build !race

package translated

const raced = false
