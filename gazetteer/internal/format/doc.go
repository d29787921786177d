// Package format lays out the file of a compiled gazetteer: header, table of sections, sections.
//
// All numbers are little-endian. Sections begin at multiples of 64 bytes, in the order below, each as soon as the one
// before allows; what lies between is zero, and the file ends at a multiple of 64. Nothing in a file depends on where it
// lies in memory, and the same entries give the same bytes.
//
// Header, 64 bytes:
//
//	 0  8  magic: "musammā" in UTF-8, 6d 75 73 61 6d 6d c4 81
//	 8  4  version of the format: 3
//	12  4  version of the folding table that made the keys
//	16  4  normalize.Form of the keys
//	20  4  number of sections: 23
//	24  8  size of the file
//	32  8  seed of the hashes
//	40  4  number E of entries
//	44  4  number S of senses
//	48  4  number of common words
//	52  1  1 if the weights are grades, else 0
//	53  7  zero
//	60  4  CRC-32C of the header without these four bytes, and the section table
//
// Section table, 24 bytes a section: offset u64, length u64, CRC-32C of the section u32, zero u32. It is padded with
// zeros to a multiple of 64 bytes, so the first section begins at 640.
//
// Hashes. mul is the 128-bit product, its halves joined by exclusive or. Of a token key (lo, hi), two 64-bit halves:
//
//	mul(lo^seed, (hi+0x6a09e667f3bcc909)*0xb7e151628aed2a6b | 1)
//
// Of an edge: mul(p^0x6a09e667f3bcc909, t|1), t being the hash of its token, p that of the first token if the edge leads
// on from one, else the id of the node. Of a short common word: mul(x^seed, 0xb7e151628aed2a6b). A table of n lines of 64 bytes is
// probed from line (hash>>32)*n>>32 and slot hash mod the slots of a line, around the line, then on to the next line at
// the same slot, line 0 behind the last; to an empty slot, or over 48 lines.
//
// Sections:
//
//	 0  vocabulary: lines of four slots; a slot is a token key, lo and hi, zero when empty. A key is the letters of a
//	    token (normalize.Key): one byte a letter, the first in the lowest byte. Of more than 16 letters it is a hash.
//	    The number of the slot is the id of the token, and of the node that the token leads to from the root.
//	 1  roots: two bits a slot of 0, the first slot in the low bits: 1 a name ends here, 2 a name goes on from here.
//	 2  filter: 64-bit words. Of each token of 0, word (hash>>32)*n>>32 has bit 0 set when it is rotated left by hash%64,
//	    and when it is rotated left by hash/64%64: bit 0 if the token is a name, bit 21 if it begins longer ones, bit 42
//	    if it stands in one behind the first token. Of a name bit 32 is set as well when it is rotated left by hash%64.
//	 3  long tokens: slot u32, end of its letters in section 4 u32; slots ascending.
//	 4  letters of long tokens.
//	 5  edges: lines of eight slots: id of a node in the low 32 bits, id of a token in the next 30, in the top two what
//	    the child is, as in section 1; zero when empty. The id of the child is the number of the slot plus the number of
//	    slots of 0.
//	 6  ranks: for every 64 nodes a 64-bit set of those where names end, and the number of the first sense of the first
//	    of them u32. Senses are in the order of the nodes.
//	 7  last marks: one bit a sense, set for the last sense of each node, in 64-bit words; one zero word behind them.
//	 8  senses, 10 bytes: profile u16, hash of the Strict spelling u32, entry u32.
//	 9  profiles, 8 bytes: type u8, cue u8, roles u16, flags u8, weight u8, 1 if the text must have tanween u8, 1 if the name
//	    as written has marks u8.
//	10  labels: number of types, then each type; number of cues, then each cue. Numbers are uvarints (encoding/binary),
//	    strings follow their length.
//	11  common words of at most 7 letters: lines of eight slots: the letters at the Strict level in the low 56 bits,
//	    productivity plus one in the top 8; zero when empty.
//	12  longer common words: as section 0.
//	13  productivity of each slot of 12, u8.
//	14  profile u16 of each entry.
//	15  u32 for every 16th entry: offset of its record in 16.
//	16  names: for each entry the uvarint length of its record, then the record: a uvarint w for every word; w even: word
//	    w/2 of the dictionary, w odd: w/2 bytes that follow. One space stands between words.
//	17  u32 for every word of the dictionary: its end in section 18.
//	18  the words of the dictionary, most used first.
//	19  u32 for each entry: offset of its id in section 22; empty if no entry has one.
//	20  the same for canonical names.
//	21  the same for sources.
//	22  a zero byte, which is the empty string, then strings behind their uvarint lengths; empty if there are none.
//
// The Strict hash of a name takes the letters of its words at the Strict level: h = h*0x9e3779b97f4a7c15 + letter for
// each, from 0; stored is the high half of mul(h^0x6a09e667f3bcc909, 0xb7e151628aed2a6b).
//
// Example: one entry, الأمم المتحدة of type ORG with the id Q1065, and the common word كان, in Form Ortho: 1728 bytes.
//
//	 0  27 44 45 2a 2d 2f 47 00 …   slot 0, token 0: ا ل م ت ح د ه
//	    zeros to 30                 slots 1, 2
//	    27 44 27 45 45 00 …         slot 3, token 3: ا ل ا م م
//	 1  80                          token 3 begins names, none ends there: 2<<6
//	 2  00 10 00 00 00 00 2c 00     bits 53 and 51 of the only word for token 3, 12 and 50 for token 0
//	 5  zeros to 8
//	    03 00 00 00 00 00 00 40     slot 1: from node 3 by token 0; a name ends at the child, node 4+1
//	 6  20 00 00 00 00 00 00 00     node 5 is the only end
//	    00 00 00 00                 its first sense is 0
//	 7  01 00 …                     and its last
//	 8  00 00 36 b5 9a ed 00 00 00 00   profile 0, Strict hash ed9ab536, entry 0
//	 9  00 00 00 00 00 00 00 00     type 0, cue 0, no roles
//	10  01 03 4f 52 47 01 00        one type, "ORG"; one cue, ""
//	11  zeros to 30
//	    43 27 46 00 00 00 00 01     slot 6: ك ا ن, productivity 0
//	14  00 00                       profile 0
//	15  00 00 00 00                 record 0 at 0
//	16  1a 15 d8 a7 d9 84 …         26 bytes; 10 bytes: الأمم
//	    1d d8 a7 d9 84 …            14 bytes: المتحدة
//	19  01 00 00 00                 id at 1
//	22  00 05 51 31 30 36 35        "", "Q1065"
package format
