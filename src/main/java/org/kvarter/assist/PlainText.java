package org.kvarter.assist;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** Texts without what people spell differently. Stateless. */
final class PlainText {

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern HUMPS = Pattern.compile("(?<=\\p{Ll})(?=\\p{Lu})");
    private static final Pattern OTHERS = Pattern.compile("[^\\p{L}\\p{N}%]+");

    private PlainText() {
    }

    /** Lower case, without diacritics; {@code ß} is {@code ss}, {@code ø} is {@code o}. */
    static String folded(String text) {
        String lower = text.strip().toLowerCase(Locale.ROOT).replace("ß", "ss").replace('ø', 'o').replace("æ", "ae");
        return Normalizer.isNormalized(lower, Normalizer.Form.NFKD) ? lower : MARKS.matcher(Normalizer.normalize(lower, Normalizer.Form.NFKD)).replaceAll("");
    }

    /** Folded, with nothing but letters, digits and single blanks. */
    static String words(String text) {
        String apart = HUMPS.matcher(text.strip()).replaceAll(" ");
        return OTHERS.matcher(folded(apart)).replaceAll(" ").strip();
    }
}
