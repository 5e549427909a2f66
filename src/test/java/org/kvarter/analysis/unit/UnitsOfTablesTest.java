package org.kvarter.analysis.unit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.kvarter.tables.Unit.Dimension;
import org.kvarter.tables.Units;

/** What tables know by a name, expressions reckon with as they do: the same units, as large. */
class UnitsOfTablesTest {

    /** Those that are no multiples of each other, or are counted in hundredths of a currency. */
    private static final Set<Dimension> APART = Set.of(Dimension.TEMPERATURE, Dimension.MONEY, Dimension.PRICE, Dimension.OTHER, Dimension.COUNT, Dimension.ANGLE,
            Dimension.PRESSURE);

    static Stream<String> spellings() {
        // a is a year in expressions, where A is an ampere; tables take what stands in a header in small letters for the latter
        return Units.spellings().stream().filter(s -> !s.equals("a")).sorted();
    }

    /** As reports of energy write it, with the capitals of the units. */
    @ParameterizedTest
    @ValueSource(strings = {"kWh/m²a", "kWh/m²", "kWh/m² år", "kWh/(m²a)", "kWh/m2,a"})
    void usePerFloorIsThatOfAYear(String spelling) {
        assertThat(Unit.parse(spelling)).isEqualTo(Unit.parse("kWh").per(Unit.parse("m²")).unit());
    }

    @ParameterizedTest
    @MethodSource("spellings")
    void aSpellingIsTheUnitThatTablesTakeItFor(String spelling) {
        org.kvarter.tables.Unit table = Units.parse(spelling).orElseThrow();
        Unit here = Unit.parse(spelling);
        assertThat(here.fits(Unit.parse(table.symbol()))).as("%s and %s", here, table.symbol()).isTrue();
        assertThat(here.in(Unit.parse(table.symbol()))).isCloseTo(1, within(1e-9));
        if (!APART.contains(table.dimension())) {
            Unit base = Unit.parse(table.dimension().base());
            assertThat(here.in(base)).as("%s in %s", here, base).isCloseTo(table.factor(), within(1e-9 * table.factor()));
        }
    }
}
