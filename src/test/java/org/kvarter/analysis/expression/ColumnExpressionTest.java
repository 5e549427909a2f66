package org.kvarter.analysis.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kvarter.model.AttributeColumn;
import org.kvarter.model.AttributeTableBuilder;
import org.kvarter.model.FeatureTable;
import org.kvarter.series.SeriesTable;
import org.kvarter.series.TimeAxis;

/** Three houses and a part: a 100 m², 2 storeys, school; b 200 m², 5, office; b1 part of b with storeys 3; c nothing but a balance. */
class ColumnExpressionTest {

    private static final Inputs INPUTS = inputs();

    @BeforeEach
    void english() {
        Locale.setDefault(Locale.Category.DISPLAY, Locale.ENGLISH);
    }

    private static Inputs inputs() {
        AttributeTableBuilder t = new AttributeTableBuilder();
        t.set(0, "area", 100.0, "m²");
        t.set(1, "area", 200.0, "m²");
        t.set(0, "storeys", 2);
        t.set(1, "storeys", 5);
        t.set(2, "storeys", 3);
        t.set(0, "use", "school");
        t.set(1, "use", "office");
        t.set(0, "heat", 1500.0, "kWh");
        t.set(1, "heat", 0.0, "kWh");
        t.set(0, "grid", 2.0, "MWh");
        t.set(0, "share", 40.0, "%");
        t.set(0, "addr:street", "Quay");
        t.set(3, "balance", -2.0);
        FeatureTable features = new FeatureTable(new String[] {"a", "b", "b1", "c"}, new String[] {"Building", "Building", "BuildingPart", "Building"},
                new int[] {-1, -1, 1, -1}, t.build(4));
        TimeAxis axis = new TimeAxis(Instant.parse("2025-01-01T00:00:00Z"), Duration.ofMinutes(30), 3, ZoneOffset.UTC);
        int[] places = {0, 1, 1, -1};
        return Inputs.of(features, List.of(
                new Inputs.Joined(new SeriesTable("el", "Electricity 2025", "electricity", "kWh", axis, new String[] {"a", "b"}, new float[] {1, 10, 2, 20, 3, Float.NaN}), places),
                new Inputs.Joined(new SeriesTable("p", "Power", "power", "kW", axis, new String[] {"a", "b"}, new float[] {1, 10, 2, 20, 3, 30}), places),
                new Inputs.Joined(new SeriesTable("t", "Temperature", "temperature", "°C", axis, new String[] {"a", "b"}, new float[] {1, 10, 2, 20, 3, 30}), places)));
    }

    private static AttributeColumn column(String text, String unit) throws ExpressionException {
        return ColumnExpression.of(text, INPUTS).column("x", unit);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "heat / area                        |        | kWh/m² | 15",
        "heat + grid                        |        | kWh    | 3500",
        "grid + heat                        |        | MWh    | 3.5",
        "heat [MWh]                         |        | MWh    | 1.5",
        "heat / area                        | MWh/ha | MWh/ha | 150",
        "area * storeys                     |        | m²     | 200",
        "area + 50                          |        | m²     | 150",
        "50 + area                          |        | m²     | 150",
        "storeys [m] * 3                    |        | m      | 6",
        "-area * 2 ^ 2                      |        | m²     | -400",
        "sqrt(area)                         |        | m      | 10",
        "area ^ 2                           |        | m^4    | 10000",
        "share * heat                       |        | kWh    | 600",
        "(1 + 2) * 3 - 4 / 2                |        |        | 7",
        "min(area, 60)                      |        | m²     | 60",
        "max(storeys, balance)              |        |        | 2",
        "coalesce(balance, 9)               |        |        | 9",
        "round(heat / area * 1.234, 1)      |        | kWh/m² | 18.5",
        "if(use = 'school', heat, 0)        |        | kWh    | 1500",
        "if(use IN ('office','shop'), 1, 2) |        |        | 2",
        "if(storeys BETWEEN 1 AND 2 AND use LIKE 'sch%', area, 0) | | m² | 100",
        "total(\"Electricity 2025\")        |        | kWh    | 6",
        "total(el) / area                   |        | kWh/m² | 0.06",
        "total('Power')                     |        | kWh    | 3",
        "peak(\"Electricity 2025\")         |        | kW     | 6",
        "average(Temperature)               |        | °C     | 2",
        "lowest(p)                          |        | kW     | 1",
        "strLength(use)                     |        |        | 6"})
    void reckonsWithUnits(String text, String unit, String resulting, double first) throws ExpressionException {
        AttributeColumn column = column(text.replace("\\\"", "\""), unit == null ? "" : unit);
        assertThat(column.unit()).isEqualTo(resulting == null ? "" : resulting);
        assertThat(column.number(0)).isCloseTo(first, within(1e-9));
    }

    @Test
    void textsAndConditions() throws ExpressionException {
        assertThat(column("strToUpperCase(use)", "").value(0)).isEqualTo("SCHOOL");
        assertThat(column("concat(\"addr:street\", ' ', storeys)", "").value(0)).isEqualTo("Quay 2");
        assertThat(column("storeys > 2 AND use = 'office'", "").value(1)).isEqualTo(true);
        assertThat(column("storeys > 2 AND use = 'office'", "").value(0)).isEqualTo(false);
        assertThat(column("id", "").value(3)).isEqualTo("c");
    }

    @Test
    void whatIsMissingStaysMissing() throws ExpressionException {
        assertThat(column("heat / area", "").value(3)).isNull();
        assertThat(column("area / heat", "").value(1)).as("divided by zero").isNull();
        assertThat(column("total(el)", "").value(3)).as("no place").isNull();
        assertThat(column("total(el)", "").number(1)).as("a gap is left out").isEqualTo(30);
    }

    @Test
    void aPartIsNotCountedWithItsBuilding() throws ExpressionException {
        assertThat(column("area * 2", "").value(2)).as("has no area of its own").isNull();
        assertThat(column("area * storeys", "").number(2)).as("its own storeys over its building's area").isEqualTo(600);
        assertThat(column("total(el)", "").value(2)).isNull();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "heat + area             | 6  | kWh",
        "heat - storeys          | 6  | no unit",
        "if(use = 'school', heat, area) | 26 | kWh",
        "heat [m²]               | 7  | kWh",
        "heat / aera             | 8  | aera",
        "heat / (area            | 13 | )",
        "heat /                  | 7  | too early",
        "use * 2                 | 1  | text",
        "total(Gas)              | 7  | Gas",
        "total(Temperature)      | 1  | Temperature",
        "el * 2                  | 1  | total",
        "foo(area)               | 1  | foo",
        "area ? 2                | 6  | ?",
        "1,5 * area              | 2  | point",
        "storeys > 2 AND         | 16 | too early",
        "storeys > 2 AND ues = 1 | 17 | ues",
        "'abc                    | 1  | '"})
    void refusesWithASentenceAtThePlace(String text, int at, String said) {
        assertThatThrownBy(() -> ColumnExpression.of(text, INPUTS)).isInstanceOfSatisfying(ExpressionException.class, e -> {
            assertThat(e.column()).as(e.getMessage()).isEqualTo(at);
            assertThat(e.getMessage()).contains(said);
        });
    }

    @Test
    void refusesAUnitItCannotBeGivenIn() throws ExpressionException {
        ColumnExpression expression = ColumnExpression.of("heat / area", INPUTS);
        assertThatThrownBy(() -> expression.column("x", "kW")).isInstanceOf(ExpressionException.class).hasMessageContaining("kWh/m²");
    }

    @Test
    void saysWhatItAsksFor() throws ExpressionException {
        ColumnExpression expression = ColumnExpression.of("if(use = 'school', total(\"Electricity 2025\"), 0) / area", INPUTS);
        assertThat(expression.attributes()).containsExactlyInAnyOrder("use", "area");
        assertThat(expression.series()).containsExactly("el");
    }

    @Property(tries = 2_000)
    void anyTextIsUnderstoodOrRefused(@ForAll @StringLength(max = 40) @CharRange(from = ' ', to = '~') String text) {
        try {
            ColumnExpression.of(text, INPUTS).column("x", "");
        } catch (ExpressionException e) {
            assertThat(e.column()).isBetween(0, text.length() + 1);
            assertThat(e.getMessage()).isNotBlank();
        }
    }
}
