// Command serve finds the people, places and organisations of Arabic texts for other programs and for a browser.
//
//	serve [flags]
//
//	GET  /         a page to paste a text into and see its spans
//	POST /extract  a text (text/plain) or a JSON object with the key "text" (application/json); answers the object with
//	               "spans" and "unit" as examples/annotate writes it; ?unit=rune or utf16 for other offsets than bytes
//	GET  /healthz  {"status":"ok"}
//
// Errors are JSON objects, {"error":"…"}. The server listens on the loopback interface unless -addr says otherwise, and
// ends when interrupted, after the requests under way.
package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"net"
	"net/http"
	"os"
	"os/signal"
	"syscall"
	"time"

	"github.com/musamma/musamma/examples/internal/extractor"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	os.Exit(run(ctx, os.Args[1:], os.Stderr))
}

// limits bound what one request costs.
type limits struct {
	body  int64         // bytes
	read  time.Duration // for the whole request to come in
	write time.Duration // for the answer to go out, counted from the end of the headers
	grace time.Duration // for the requests under way when the server is stopped
}

const usage = `usage: serve [flags]

Offers a page to paste a text into at /, and its spans as JSON for texts (text/plain) and objects with the key "text"
(application/json) that are posted to /extract; ?unit=rune or utf16 for other offsets than bytes.`

// run is the program: it serves until the context ends and returns the exit status.
func run(ctx context.Context, args []string, stderr io.Writer) int {
	fs := flag.NewFlagSet("serve", flag.ContinueOnError)
	fs.SetOutput(stderr)
	fs.Usage = extractor.Usage(fs, usage)
	addr := fs.String("addr", "127.0.0.1:8080", "`host:port` to listen on; port 0 takes a free one")
	var l limits
	fs.Int64Var(&l.body, "max-body", 1<<20, "largest body of a request in `bytes`")
	fs.DurationVar(&l.read, "read-timeout", 10*time.Second, "how long a request may take to come in")
	fs.DurationVar(&l.write, "write-timeout", 30*time.Second, "how long an answer may take, with the body of the request")
	fs.DurationVar(&l.grace, "grace", 10*time.Second, "how long requests may go on when the server is stopped")
	var flags extractor.Flags
	flags.Register(fs)
	switch err := fs.Parse(args); {
	case errors.Is(err, flag.ErrHelp):
		return 0
	case err != nil:
		return 2
	case fs.NArg() > 0:
		fmt.Fprintln(stderr, "serve: want flags only, got", fs.Args())
		return 2
	}
	report := func(err error) { fmt.Fprintln(stderr, "serve:", err) }
	x, _, err := flags.New(report)
	if err != nil {
		report(err)
		return 1
	}
	listener, err := net.Listen("tcp", *addr)
	if err != nil {
		report(err)
		return 1
	}
	fmt.Fprintf(stderr, "serve: listening on http://%s/\n", listener.Addr())
	if err := serve(ctx, listener, newServer(x, l), l.grace); err != nil {
		report(err)
		return 1
	}
	return 0
}

// serve runs a server until the context ends, then lets the requests under way finish within the grace.
func serve(ctx context.Context, listener net.Listener, srv *http.Server, grace time.Duration) error {
	failed := make(chan error, 1)
	go func() { failed <- srv.Serve(listener) }()
	select {
	case err := <-failed:
		return err
	case <-ctx.Done():
	}
	ending, cancel := context.WithTimeout(context.WithoutCancel(ctx), grace)
	defer cancel()
	if err := srv.Shutdown(ending); err != nil {
		return errors.Join(fmt.Errorf("requests cut off: %w", err), srv.Close())
	}
	return nil
}
