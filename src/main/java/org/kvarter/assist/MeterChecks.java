package org.kvarter.assist;

import java.util.ArrayList;
import java.util.List;
import org.kvarter.text.Texts;

/** What happened to the counting meters of a quantity, place by place. One thread. */
final class MeterChecks {

    private static final Texts TEXTS = Texts.in(MeterChecks.class);

    private final String quantity;
    private final List<String> rolled = new ArrayList<>();
    private final List<String> replaced = new ArrayList<>();
    private final List<String> corrected = new ArrayList<>();
    private long spread;

    MeterChecks(String quantity) {
        this.quantity = quantity;
    }

    /** Takes the differences of a place. */
    void add(MeterDifferences d, String place) {
        addIf(rolled, d.rollovers(), place);
        addIf(replaced, d.replacements(), place);
        addIf(corrected, d.corrections(), place);
        spread += d.spread();
    }

    private static void addIf(List<String> places, int count, String place) {
        if (count > 0) {
            places.add(place);
        }
    }

    /** Adds what there is to say to {@code checks}. */
    void tell(List<Check> checks) {
        told(checks, rolled, Check.Light.GREEN, "meter.rollover");
        told(checks, replaced, Check.Light.YELLOW, "meter.replaced");
        told(checks, corrected, Check.Light.RED, "meter.corrected");
        if (spread > 0) {
            checks.add(new Check(Check.Kind.METERS, Check.Light.YELLOW, quantity, TEXTS.get("meter.spread", spread), List.of()));
        }
    }

    private void told(List<Check> checks, List<String> places, Check.Light light, String key) {
        if (!places.isEmpty()) {
            checks.add(new Check(Check.Kind.METERS, light, quantity, TEXTS.get(key, places.size(), places.get(0)), places));
        }
    }
}
