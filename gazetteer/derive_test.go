package gazetteer

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestDerive(t *testing.T) {
	tests := []struct {
		rule, name string
		kind       deriveKind
		want       []string
	}{
		{"abd", "عبد الله", deriveKind{}, []string{"عبدالله"}},
		{"abd", "عبدالرحمن منيف", deriveKind{}, []string{"عبد الرحمن منيف"}},
		{"abd", "عبد ربه", deriveKind{}, []string{"عبدربه"}},
		{"abd", "محمد عبده", deriveKind{}, nil},
		{"abd and ibn", "عبد العزيز بن باز", deriveKind{}, []string{"عبدالعزيز بن باز", "عبد العزيز ابن باز", "عبدالعزيز ابن باز"}},
		{"allah", "حسن نصر الله", deriveKind{}, []string{"حسن نصرالله"}},
		{"allah", "نصرالله", deriveKind{}, []string{"نصر الله"}},
		{"allah", "حزب الله", deriveKind{}, nil},
		{"ibn", "أحمد بن بيلا", deriveKind{}, []string{"أحمد ابن بيلا"}},
		{"ibn", "ابن خلدون", deriveKind{}, nil},
		{"abu", "أبو ظبي", deriveKind{}, []string{"أبي ظبي", "أبا ظبي"}},
		{"abu", "أبي", deriveKind{}, nil},
		{"plural", "الإخوان المسلمون", deriveKind{}, []string{"الإخوان المسلمين"}},
		{"plural", "جماعة الإخوان المسلمين", deriveKind{}, []string{"جماعة الإخوان المسلمون"}},
		{"dual", "خادم الحرمين الشريفين", deriveKind{}, []string{"خادم الحرمون الشريفون", "خادم الحرمان الشريفان"}},
		{"dual", "الحرمان الشريفان", deriveKind{}, []string{"الحرمين الشريفين"}},
		{"dual of one word", "جمهورية السودان", deriveKind{}, nil},
		{"plural of a person", "أحمد الحسين", deriveKind{person: true}, nil},
		{"plural of one word", "البحرين", deriveKind{}, nil},
		{"hamza", "وزارة شؤون المرأة", deriveKind{}, []string{"وزارة شئون المرأة"}},
		{"hamza", "مسئول", deriveKind{}, []string{"مسؤول"}},
		{"article", "الأسد", deriveKind{articleOptional: true}, []string{"أسد"}},
		{"article", "الأسد", deriveKind{}, nil},
		{"tanween", "محمد", deriveKind{given: true}, []string{"محمدا*"}},
		{"tanween of a name in ta marbuta", "حمزة", deriveKind{given: true}, nil},
		{"at most eight", "أبو بكر بن أبو عبد الله بن عبدالله", deriveKind{}, []string{
			"أبو بكر بن أبو عبدالله بن عبدالله", "أبو بكر بن أبو عبد الله بن عبد الله", "أبو بكر ابن أبو عبد الله بن عبدالله",
			"أبو بكر بن أبو عبد الله ابن عبدالله", "أبو بكر ابن أبو عبدالله بن عبدالله", "أبو بكر بن أبو عبدالله ابن عبدالله",
			"أبو بكر ابن أبو عبد الله بن عبد الله", "أبو بكر بن أبو عبد الله ابن عبد الله",
		}},
	}
	for _, tt := range tests {
		words := strings.Fields(tt.name)
		var got []string
		for _, d := range derive(words, tt.kind) {
			s := strings.Join(d.words, " ")
			if d.tanween {
				s += "*"
			}
			got = append(got, s)
		}
		if d := cmp.Diff(tt.want, got); d != "" {
			t.Errorf("%s: %s (-want +got):\n%s", tt.rule, tt.name, d)
		}
		hints := uint8(0)
		for _, w := range words {
			hints += hintsOf(w)
		}
		if len(got) > 0 && hints < enoughHints && !tt.kind.given && !tt.kind.articleOptional {
			t.Errorf("%s: %s: no hint", tt.rule, tt.name)
		}
	}
}
