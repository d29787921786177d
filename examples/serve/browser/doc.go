// Package browser tests the pages of examples/serve and examples/annotate in a real browser. It is a module of its own, so
// that nothing else depends on a driver of browsers. The tests are skipped where no Chromium is installed.
package browser
