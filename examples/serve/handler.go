package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"mime"
	"net/http"
	"os"
	"runtime"
	"strings"
	"unicode/utf8"

	"github.com/musamma/musamma/entity"
	"github.com/musamma/musamma/entity/jsonl"
)

// A service answers requests; any number at a time, of which as many are extracting as there are processors.
type service struct {
	extractor *entity.Extractor
	maxBody   int64
	places    chan struct{} // taken by those that extract: a body of signs alone takes 170 times its size of memory then
}

func newService(x *entity.Extractor, maxBody int64) *service {
	return &service{x, maxBody, make(chan struct{}, runtime.GOMAXPROCS(0))}
}

// newServer returns a server with the service and the limits.
func newServer(x *entity.Extractor, l limits) *http.Server {
	return &http.Server{
		Handler:           newService(x, l.body).handler(),
		ReadHeaderTimeout: l.read,
		ReadTimeout:       l.read,
		WriteTimeout:      l.write,
		IdleTimeout:       2 * l.write,
		MaxHeaderBytes:    64 << 10,
	}
}

func (s *service) handler() http.Handler {
	mux := http.NewServeMux()
	mux.HandleFunc("/{$}", only(s.page, http.MethodGet, http.MethodHead, http.MethodPost))
	mux.HandleFunc("/extract", only(s.extract, http.MethodPost))
	mux.HandleFunc("/healthz", only(s.health, http.MethodGet, http.MethodHead))
	mux.HandleFunc("/", func(w http.ResponseWriter, r *http.Request) {
		fail(w, http.StatusNotFound, fmt.Errorf("there is no %.100q here: want /, /extract or /healthz", r.URL.Path))
	})
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("X-Content-Type-Options", "nosniff")
		r.Body = http.MaxBytesReader(w, r.Body, s.maxBody)
		mux.ServeHTTP(w, r)
	})
}

// only answers requests of other methods with an error.
func only(h http.HandlerFunc, methods ...string) http.HandlerFunc {
	allowed := strings.Join(methods, ", ")
	return func(w http.ResponseWriter, r *http.Request) {
		for _, m := range methods {
			if r.Method == m {
				h(w, r)
				return
			}
		}
		w.Header().Set("Allow", allowed)
		fail(w, http.StatusMethodNotAllowed, fmt.Errorf("method %.20s is not allowed here: want %s", r.Method, allowed))
	}
}

func (s *service) health(w http.ResponseWriter, _ *http.Request) {
	answer(w, http.StatusOK, []byte(`{"status":"ok"}`))
}

// extract answers a document with its spans.
func (s *service) extract(w http.ResponseWriter, r *http.Request) {
	unit := jsonl.Byte
	if q := r.URL.Query(); q.Has("unit") {
		var err error
		if unit, err = jsonl.ParseUnit(q.Get("unit")); err != nil {
			fail(w, http.StatusBadRequest, err)
			return
		}
	}
	kind, err := contentType(r)
	if err != nil {
		fail(w, http.StatusUnsupportedMediaType, err)
		return
	}
	body, status, err := s.read(r)
	if err != nil {
		fail(w, status, err)
		return
	}
	doc := jsonl.Document{Text: string(body)}
	if kind == "application/json" {
		if doc, err = jsonl.Parse(body); err != nil {
			fail(w, http.StatusBadRequest, err)
			return
		}
	}
	spans, err := s.spans(r.Context(), doc.Text)
	if err != nil {
		fail(w, http.StatusServiceUnavailable, err)
		return
	}
	out, err := jsonl.Append(nil, doc, spans, unit)
	if err != nil {
		fail(w, http.StatusInternalServerError, err)
		return
	}
	answer(w, http.StatusOK, out)
}

// spans returns the spans of a text, when there is a place to extract them.
func (s *service) spans(ctx context.Context, text string) ([]entity.Span, error) {
	select {
	case s.places <- struct{}{}:
		defer func() { <-s.places }()
		return s.extractor.Extract(text), nil
	case <-ctx.Done():
		return nil, fmt.Errorf("too many requests at a time: %w", ctx.Err())
	}
}

// contentType returns which of the two kinds of body a request has.
func contentType(r *http.Request) (string, error) {
	header := r.Header.Get("Content-Type")
	if header == "" {
		return "text/plain", nil
	}
	kind, params, err := mime.ParseMediaType(header)
	if err != nil || kind != "text/plain" && kind != "application/json" {
		return "", fmt.Errorf("Content-Type %.100q: want text/plain or application/json", header)
	}
	if c, ok := params["charset"]; ok && !strings.EqualFold(c, "utf-8") && !strings.EqualFold(c, "us-ascii") {
		return "", fmt.Errorf("charset %.40q: want UTF-8", c)
	}
	return kind, nil
}

// read reads the body of a request; an error comes with the status of the answer.
func (s *service) read(r *http.Request) ([]byte, int, error) {
	body, err := io.ReadAll(r.Body)
	if err != nil {
		status, err := s.readFailure(err)
		return nil, status, err
	}
	if err := wellFormed(string(body)); err != nil {
		return nil, http.StatusBadRequest, err
	}
	return body, 0, nil
}

// readFailure returns the status and the words for an error from the body of a request.
func (s *service) readFailure(err error) (int, error) {
	var large *http.MaxBytesError
	switch {
	case errors.As(err, &large):
		return http.StatusRequestEntityTooLarge, fmt.Errorf("the body is larger than %d bytes", s.maxBody)
	case errors.Is(err, os.ErrDeadlineExceeded):
		return http.StatusRequestTimeout, errors.New("the body did not come in time")
	}
	return http.StatusBadRequest, fmt.Errorf("reading the body: %w", err)
}

// wellFormed reports the first ill-formed byte of a text.
func wellFormed(text string) error {
	for i, r := range text {
		if r == utf8.RuneError && !strings.HasPrefix(text[i:], "\uFFFD") {
			return fmt.Errorf("ill-formed UTF-8 at byte %d", i)
		}
	}
	return nil
}

// fail answers with an error.
func fail(w http.ResponseWriter, status int, err error) {
	body, _ := json.Marshal(map[string]string{"error": err.Error()}) // strings always encode
	answer(w, status, body)
}

// answer writes a body of JSON.
func answer(w http.ResponseWriter, status int, body []byte) {
	w.Header().Set("Content-Type", "application/json; charset=utf-8")
	w.WriteHeader(status)
	w.Write(append(body, '\n')) // the client is gone if it fails
}
