// Package normalize folds Arabic text and maps every folded letter back to the bytes it came from.
package normalize
