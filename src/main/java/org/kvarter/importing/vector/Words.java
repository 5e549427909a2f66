package org.kvarter.importing.vector;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Names cut into plain words, so that {@code GatuTräd_2024} and {@code gatutrad} are known as the same. */
final class Words {

    private Words() {
    }

    /** Lower case without diacritics: {@code Höjd → hojd}, {@code Straße → strasse}. */
    static String fold(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFD).replaceAll("\\p{M}", "")
                .replace("ß", "ss").replace("ø", "o").replace("Ø", "O").replace("æ", "ae").replace("Æ", "Ae")
                .toLowerCase(Locale.ROOT);
    }

    /** The words of a name: cut at everything that is no letter, and where small letters meet capitals. */
    static List<String> of(String name) {
        List<String> words = new ArrayList<>();
        for (String part : name.replaceAll("(?<=\\p{Ll})(?=\\p{Lu})", " ").split("[^\\p{L}]+")) {
            if (!part.isEmpty()) {
                words.add(fold(part));
            }
        }
        return words;
    }
}
