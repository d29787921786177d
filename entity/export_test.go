package entity

// Cut is cut for the tests of the package's users.
func Cut(text string) int { return cut(text) }
