package org.kvarter.assist;

import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.kvarter.tables.Quantities;
import org.kvarter.text.LocalText;
import org.kvarter.text.Texts;

/** What quantities are called: recipes and series hold the one word that is the same in every language, people read their own. Stateless. */
public final class QuantityNames {

    private static final Texts TEXTS = Texts.in(QuantityNames.class);
    private static final Map<String, String> BY_NAME = Stream.of("energy", Quantities.ELECTRICITY, Quantities.HEAT, Quantities.HOT_WATER, Quantities.COOLING, Quantities.GAS,
            Quantities.WATER, Quantities.SOLAR, Quantities.CHARGING, Quantities.TEMPERATURE, Quantities.DEW_POINT, Quantities.INDOOR_TEMPERATURE, Quantities.HUMIDITY,
            Quantities.PRESSURE, Quantities.WIND_SPEED, Quantities.WIND_DIRECTION, Quantities.GLOBAL_RADIATION, Quantities.DIRECT_RADIATION, Quantities.DIFFUSE_RADIATION,
            Quantities.INFRARED_RADIATION, Quantities.CLOUD_COVER, Quantities.PRECIPITATION, Quantities.SNOW_DEPTH, Quantities.PRICE, Quantities.CARBON, Quantities.CARBON_DIOXIDE,
            Quantities.OCCUPANCY, Quantities.COUNT, Quantities.AREA)
            .flatMap(q -> everywhere(q).byLanguage().values().stream().map(name -> Map.entry(PlainText.folded(name), q)))
            .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue, (first, other) -> first));

    private QuantityNames() {
    }

    /** A quantity in the display language; as it stands where it is none of {@link Quantities}. */
    public static String shown(String quantity) {
        return TEXTS.has(key(quantity)) ? TEXTS.get(key(quantity)) : quantity;
    }

    /** As {@link #shown}, at the beginning of a sentence. */
    static String atBeginning(String quantity) {
        String shown = shown(quantity);
        return shown.isEmpty() ? shown : shown.substring(0, 1).toUpperCase(Locale.ROOT) + shown.substring(1);
    }

    /** The quantity that a person means by a name of it in any language; the name itself where it is none. */
    public static String meant(String name) {
        return BY_NAME.getOrDefault(PlainText.folded(name), name);
    }

    /** A sentence or title with a quantity in it, in every language. */
    static LocalText in(String quantity, Function<String, String> title) {
        return everywhere(quantity).map(title::apply);
    }

    private static LocalText everywhere(String quantity) {
        return TEXTS.has(key(quantity)) ? TEXTS.everywhere(key(quantity)) : LocalText.of(quantity);
    }

    private static String key(String quantity) {
        return "quantity." + quantity.replace(' ', '-');
    }
}
