package org.kvarter.assist;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.kvarter.assist.Check.Kind;
import org.kvarter.assist.Check.Light;
import org.kvarter.series.store.ValueFacts;
import org.kvarter.tables.Quantities;
import org.kvarter.tables.Unit;
import org.kvarter.tables.Unit.Dimension;
import org.kvarter.tables.Units;
import org.kvarter.text.Figures;
import org.kvarter.text.Texts;

/** Whether numbers can be true, with traffic lights. Every check says something, so that a green one is seen to have been made. Stateless. */
public final class Checks {

    private static final Texts TEXTS = Texts.in(Checks.class);

    private Checks() {
    }

    static void join(JoinResult join, List<Check> checks) {
        if (join.rule().kind() == JoinRule.Kind.DISTRICT) {
            return;
        }
        Light light = join.rate() >= 0.95 ? Light.GREEN : join.rate() >= 0.6 ? Light.YELLOW : Light.RED;
        checks.add(new Check(Kind.JOIN, light, "", TEXTS.get("check.join", join.matched(), join.places(), join.unmatchedFeatures().size()), join.unmatchedPlaces()));
    }

    /** A place's worth of a check: how much it concerns. */
    record Concern(String place, double weight) {
    }

    /** All checks of the values of a series by place. */
    static void series(SeriesFacts facts, List<Check> checks) {
        unit(facts, checks);
        List<Concern> outside = new ArrayList<>();
        List<Concern> far = new ArrayList<>();
        List<Concern> constant = new ArrayList<>();
        List<Concern> missing = new ArrayList<>();
        List<Concern> negative = new ArrayList<>();
        long[] counts = new long[4];
        long all = 0;
        for (ValueFacts place : facts.places()) {
            long lacks = facts.intervals() - place.present();
            all += place.present();
            counts[0] += place.beyond();
            counts[1] += place.below();
            counts[2] += place.far();
            counts[3] += lacks;
            add(outside, place.place(), place.beyond());
            add(negative, place.place(), place.below());
            add(far, place.place(), place.far());
            add(missing, place.place(), (double) lacks / facts.intervals());
            add(constant, place.place(), SeriesFacts.isConstant(place) ? place.present() : 0);
        }
        Unit unit = Units.parse(facts.unit()).orElse(null);
        Optional<Bands.Band> band = facts.band();
        String quantity = facts.quantity();
        if (band.isPresent()) {
            told(checks, Kind.RANGE, quantity, outside, counts[0], all, 0.001, "check.range", Figures.of(band.get().least()), Figures.of(band.get().most(), facts.unit()));
        }
        // the weather has its physical range; that the sun shines now and then is no outlier
        boolean metered = unit == null || unit.dimension() == Dimension.ENERGY || unit.dimension() == Dimension.POWER || unit.dimension() == Dimension.VOLUME
                || unit.dimension() == Dimension.FLOW || unit.dimension() == Dimension.COUNT;
        if (metered) {
            told(checks, Kind.OUTLIERS, quantity, far, counts[2], all, 0.05, "check.outliers");
        }
        boolean mayBeNegative = unit != null && unit.dimension() == Dimension.TEMPERATURE || quantity.equals(Quantities.PRICE);
        if (!mayBeNegative) {
            told(checks, Kind.NEGATIVE, quantity, negative, counts[1], all, 0.05, "check.negative");
        }
        double lost = all + counts[3] == 0 ? 1 : (double) counts[3] / (all + counts[3]);
        List<String> worst = places(missing.stream().filter(c -> c.weight > 0.01).toList());
        checks.add(new Check(Kind.MISSING, lost < 0.01 && worst.isEmpty() ? Light.GREEN : lost < 0.1 ? Light.YELLOW : Light.RED, quantity,
                counts[3] == 0 ? TEXTS.get("check.missing.none") : TEXTS.get("check.missing", lost, worst.size()), worst));
        checks.add(new Check(Kind.CONSTANT, constant.isEmpty() ? Light.GREEN : Light.YELLOW, quantity,
                constant.isEmpty() ? TEXTS.get("check.constant.none") : TEXTS.get("check.constant", constant.size(), constant.get(0).place), places(constant)));
    }

    private static void unit(SeriesFacts facts, List<Check> checks) {
        Optional<Dimension> usual = QuantityWords.dimension(facts.quantity());
        if (facts.unit().isEmpty()) {
            checks.add(new Check(Kind.UNIT, usual.isPresent() ? Light.RED : Light.YELLOW, facts.quantity(), TEXTS.get("check.noUnit", QuantityNames.atBeginning(facts.quantity())), List.of()));
            return;
        }
        Unit unit = Units.parse(facts.unit()).orElse(null);
        boolean odd = unit != null && usual.isPresent() && !fits(unit.dimension(), usual.get());
        checks.add(new Check(Kind.UNIT, unit == null ? Light.YELLOW : odd ? Light.RED : Light.GREEN, facts.quantity(),
                TEXTS.get(unit == null ? "check.unknownUnit" : odd ? "check.oddUnit" : "check.unit", QuantityNames.atBeginning(facts.quantity()), facts.unit()), List.of()));
    }

    /** Energies may be given as powers and the other way round, radiation as sums. */
    private static boolean fits(Dimension dimension, Dimension usual) {
        return dimension == usual || usual == Dimension.ENERGY && (dimension == Dimension.POWER || dimension == Dimension.INTENSITY || dimension == Dimension.VOLUME)
                || usual == Dimension.IRRADIANCE && (dimension == Dimension.IRRADIATION || dimension == Dimension.INTENSITY) || usual == Dimension.VOLUME && dimension == Dimension.FLOW
                || usual == Dimension.PRICE || usual == Dimension.SHARE || dimension == Dimension.OTHER || dimension == Dimension.COUNT;
    }

    static void add(List<Concern> concerns, String place, double weight) {
        if (weight > 0) {
            concerns.add(new Concern(place, weight));
        }
    }

    private static void told(List<Check> checks, Kind kind, String quantity, List<Concern> concerns, long count, long all, double red, String key, Object... more) {
        List<String> places = places(concerns);
        Light light = count == 0 ? Light.GREEN : count > red * all ? Light.RED : Light.YELLOW;
        Object[] arguments = new Object[3 + more.length];
        arguments[0] = count;
        arguments[1] = places.size();
        arguments[2] = places.isEmpty() ? "" : places.get(0);
        System.arraycopy(more, 0, arguments, 3, more.length);
        checks.add(new Check(kind, light, quantity, TEXTS.get(count == 0 ? key + ".none" : key, arguments), places));
    }

    static List<String> places(List<Concern> concerns) {
        return concerns.stream().sorted(Comparator.comparingDouble(Concern::weight).reversed()).map(Concern::place).toList();
    }
}
