package org.kvarter.series.store;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The remarks by which meters, services and programs say how a value came about, in English, Swedish, Finnish, Dutch and German. Stateless. */
public final class QualityWords {

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final List<String> MISSING = List.of("missing", "invalid", "bad", "error", "no data", "nodata", "failed", "saknas", "ogiltig", "fel", "felaktig",
            "puuttuu", "virheellinen", "virhe", "ontbreekt", "ongeldig", "fout", "fehlt", "ungültig", "fehler", "fehlerhaft");
    private static final List<String> ASSUMED = List.of("estimated", "estimate", "assumed", "interpolated", "substituted", "e", "uppskattad", "uppskattat", "beräknad", "beräknat",
            "antagen", "antaget", "interpolerad", "interpolerat", "arvioitu", "arvio", "laskettu", "geschat", "aangenomen", "geïnterpoleerd", "geschätzt", "ersatzwert", "interpoliert",
            "angenommen");
    private static final List<String> MODELLED = List.of("modelled", "modeled", "simulated", "forecast", "model", "modellerad", "modellerat", "simulerad", "simulerat", "prognos",
            "mallinnettu", "ennuste", "gemodelleerd", "voorspelling", "modelliert", "simuliert", "prognose");
    private static final Set<String> FOLDED_ASSUMED = folded(ASSUMED);
    private static final Set<String> FOLDED_MODELLED = folded(MODELLED);
    private static final Set<String> FOLDED_MISSING = folded(MISSING);

    private QualityWords() {
    }

    /** How a value with this remark came about; measured where the words say nothing else. */
    public static Quality of(String remark) {
        String word = folded(remark);
        return FOLDED_MISSING.contains(word) ? Quality.MISSING : FOLDED_ASSUMED.contains(word) ? Quality.ASSUMED : FOLDED_MODELLED.contains(word) ? Quality.MODELLED : Quality.MEASURED;
    }

    /** The words of a quality in lower case, with and without their diacritics; none for measured, which is whatever is not said to be otherwise. */
    public static List<String> of(Quality quality) {
        List<String> words = switch (quality) {
            case MEASURED -> List.of();
            case MODELLED -> MODELLED;
            case ASSUMED -> ASSUMED;
            case MISSING -> MISSING;
        };
        return Stream.concat(words.stream(), words.stream().map(QualityWords::folded)).distinct().toList();
    }

    private static Set<String> folded(List<String> words) {
        return words.stream().map(QualityWords::folded).collect(Collectors.toUnmodifiableSet());
    }

    private static String folded(String word) {
        return MARKS.matcher(Normalizer.normalize(word.strip().toLowerCase(Locale.ROOT).replace("ß", "ss"), Normalizer.Form.NFKD)).replaceAll("");
    }
}
