package org.kvarter.importing.vector;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.kvarter.importing.HeightCandidate;
import org.kvarter.importing.HeightCandidate.Measure;

/**
 * Proposes the attribute from which footprints are raised. An attribute is a candidate by its name, in the languages of
 * {@link KindWords}; its score is the name's (0.4 … 1) times how plausible its values are and how many features have one. Stateless.
 */
final class HeightProposal {

    /** Metres of a storey where nothing else is said: floor to floor in housing and offices, roof construction left out. */
    static final double METRES_PER_STOREY = 3.0;

    /** Metres of a building of which nothing is known: three storeys. */
    static final double DEFAULT_HEIGHT = 9.0;

    /** Least height of a building, metres. */
    static final double MIN_HEIGHT = 1.5;

    /** Greatest height of a building, metres: above any that stands. */
    static final double MAX_HEIGHT = 1_000;

    /** Most storeys of a building. */
    static final double MAX_STOREYS = 250;

    /** Candidates below are neither proposed nor used unasked. */
    static final double LEAST_SCORE = 0.3;

    private static final double FOOT = 0.3048;

    private static final List<String> HEIGHTS = List.of("height", "buildingheight", "bldgheight", "heightm", "measuredheight",
            "hoehe", "hohe", "gebaudehohe", "gebaeudehoehe", "hojd", "byggnadshojd", "hushojd", "korkeus", "rakennuksenkorkeus",
            "hoogte", "gebouwhoogte", "pandhoogte", "hmax", "hmean", "hmedian", "relh", "relheight", "roofheight", "heightroof",
            "hauteur", "altezza", "heightmax", "heightmean", "heightmedian", "bheight", "hgt", "hght", "hoehem", "hojdm", "hbld", "bldgh");
    private static final List<String> HEIGHT_STEMS = List.of("height", "hoehe", "hohe", "hojd", "korkeus", "hoogte");
    private static final List<String> STOREYS = List.of("storeys", "stories", "storey", "storeysaboveground", "floors", "nfloors",
            "numfloors", "nofloors", "floorcount", "numberoffloors", "numberofstories", "numberofstoreys", "numstories", "numstoreys",
            "levels", "buildinglevels", "nlevels", "vaningar", "vaningsantal", "antalvaningar", "antvaningar", "vaning", "vaningstal",
            "kerrosluku", "kerroslkm", "kerroksia", "kerrokset", "geschosse", "geschosszahl", "anzahlgeschosse", "vollgeschosse",
            "stockwerke", "stockwerkzahl", "aog", "bouwlagen", "aantalbouwlagen", "verdiepingen", "aantalverdiepingen", "etages",
            "nbetages", "storeysabove", "flrs", "nstoreys", "nstories");
    private static final List<String> STOREY_STEMS = List.of("storey", "stories", "floors", "vaning", "kerros", "geschoss", "stockwerk",
            "bouwlagen", "verdieping");
    private static final List<String> AGAINST = List.of("min", "below", "under", "basement", "cellar", "kallare", "keller", "kellari",
            "maanalai", "area", "yta", "flache", "flaeche", "opp", "ground", "base", "terrain", "mark", "boden", "amsl", "sealevel",
            "eaves", "traufe", "ceiling", "roomheight", "storeyheight", "floorheight", "geschosshohe", "geschosshoehe", "vaningshojd",
            "kerroskorkeus", "source", "quelle", "id");

    private HeightProposal() {
    }

    /** The candidates, the best first. */
    static List<HeightCandidate> rank(List<AttributeFacts> attributes, double metresPerStorey) {
        List<HeightCandidate> found = new ArrayList<>();
        for (AttributeFacts attribute : attributes) {
            String name = String.join("", Words.of(attribute.name()));
            double height = nameScore(name, HEIGHTS, HEIGHT_STEMS);
            double storeys = nameScore(name, STOREYS, STOREY_STEMS);
            if (name.equals("h") || name.equals("z")) {
                height = 0.5;
            }
            if (storeys > height) {
                add(found, attribute, Measure.STOREYS, metresPerStorey, storeys, attribute.storeyShare());
            } else if (height > 0) {
                add(found, attribute, Measure.HEIGHT, isFeet(attribute.name()) ? FOOT : 1, height, attribute.heightShare());
            }
        }
        found.sort(Comparator.comparingDouble(HeightCandidate::score).reversed());
        return found;
    }

    private static void add(List<HeightCandidate> found, AttributeFacts attribute, Measure measure, double metresPerUnit,
            double name, double plausible) {
        if (attribute.numberShare() < 0.5) {
            return;
        }
        double score = name * (0.2 + 0.8 * plausible) * (0.3 + 0.7 * attribute.presentShare());
        String reason = VectorTexts.get(measure == Measure.HEIGHT ? "height.reason" : "storeys.reason",
                Math.round(100 * attribute.presentShare()), attribute.minimum(), attribute.maximum());
        found.add(new HeightCandidate(attribute.name(), measure, metresPerUnit, score, reason));
    }

    private static double nameScore(String name, List<String> whole, List<String> stems) {
        if (whole.contains(name)) {
            return 1;
        }
        if (stems.stream().noneMatch(name::contains)) {
            return 0;
        }
        return AGAINST.stream().anyMatch(name::contains) ? 0.15 : 0.7;
    }

    /** Whether an attribute's name says that its values are feet: {@code HEIGHT_FT}, {@code heightFeet}. */
    static boolean isFeet(String name) {
        List<String> words = Words.of(name);
        String last = words.isEmpty() ? "" : words.get(words.size() - 1);
        return last.equals("ft") || last.equals("feet") || name.toLowerCase(Locale.ROOT).endsWith("heightft");
    }
}
