// Package normalize folds Arabic text for look-up, finds its words, and maps every letter of the folded form back to the
// bytes it came from.
//
// Folding. A [Form] is a set of foldings: take one of the four levels or unite single ones. Canonical removes noise of the
// encoding, Strict the marks too, Ortho is the level of search keys, Loose of candidates. [Form.Fold] folds a string,
// [Form.Transformer] a stream:
//
//	normalize.Ortho.Fold("الإسكندريّـة") // الاسكندريه
//
// Words. A [Text] holds the tokens of a source with their folded letters. It is the way to search: tokens are compared by
// [Key], [Text.AppendStarts] gives the words that a name may begin with when proclitics are cut (وبالرياض: بالرياض, الرياض),
// [Text.Between] says whether the name may go on, and [Text.Span] gives the bytes of the source for what was found.
//
// Offsets are bytes of the source, half open. A span never cuts a character, nor a letter from its marks; a tatweel or a
// bidi control at its end is outside. [AppendRuneOffsets] and [AppendUTF16Offsets] convert to other units.
//
// # Rules
//
// Comments and tests name rules by number. N1-N29 are the foldings, in the comments of the Form constants. The others:
//
//	O1  a span starts at a letter and ends after the marks that follow its last one: السوريّ
//	O2  tatweel and invisible signs at the end of a token are outside, inside they stay
//	O3  cutting a proclitic cuts its marks and tatweels too: بِ|اسم, لـ|حماس
//	O4  a character that stands for several letters is never cut, the span is widened: ﻷحمد for أحمد
//	O5  a cluster is a letter or sign and the marks after it; an ill-formed byte is a sign of one byte
//	O6  offsets are bytes; code points and UTF-16 units by conversion
//	O7  words of one name may be parted by white space in a line, by nothing, by a hyphen or an apostrophe that touches both
//	§2  a change between Arabic letters, other letters and digits ends a token, and so does every sign
//	§3  proclitics are و or ف, then ب, ك or ل, then ال, which with ل is written لل
//
// Order. Deleted characters vanish first, then hamza marks compose (N5), marks are deleted (N2-N4), letters are mapped,
// then the last letter of a word takes its final form (N10, N29), and doubled letters collapse. So every Form is
// idempotent, and a word is never joined with another or split. A character has the class of what it stands for, which
// keeps word boundaries the same before and after.
//
// Unicode. The tables are of Unicode 15.0.0 under every toolchain, because folded keys are stored in files. Text is not
// normalized as a whole: NFC reorders marks, and NFKC cuts words at isolated marks (U+FE7C becomes a space and a mark)
// and makes three words of U+FDFA. Letters and digits that the table does not list are decomposed one by one as
// golang.org/x/text/unicode/norm does, where nothing but letters, digits and marks comes out: é, ﬁ and ２, but not ½.
//
// Every function is total: any bytes are a text. Forms and keys are values for any number of goroutines; a Text is for
// one at a time.
package normalize
