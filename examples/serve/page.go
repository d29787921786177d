package main

import (
	"bytes"
	_ "embed"
	"fmt"
	"html/template"
	"net/http"

	"github.com/musamma/musamma/entity/html"
)

//go:embed form.html
var formHTML string

// form is what the page has above the text.
var form = template.Must(template.New("form").Parse(formHTML))

// page answers the page, with the spans of the text when one was sent. It needs no script: the form sends the text here.
func (s *service) page(w http.ResponseWriter, r *http.Request) {
	var text string
	sent := r.Method == http.MethodPost
	if sent {
		if err := r.ParseForm(); err != nil {
			status, err := s.readFailure(err)
			fail(w, status, err)
			return
		}
		text = r.PostForm.Get("text")
		if err := wellFormed(text); err != nil {
			fail(w, http.StatusBadRequest, err)
			return
		}
	}
	var preface, page bytes.Buffer
	if err := form.Execute(&preface, text); err != nil {
		fail(w, http.StatusInternalServerError, fmt.Errorf("form: %w", err))
		return
	}
	out := html.NewWriter(&page, &html.Options{Preface: preface.String()})
	var err error
	if sent {
		spans, busy := s.spans(r.Context(), text)
		if busy != nil {
			fail(w, http.StatusServiceUnavailable, busy)
			return
		}
		err = out.Write("", text, spans)
	}
	if err == nil {
		err = out.Close()
	}
	if err != nil {
		fail(w, http.StatusInternalServerError, err)
		return
	}
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	w.Header().Set("Content-Security-Policy", html.ContentSecurityPolicy())
	w.Header().Set("Referrer-Policy", "no-referrer")
	w.Write(page.Bytes()) // the client is gone if it fails
}
