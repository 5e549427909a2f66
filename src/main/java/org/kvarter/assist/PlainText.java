package org.kvarter.assist;

import java.text.Normalizer;
import java.util.Locale;

/** Texts without what people spell differently. Stateless. */
final class PlainText {

    private PlainText() {
    }

    /** Lower case, without diacritics; {@code ß} is {@code ss}, {@code ø} is {@code o}. */
    static String folded(String text) {
        String lower = text.strip().toLowerCase(Locale.ROOT).replace("ß", "ss").replace('ø', 'o').replace("æ", "ae");
        return Normalizer.normalize(lower, Normalizer.Form.NFKD).replaceAll("\\p{M}+", "");
    }

    /** Folded, with nothing but letters, digits and single blanks. */
    static String words(String text) {
        String apart = text.strip().replaceAll("(?<=\\p{Ll})(?=\\p{Lu})", " ");
        return folded(apart).replaceAll("[^\\p{L}\\p{N}%]+", " ").strip();
    }
}
