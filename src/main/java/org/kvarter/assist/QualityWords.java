package org.kvarter.assist;

import java.util.Locale;
import java.util.Set;
import org.kvarter.series.store.Quality;

/** The words by which meters and services say that a value is none, in five languages. Stateless. */
final class QualityWords {

    private static final Set<String> MISSING = Set.of("missing", "invalid", "bad", "error", "no data", "nodata", "failed", "saknas", "ogiltig", "fel", "felaktig",
            "puuttuu", "virheellinen", "virhe", "ontbreekt", "ongeldig", "fout", "fehlt", "ungültig", "fehler", "fehlerhaft");

    private static final Set<String> ASSUMED = Set.of("estimated", "estimate", "assumed", "interpolated", "substituted", "e", "uppskattad", "uppskattat", "beraknad", "antagen",
            "interpolerad", "arvioitu", "arvio", "laskettu", "geschat", "aangenomen", "geschatzt", "ersatzwert", "interpoliert", "angenommen");
    private static final Set<String> MODELLED = Set.of("modelled", "modeled", "simulated", "forecast", "model", "modellerad", "simulerad", "prognos", "mallinnettu", "ennuste", "gemodelleerd",
            "voorspelling", "modelliert", "simuliert", "prognose");

    private QualityWords() {
    }

    /** How a value with this remark came about; measured where the words say nothing else. */
    static Quality of(String quality) {
        String word = PlainText.folded(quality);
        return isMissing(quality) ? Quality.MISSING : ASSUMED.contains(word) ? Quality.ASSUMED : MODELLED.contains(word) ? Quality.MODELLED : Quality.MEASURED;
    }

    /** Whether a value with this remark is to be left out. */
    static boolean isMissing(String quality) {
        return !quality.isEmpty() && MISSING.contains(quality.strip().toLowerCase(Locale.ROOT));
    }
}
