package org.kvarter.importing.vector;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import org.kvarter.importing.HeightCandidate;
import org.kvarter.importing.HeightCandidate.Measure;
import org.kvarter.importing.ImportException;

/**
 * How high a footprint of a layer is raised: the height attribute where it has a plausible value, else storeys times metres of a storey,
 * else the default height. Immutable.
 *
 * @param height        attribute with heights, empty for none
 * @param storeys       attribute with numbers of storeys, empty for none
 * @param defaultHeight metres
 */
record HeightRule(Optional<HeightCandidate> height, Optional<HeightCandidate> storeys, double defaultHeight) {

    /** Where a height comes from. */
    enum Origin {
        HEIGHT, STOREYS, DEFAULT
    }

    /**
     * One footprint's height.
     *
     * @param metres above ground
     * @param origin where it comes from
     */
    record Raised(double metres, Origin origin) {
    }

    /** The rule for a layer: a person's choices, else the proposal. Who chooses storeys and no height wants storeys. */
    static HeightRule of(LayerFacts facts, LayerSettings settings) throws ImportException {
        double perStorey = settings.number("metresPerStorey").orElse(HeightProposal.METRES_PER_STOREY);
        List<HeightCandidate> ranked = HeightProposal.rank(facts.attributes(), perStorey);
        boolean onlyStoreys = settings.attribute("storeysAttribute").filter(a -> !LayerSettings.isNone(a)).isPresent()
                && settings.attribute("heightAttribute").isEmpty();
        return new HeightRule(
                onlyStoreys ? Optional.empty() : choose(facts, settings, ranked, Measure.HEIGHT, "heightAttribute", 1),
                choose(facts, settings, ranked, Measure.STOREYS, "storeysAttribute", perStorey),
                settings.number("defaultHeight").orElse(HeightProposal.DEFAULT_HEIGHT));
    }

    private static Optional<HeightCandidate> choose(LayerFacts facts, LayerSettings settings, List<HeightCandidate> ranked,
            Measure measure, String setting, double metresPerUnit) throws ImportException {
        Optional<String> chosen = settings.attribute(setting);
        if (chosen.isPresent()) {
            String name = chosen.get();
            if (LayerSettings.isNone(name)) {
                return Optional.empty();
            }
            if (facts.attributes().stream().noneMatch(a -> a.name().equals(name))) {
                throw new ImportException(VectorTexts.get("setting.attribute", facts.name(), name));
            }
            double factor = measure == Measure.HEIGHT && HeightProposal.isFeet(name) ? 0.3048 : metresPerUnit;
            return Optional.of(new HeightCandidate(name, measure, factor, 1, VectorTexts.get("height.chosen")));
        }
        return ranked.stream().filter(c -> c.measure() == measure && c.score() >= HeightProposal.LEAST_SCORE).findFirst();
    }

    /** The height of a feature whose attributes {@code value} tells. */
    Raised raise(Function<String, Object> value) {
        OptionalDouble metres = measure(height, value, HeightProposal.MAX_HEIGHT);
        if (metres.isPresent()) {
            return new Raised(metres.getAsDouble(), Origin.HEIGHT);
        }
        metres = measure(storeys, value, HeightProposal.MAX_STOREYS);
        return metres.isPresent() ? new Raised(metres.getAsDouble(), Origin.STOREYS) : new Raised(defaultHeight, Origin.DEFAULT);
    }

    private static OptionalDouble measure(Optional<HeightCandidate> candidate, Function<String, Object> value, double most) {
        if (candidate.isEmpty()) {
            return OptionalDouble.empty();
        }
        OptionalDouble number = AttributeFacts.metres(value.apply(candidate.get().attribute()));
        return number.isPresent() && number.getAsDouble() > 0 && number.getAsDouble() <= most
                ? OptionalDouble.of(number.getAsDouble() * candidate.get().metresPerUnit()) : OptionalDouble.empty();
    }
}
