package dev.leadkit.contact;

import dev.leadkit.lead.FieldType;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.Map;

/**
 * The letters and digits of a name in the form in which names are compared: NFKD, without case, punctuation, spaces and
 * Latin, Greek and Cyrillic accents; Cyrillic as on passports (ICAO 9303-3, the Russian and Ukrainian column), Greek by ISO
 * 843 with {@code ou} for {@code ου}, Latin letters that are no letter with an accent by the table below. All other scripts
 * stay as they are.
 */
final class Letters {

    private static final String TABLE = """
            æ ae; œ oe; ø o; ł l; đ d; ð d; þ th; ħ h; ŧ t; ŋ n; ĸ q; ı i; ə e; ɛ e; ɔ o; ƒ f; ɓ b; ɗ d; ƙ k; ƴ y; ɨ i
            а a; б b; в v; г g; д d; е e; ж zh; з z; и i; к k; л l; м m; н n; о o; п p; р r; с s; т t; у u; ф f; х kh
            ц ts; ч ch; ш sh; щ shch; ъ ie; ы y; ь -; э e; ю iu; я ia; є ie; і i; ґ g; ђ d; ѕ dz; ј j; љ lj; њ nj; ћ c
            џ dz; ѣ ie; ѳ f; ѵ y
            α a; β v; γ g; δ d; ε e; ζ z; η i; θ th; ι i; κ k; λ l; μ m; ν n; ξ x; ο o; π p; ρ r; σ s; ς s; τ t; υ y
            φ f; χ ch; ψ ps; ω o
            """;
    private static final Map<Integer, String> LATIN = latin();
    private static final int OMICRON = '\u03bf';
    private static final int UPSILON = '\u03c5';

    private Letters() {}

    private static Map<Integer, String> latin() {
        Map<Integer, String> latin = new HashMap<>();
        for (String entry : TABLE.split("[;\n]\\s*", -1)) {
            if (!entry.isBlank()) {
                String letters = entry.substring(2).strip();
                latin.put(entry.codePointAt(0), letters.equals("-") ? "" : letters);
            }
        }
        return Map.copyOf(latin);
    }

    /** The letters of a text, empty if it has none. Letters once taken are their own letters. */
    static String of(String text) {
        StringBuilder letters = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= 0x80) {
                return ofAnyScript(text);
            }
            append(letters, c >= 'A' && c <= 'Z' ? c + ('a' - 'A') : c, 0);
        }
        return letters.toString();
    }

    private static String ofAnyScript(String text) {
        String apart = Normalizer.normalize(text, Normalizer.Form.NFKD);
        String folded = Normalizer.normalize(FieldType.fold(apart), Normalizer.Form.NFKD);
        StringBuilder letters = new StringBuilder(folded.length());
        int before = 0;
        for (int i = 0; i < folded.length(); i += Character.charCount(before)) {
            int c = folded.codePointAt(i);
            append(letters, c, before);
            before = c;
        }
        return Normalizer.normalize(letters, Normalizer.Form.NFC);
    }

    private static void append(StringBuilder letters, int c, int before) {
        if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) {
            letters.append((char) c);
        } else if (c == UPSILON && before == OMICRON) {
            letters.append('u');
        } else if (c >= 0x80 && !isAccent(c)) {
            letters.append(LATIN.getOrDefault(c, other(c)));
        }
    }

    /** An accent of Latin, Greek or Cyrillic; the marks of other scripts are vowels. */
    private static boolean isAccent(int c) {
        boolean extended = (c >= 0x1AB0 && c <= 0x1AFF) || (c >= 0x1DC0 && c <= 0x1DFF) || (c >= 0x20D0 && c <= 0x20FF);
        return (c >= 0x300 && c <= 0x36F) || (c >= 0x483 && c <= 0x487) || extended || (c >= 0xFE20 && c <= 0xFE2F);
    }

    private static String other(int c) {
        if (Character.isDigit(c)) {
            return Integer.toString(Character.digit(c, 10));
        }
        int type = Character.getType(c);
        boolean mark = type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
        return mark || Character.isLetter(c) ? Character.toString(c) : "";
    }
}
