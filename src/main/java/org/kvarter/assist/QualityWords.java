package org.kvarter.assist;

import java.util.Locale;
import java.util.Set;

/** The words by which meters and services say that a value is none, in five languages. Stateless. */
final class QualityWords {

    private static final Set<String> MISSING = Set.of("missing", "invalid", "bad", "error", "no data", "nodata", "failed", "saknas", "ogiltig", "fel", "felaktig",
            "puuttuu", "virheellinen", "virhe", "ontbreekt", "ongeldig", "fout", "fehlt", "ungültig", "fehler", "fehlerhaft");

    private QualityWords() {
    }

    /** Whether a value with this remark is to be left out. */
    static boolean isMissing(String quality) {
        return !quality.isEmpty() && MISSING.contains(quality.strip().toLowerCase(Locale.ROOT));
    }
}
