package html_test

import (
	"fmt"
	"log"
	"regexp"
	"strings"

	"github.com/musamma/musamma/entity"
	"github.com/musamma/musamma/entity/html"
)

// text and spans stand for what an Extractor was given and gave.
var (
	text  = "عاد وفد لإيران"
	spans = []entity.Span{{Start: 16, End: 26, WordStart: 14, WordEnd: 26, Type: entity.Location, Text: "إيران", Name: "إيران", ID: "Q794"}}
)

func ExampleNewWriter() {
	var page strings.Builder
	w := html.NewWriter(&page, &html.Options{Title: "أخبار اليوم", Preface: "<h1>أخبار اليوم</h1>"})
	if err := w.Write("الأول", text, spans); err != nil {
		log.Fatal(err)
	}
	if err := w.Close(); err != nil {
		log.Fatal(err)
	}
	fmt.Println(strings.Contains(page.String(), `<html lang="ar" dir="rtl">`))
	// Output: true
}

func ExampleWriter_Write() {
	var page strings.Builder
	w := html.NewWriter(&page, nil)
	if err := w.Write("", text, spans); err != nil {
		log.Fatal(err)
	}
	fmt.Println(regexp.MustCompile(`(?s)<div class="text".*?</div>`).FindString(page.String()))
	// Output:
	// <div class="text" dir="rtl">عاد وفد ل<mark id="d1s1" class="t1" tabindex="0" title="LOC
	// إيران
	// Q794">إيران</mark></div>
}

func ExampleWriter_Close() {
	var page strings.Builder
	w := html.NewWriter(&page, nil)
	if err := w.Write("", text, spans); err != nil {
		log.Fatal(err)
	}
	if err := w.Close(); err != nil {
		log.Fatal(err)
	}
	fmt.Println(regexp.MustCompile(`<footer>.*</footer>`).FindString(page.String()))
	// Output: <footer><ul class="legend"><li><mark class="t0">أشخاص <bdi>PER</bdi></mark> <b>0</b></li><li><mark class="t1">أماكن <bdi>LOC</bdi></mark> <b>1</b></li><li><mark class="t2">منظمات <bdi>ORG</bdi></mark> <b>0</b></li></ul></footer>
}

func ExampleContentSecurityPolicy() {
	for _, rule := range strings.Split(html.ContentSecurityPolicy(), "; ") {
		name, _, _ := strings.Cut(rule, " ")
		fmt.Println(name)
	}
	// Output:
	// default-src
	// style-src
	// script-src
	// form-action
	// base-uri
	// frame-ancestors
}
