package org.kvarter.importing.vector;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.kvarter.model.LayerKind;

/**
 * Says what a table shows, from its name, its attributes and their values (OSM keys and class attributes) and its geometries. The name
 * of the table speaks loudest; what the geometries cannot be is never said (lines are no buildings). Stateless.
 */
final class LayerClassifier {

    /**
     * An answer.
     *
     * @param kind   what the table shows
     * @param reason why, a sentence in the display language
     */
    record Classification(LayerKind kind, String reason) {
    }

    private static final double NAME_WEIGHT = 10;
    private static final double KEY_WEIGHT = 9;
    private static final double CLASS_WEIGHT = 7;
    private static final double HEIGHT_WEIGHT = 4;
    private static final double LEAST = 3;
    private static final double LEAST_SHARE = 0.5;

    private static final Set<String> CLASS_NAMES = Set.of("type", "typ", "tyyppi", "class", "klass", "klasse", "luokka", "category",
            "kategori", "kategorie", "kind", "fclass", "fcode", "detaljtyp", "objekttyp", "objektart", "funktion", "function", "usage",
            "building_type", "featuretype", "feature_type", "subtype", "andamal", "art", "soort");

    private LayerClassifier() {
    }

    /** What a table shows as far as its geometries of one dimension (0 points, 1 lines, 2 areas) go. */
    static Classification classify(LayerFacts facts, int dimension) {
        Map<LayerKind, Double> scores = new EnumMap<>(LayerKind.class);
        Map<LayerKind, String> reasons = new EnumMap<>(LayerKind.class);
        KindWords.ofName(facts.name()).or(() -> KindWords.ofName(facts.title())).ifPresent(kind ->
                add(scores, reasons, allowed(kind, dimension), NAME_WEIGHT, VectorTexts.get("kind.name", facts.name())));
        for (AttributeFacts attribute : facts.attributes()) {
            fromKey(attribute, dimension, scores, reasons);
            fromClass(attribute, dimension, scores, reasons);
        }
        if (dimension == 2) {
            HeightProposal.rank(facts.attributes(), HeightProposal.METRES_PER_STOREY).stream().findFirst().ifPresent(height ->
                    add(scores, reasons, Optional.of(LayerKind.BUILDINGS), HEIGHT_WEIGHT * height.score(),
                            VectorTexts.get("kind.height", height.attribute())));
        }
        return scores.entrySet().stream().filter(e -> e.getValue() >= LEAST)
                .max(Comparator.comparingDouble(Map.Entry::getValue))
                .map(e -> new Classification(e.getKey(), reasons.get(e.getKey())))
                .orElseGet(() -> new Classification(plain(dimension), VectorTexts.get("kind.plain." + dimension)));
    }

    private static void add(Map<LayerKind, Double> scores, Map<LayerKind, String> reasons, Optional<LayerKind> kind, double score,
            String reason) {
        kind.ifPresent(k -> {
            scores.merge(k, score, Double::sum);
            reasons.putIfAbsent(k, reason);
        });
    }

    /** OSM-style keys: {@code building=*}, {@code highway=*}, {@code natural=water} … */
    private static void fromKey(AttributeFacts attribute, int dimension, Map<LayerKind, Double> scores,
            Map<LayerKind, String> reasons) {
        String key = attribute.name().toLowerCase(Locale.ROOT);
        LayerKind whole = switch (key) {
            case "building" -> LayerKind.BUILDINGS;
            case "highway" -> LayerKind.STREETS;
            case "railway" -> LayerKind.RAIL;
            case "waterway" -> LayerKind.WATER;
            default -> null;
        };
        if (whole != null) {
            int no = attribute.values().getOrDefault("no", 0) + attribute.values().getOrDefault("false", 0);
            double share = attribute.presentShare() - (attribute.rows() == 0 ? 0 : (double) no / attribute.rows());
            if (share >= LEAST_SHARE) {
                add(scores, reasons, allowed(whole, dimension), KEY_WEIGHT * share, VectorTexts.get("kind.key", attribute.name()));
            }
        } else if (Set.of("natural", "landuse", "leisure", "landcover").contains(key)) {
            fromValues(attribute, dimension, KEY_WEIGHT, key.equals("landuse") ? LayerKind.LAND_USE : null, scores, reasons);
        }
    }

    private static void fromClass(AttributeFacts attribute, int dimension, Map<LayerKind, Double> scores,
            Map<LayerKind, String> reasons) {
        if (CLASS_NAMES.contains(Words.fold(attribute.name()))) {
            fromValues(attribute, dimension, CLASS_WEIGHT, null, scores, reasons);
        }
    }

    /** Counts the features whose value speaks for a kind. */
    private static void fromValues(AttributeFacts attribute, int dimension, double weight, LayerKind otherwise,
            Map<LayerKind, Double> scores, Map<LayerKind, String> reasons) {
        Map<LayerKind, Integer> counts = new EnumMap<>(LayerKind.class);
        attribute.values().forEach((value, count) -> KindWords.ofName(value).or(() -> Optional.ofNullable(otherwise))
                .flatMap(kind -> allowed(kind, dimension)).ifPresent(kind -> counts.merge(kind, count, Integer::sum)));
        counts.forEach((kind, count) -> {
            double share = attribute.rows() == 0 ? 0 : (double) count / attribute.rows();
            if (share >= LEAST_SHARE) {
                add(scores, reasons, Optional.of(kind), weight * share, VectorTexts.get("kind.values", attribute.name()));
            }
        });
    }

    /** The kind that geometries of a dimension can be where a word speaks for {@code kind}. */
    static Optional<LayerKind> allowed(LayerKind kind, int dimension) {
        boolean possible = switch (kind) {
            case BUILDINGS, PLOTS, LAND_USE, GREEN -> dimension == 2;
            case STREETS, RAIL, WATER, BRIDGES -> dimension >= 1;
            case TREES -> dimension == 0;
            default -> true;
        };
        if (possible) {
            return Optional.of(kind);
        }
        return kind == LayerKind.TREES && dimension == 2 ? Optional.of(LayerKind.GREEN) : Optional.empty();
    }

    /** The kind of geometries of which nothing else is known. */
    static LayerKind plain(int dimension) {
        return List.of(LayerKind.POINTS, LayerKind.LINES, LayerKind.AREAS).get(dimension);
    }
}
