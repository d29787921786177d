package main

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/http/httptest"
	"net/url"
	"runtime"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/musamma/musamma/entity"
	"github.com/musamma/musamma/gazetteer"
	"github.com/musamma/musamma/normalize"
)

const maxBody = 1000

// newExtractor finds one name.
func newExtractor(t *testing.T) *entity.Extractor {
	t.Helper()
	b := gazetteer.NewBuilder(normalize.Ortho)
	if err := b.Add(gazetteer.Entry{Name: "الرياض", Type: "LOC", ID: "Q3692"}); err != nil {
		t.Fatal(err)
	}
	g, err := b.Build()
	if err != nil {
		t.Fatal(err)
	}
	x, err := entity.New(&entity.Options{ListedOnly: true}, g)
	if err != nil {
		t.Fatal(err)
	}
	return x
}

const answerOfRiyadh = `{"text":"بالرياض","spans":[{"start":2,"end":14,"word_start":0,"word_end":14,"label":"LOC","text":"الرياض","name":"الرياض","id":"Q3692","evidence":["listed"]}],"unit":"byte"}`

func TestRequests(t *testing.T) {
	h := newService(newExtractor(t), maxBody).handler()
	const text, object = "text/plain", "application/json"
	for _, c := range []struct {
		name, method, target, kind, body string
		status                           int
		want                             string // of the body
	}{
		{"text", "POST", "/extract", text, "بالرياض", 200, answerOfRiyadh},
		{"text with a charset", "POST", "/extract", "text/plain; charset=UTF-8", "بالرياض", 200, answerOfRiyadh},
		{"no kind", "POST", "/extract", "", "بالرياض", 200, answerOfRiyadh},
		{"empty text", "POST", "/extract", text, "", 200, `{"text":"","spans":[],"unit":"byte"}`},
		{"object", "POST", "/extract", object, `{"text":"بالرياض"}`, 200, answerOfRiyadh},
		{"object over lines, with other keys", "POST", "/extract?unit=rune", object, "{\n \"id\": [1,\n 2],\n \"text\": \"الرياض\"\n}\n", 200,
			`{"text":"الرياض","id":[1,2],"spans":[{"start":0,"end":6,"word_start":0,"word_end":6,"label":"LOC","text":"الرياض","name":"الرياض","id":"Q3692","evidence":["listed"]}],"unit":"rune"}`},
		{"text full of markup", "POST", "/extract", text, `<b>"&'`, 200, `{"text":"<b>\"&'","spans":[],"unit":"byte"}`},
		{"health", "GET", "/healthz", "", "", 200, `{"status":"ok"}`},

		{"wrong method", "GET", "/extract", "", "", 405, `{"error":"method GET is not allowed here: want POST"}`},
		{"wrong method for the page", "DELETE", "/", "", "", 405, `{"error":"method DELETE is not allowed here: want GET, HEAD, POST"}`},
		{"wrong method for the health", "POST", "/healthz", "", "", 405, `{"error":"method POST is not allowed here: want GET, HEAD"}`},
		{"no such place", "GET", "/a<b>", "", "", 404, `{"error":"there is no \"/a\u003cb\u003e\" here: want /, /extract or /healthz"}`},
		{"wrong unit", "POST", "/extract?unit=char", text, "", 400, `{"error":"unit \"char\" is none of byte, rune, utf16"}`},
		{"wrong kind", "POST", "/extract", "text/html", "", 415, `{"error":"Content-Type \"text/html\": want text/plain or application/json"}`},
		{"broken kind", "POST", "/extract", ";", "", 415, `{"error":"Content-Type \";\": want text/plain or application/json"}`},
		{"wrong charset", "POST", "/extract", "text/plain; charset=windows-1256", "", 415, `{"error":"charset \"windows-1256\": want UTF-8"}`},
		{"body as large as may be", "POST", "/extract", text, strings.Repeat(" ", maxBody), 200, `{"text":"` + strings.Repeat(" ", maxBody) + `","spans":[],"unit":"byte"}`},
		{"oversized body", "POST", "/extract", text, strings.Repeat(" ", maxBody+1), 413, `{"error":"the body is larger than 1000 bytes"}`},
		{"oversized object", "POST", "/extract", object, `{"text":"` + strings.Repeat(" ", maxBody), 413, `{"error":"the body is larger than 1000 bytes"}`},
		{"oversized form", "POST", "/", "application/x-www-form-urlencoded", "text=" + strings.Repeat("a", maxBody), 413, `{"error":"the body is larger than 1000 bytes"}`},
		{"broken object", "POST", "/extract", object, `{"text":"الرياض"`, 400, `{"error":"jsonl: unexpected EOF"}`},
		{"object without a text", "POST", "/extract", object, `{"txt":"a"}`, 400, `{"error":"jsonl: no key \"text\""}`},
		{"not an object", "POST", "/extract", object, `"text"`, 400, `{"error":"jsonl: want an object, got text"}`},
		{"empty object", "POST", "/extract", object, ``, 400, `{"error":"jsonl: unexpected EOF"}`},
		{"ill-formed text", "POST", "/extract", text, "في\xd8", 400, `{"error":"ill-formed UTF-8 at byte 4"}`},
		{"ill-formed object", "POST", "/extract", object, "{\"text\":\"\xff\"}", 400, `{"error":"ill-formed UTF-8 at byte 9"}`},
		{"ill-formed form", "POST", "/", "application/x-www-form-urlencoded", "text=%ff", 400, `{"error":"ill-formed UTF-8 at byte 0"}`},
		{"replacement characters are well-formed", "POST", "/extract", text, "\uFFFD", 200, "{\"text\":\"\uFFFD\",\"spans\":[],\"unit\":\"byte\"}"},
	} {
		r := httptest.NewRequest(c.method, c.target, strings.NewReader(c.body))
		if c.kind != "" {
			r.Header.Set("Content-Type", c.kind)
		}
		w := httptest.NewRecorder()
		h.ServeHTTP(w, r)
		if diff := cmp.Diff(fmt.Sprintln(c.status, c.want), fmt.Sprint(w.Code, " ", w.Body)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", c.name, diff)
		}
		if got := w.Header().Get("Content-Type"); got != "application/json; charset=utf-8" || !json.Valid(w.Body.Bytes()) {
			t.Errorf("%s: the body is no JSON, its kind %q", c.name, got)
		}
		if got := w.Header().Get("Allow"); (c.status == http.StatusMethodNotAllowed) != (got != "") {
			t.Errorf("%s: Allow %q", c.name, got)
		}
	}
}

func TestPage(t *testing.T) {
	h := newService(newExtractor(t), maxBody).handler()
	get := func(method, body string) *httptest.ResponseRecorder {
		r := httptest.NewRequest(method, "/", strings.NewReader(body))
		r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
		w := httptest.NewRecorder()
		h.ServeHTTP(w, r)
		if w.Code != http.StatusOK || w.Header().Get("Content-Type") != "text/html; charset=utf-8" {
			t.Fatalf("%d %v", w.Code, w.Header())
		}
		if !strings.Contains(w.Header().Get("Content-Security-Policy"), "default-src 'none'") {
			t.Errorf("no policy in %v", w.Header())
		}
		return w
	}
	if page := get("GET", "").Body.String(); !strings.Contains(page, "<textarea") || strings.Contains(page, "<article>") {
		t.Errorf("the first page is\n%s", page)
	}
	const nasty = `</textarea><script>alert("بالرياض")</script>`
	page := get("POST", url.Values{"text": {nasty}}.Encode()).Body.String()
	for _, part := range []string{
		`&lt;/textarea&gt;&lt;script&gt;alert(&#34;بالرياض&#34;)&lt;/script&gt;</textarea>`,
		`&lt;/textarea&gt;&lt;script&gt;alert(&#34;ب<mark id="d1s1" class="t1" tabindex="0" title="LOC`,
	} {
		if !strings.Contains(page, part) {
			t.Errorf("no %q in\n%s", part, page)
		}
	}
	if n := strings.Count(page, "<script"); n != 1 {
		t.Errorf("%d scripts", n)
	}
}

// TestSlowClient sends the headers and half of the body, then waits for the answer.
func TestSlowClient(t *testing.T) {
	srv := httptest.NewUnstartedServer(nil)
	srv.Config = newServer(newExtractor(t), limits{body: maxBody, read: 100 * time.Millisecond, write: time.Minute})
	srv.Start()
	defer srv.Close()
	conn, err := net.Dial("tcp", srv.Listener.Addr().String())
	if err != nil {
		t.Fatal(err)
	}
	defer conn.Close()
	fmt.Fprint(conn, "POST /extract HTTP/1.1\r\nHost: a\r\nContent-Length: 10\r\n\r\nabcde")
	answer, err := io.ReadAll(conn)
	if err != nil {
		t.Fatal(err)
	}
	if got := string(answer); !strings.HasPrefix(got, "HTTP/1.1 408 ") || !strings.HasSuffix(got, "\r\n\r\n"+`{"error":"the body did not come in time"}`+"\n") {
		t.Errorf("answer %q", got)
	}
}

// TestParallel has 200 requests under way at a time, a third of them bad, and waits until nothing of them is left.
func TestParallel(t *testing.T) {
	before := runtime.NumGoroutine()
	srv := httptest.NewServer(newService(newExtractor(t), maxBody).handler())
	var all sync.WaitGroup
	for i := range 200 {
		all.Go(func() {
			body, status := strings.Repeat("بالرياض ", i%40), http.StatusOK
			if i%3 == 0 {
				body, status = body+"\xff", http.StatusBadRequest
			}
			resp, err := http.Post(srv.URL+"/extract", "text/plain", strings.NewReader(body))
			if err != nil {
				t.Error(err)
				return
			}
			defer resp.Body.Close()
			var got struct{ Spans []any }
			if err := json.NewDecoder(resp.Body).Decode(&got); err != nil || resp.StatusCode != status {
				t.Errorf("request %d: status %d, want %d, %v", i, resp.StatusCode, status, err)
			}
			if status == http.StatusOK && len(got.Spans) != i%40 {
				t.Errorf("request %d: %d spans, want %d", i, len(got.Spans), i%40)
			}
		})
	}
	all.Wait()
	http.DefaultClient.CloseIdleConnections()
	srv.Close()
	for runtime.NumGoroutine() > before {
		time.Sleep(time.Millisecond)
	}
}

// TestBusy has all places for extraction taken: requests wait for one, and are told when they waited in vain.
func TestBusy(t *testing.T) {
	s := newService(newExtractor(t), maxBody)
	for range cap(s.places) {
		s.places <- struct{}{}
	}
	ask := func(ctx context.Context, target, kind, body string) *httptest.ResponseRecorder {
		r := httptest.NewRequestWithContext(ctx, http.MethodPost, target, strings.NewReader(body))
		r.Header.Set("Content-Type", kind)
		w := httptest.NewRecorder()
		s.handler().ServeHTTP(w, r)
		return w
	}
	ended, end := context.WithCancel(t.Context())
	end()
	const form = "application/x-www-form-urlencoded"
	for target, kind := range map[string]string{"/extract": "text/plain", "/": form} {
		if w := ask(ended, target, kind, "text=بالرياض"); w.Code != http.StatusServiceUnavailable || !strings.Contains(w.Body.String(), `{"error":`) {
			t.Errorf("%s: status %d, %s", target, w.Code, w.Body)
		}
	}
	time.AfterFunc(10*time.Millisecond, func() { <-s.places })
	if w := ask(t.Context(), "/extract", "text/plain", "بالرياض"); w.Code != http.StatusOK || w.Body.String() != answerOfRiyadh+"\n" {
		t.Errorf("status %d, %s", w.Code, w.Body)
	}
	if n := len(s.places); n != cap(s.places)-1 {
		t.Errorf("%d places taken, want %d", n, cap(s.places)-1)
	}
}

// lines is a writer that hands on what is written.
type lines chan string

func (l lines) Write(b []byte) (int, error) {
	l <- string(b)
	return len(b), nil
}

// TestStop stops the program while a request is under way: it is answered, then the program ends, and nobody listens.
func TestStop(t *testing.T) {
	ctx, stop := context.WithCancel(t.Context())
	defer stop()
	stderr, status := make(lines, 10), make(chan int, 1)
	go func() { status <- run(ctx, []string{"-addr", "127.0.0.1:0", "-no-builtin"}, stderr) }()
	var addr string
	if _, err := fmt.Sscanf(<-stderr, "serve: listening on http://%s", &addr); err != nil {
		t.Fatal(err)
	}
	addr = strings.TrimSuffix(addr, "/")
	conn, err := net.Dial("tcp", addr)
	if err != nil {
		t.Fatal(err)
	}
	defer conn.Close()
	// The server asks for the body, so the request is under way.
	fmt.Fprint(conn, "POST /extract HTTP/1.1\r\nHost: a\r\nContent-Length: 2\r\nExpect: 100-continue\r\n\r\n")
	asks := make([]byte, len("HTTP/1.1 100 Continue\r\n\r\n"))
	if _, err := io.ReadFull(conn, asks); err != nil {
		t.Fatal(err)
	}
	stop()
	fmt.Fprint(conn, "ok")
	answer, err := io.ReadAll(conn)
	if err != nil || !bytes.Contains(answer, []byte(`{"text":"ok","spans":[],"unit":"byte"}`)) {
		t.Errorf("answer %q, %v", answer, err)
	}
	if got := <-status; got != 0 {
		t.Errorf("status %d", got)
	}
	if _, err := net.Dial("tcp", addr); err == nil {
		t.Error("the server still listens")
	}
}

func TestFlags(t *testing.T) {
	for _, c := range []struct {
		args   []string
		status int
		stderr string
	}{
		{[]string{"-h"}, 0, "usage: serve [flags]"},
		{[]string{"file"}, 2, "serve: want flags only, got [file]\n"},
		{[]string{"-max-body", "x"}, 2, "invalid value"},
		{[]string{"-gazetteer", "missing.tsv"}, 1, "serve: open missing.tsv"},
		{[]string{"-no-builtin", "-addr", "256.0.0.1:0"}, 1, "serve: listen tcp"},
	} {
		var stderr bytes.Buffer
		if got := run(t.Context(), c.args, &stderr); got != c.status || !strings.HasPrefix(stderr.String(), c.stderr) {
			t.Errorf("%q: status %d, %q", c.args, got, &stderr)
		}
	}
}
