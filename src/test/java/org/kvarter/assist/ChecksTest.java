package org.kvarter.assist;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kvarter.assist.Check.Kind;
import org.kvarter.assist.Check.Light;
import org.kvarter.model.AttributeColumn;
import org.kvarter.model.NumberColumn;
import org.kvarter.series.SeriesTable;
import org.kvarter.series.TimeAxis;

/** Traffic lights of numbers. Values are functions of the hour. */
class ChecksTest {

    private static SeriesTable series(String quantity, String unit, int hours, String[] keys, IntToDoubleFunction... values) {
        float[] all = new float[hours * keys.length];
        for (int i = 0; i < hours; i++) {
            for (int p = 0; p < keys.length; p++) {
                all[i * keys.length + p] = (float) values[p].applyAsDouble(i);
            }
        }
        return new SeriesTable("s", "S", quantity, unit, new TimeAxis(Instant.parse("2025-01-01T00:00:00Z"), Duration.ofHours(1), hours, ZoneId.of("UTC")), keys, all);
    }

    private static Light light(SeriesTable table, Kind kind) {
        List<Check> checks = new ArrayList<>();
        Checks.series(SeriesFacts.of(table), checks);
        return checks.stream().filter(c -> c.kind() == kind).map(Check::light).findFirst().orElse(null);
    }

    private static double daily(int hour) {
        return 2 + Math.sin(hour * Math.PI / 12) + 0.1 * (hour % 5);
    }

    @ParameterizedTest
    @CsvSource({
        // quantity, unit, one odd value at hour 7, expected light of the range
        "temperature,°C,20,GREEN", "temperature,°C,70,RED", "temperature,K,300,RED", "temperature,°F,68,GREEN", "humidity,%,100,GREEN", "humidity,%,140,RED", "wind direction,°,400,RED",
        "pressure,Pa,101300,RED", "global radiation,W/m²,1400,GREEN", "global radiation,W/m²,9999,RED", "price,€/MWh,3999,GREEN", "price,ct/kWh,900,RED", "electricity,kW,5,GREEN"})
    void valuesLieWithinWhatIsPossible(String quantity, String unit, double odd, Light expected) {
        // ordinary values are 2 to 4 of the unit: fine for all but kelvins and pascals, which are then all wrong
        assertThat(light(series(quantity, unit, 200, new String[] {"A"}, i -> i == 7 ? odd : daily(i)), Kind.RANGE)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", value = {"electricity,kWh,GREEN", "electricity,°C,RED", "electricity,'',RED", "electricity,kW,GREEN", "temperature,kWh,RED", "something,'',YELLOW", "something,furlong,YELLOW",
        "global radiation,Wh/m²,GREEN", "gas,m³,GREEN"})
    void unitsFitTheirQuantities(String quantity, String unit, Light expected) {
        assertThat(light(series(quantity, unit, 48, new String[] {"A"}, ChecksTest::daily), Kind.UNIT)).isEqualTo(expected);
    }

    @Test
    void singleFarValuesAreOutliers() {
        assertThat(light(series("electricity", "kWh", 500, new String[] {"A"}, ChecksTest::daily), Kind.OUTLIERS)).isEqualTo(Light.GREEN);
        List<Check> checks = new ArrayList<>();
        Checks.series(SeriesFacts.of(series("electricity", "kWh", 500, new String[] {"A", "B"}, ChecksTest::daily, i -> i == 99 ? 5000 : daily(i))), checks);
        Check outliers = checks.stream().filter(c -> c.kind() == Kind.OUTLIERS).findFirst().orElseThrow();
        assertThat(outliers.light()).isEqualTo(Light.YELLOW);
        assertThat(outliers.places()).containsExactly("B");
        // that the sun shines is no outlier of the weather
        assertThat(light(series("direct radiation", "W/m²", 500, new String[] {"A"}, i -> i % 50 == 0 ? 800 : 0), Kind.OUTLIERS)).isNull();
    }

    @Test
    void missingConstantAndNegativeValuesAreSeen() {
        String[] a = {"A"};
        assertThat(light(series("heat", "kWh", 100, a, ChecksTest::daily), Kind.MISSING)).isEqualTo(Light.GREEN);
        assertThat(light(series("heat", "kWh", 100, a, i -> i < 5 ? Double.NaN : daily(i)), Kind.MISSING)).isEqualTo(Light.YELLOW);
        assertThat(light(series("heat", "kWh", 100, a, i -> i < 50 ? Double.NaN : daily(i)), Kind.MISSING)).isEqualTo(Light.RED);
        assertThat(light(series("heat", "kWh", 100, a, i -> 7), Kind.CONSTANT)).isEqualTo(Light.YELLOW);
        assertThat(light(series("heat", "kWh", 100, a, ChecksTest::daily), Kind.CONSTANT)).isEqualTo(Light.GREEN);
        assertThat(light(series("heat", "kWh", 100, a, i -> i == 3 ? -1 : daily(i)), Kind.NEGATIVE)).isEqualTo(Light.YELLOW);
        assertThat(light(series("heat", "kWh", 100, a, i -> -daily(i)), Kind.NEGATIVE)).isEqualTo(Light.RED);
        assertThat(light(series("temperature", "°C", 100, a, i -> -daily(i)), Kind.NEGATIVE)).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        // mean per hour, unit, floor area: kWh per m² and year is mean × 8760 / area
        "20,kWh,1000,GREEN", "20,MWh,1000,RED", "20,Wh,1000,RED", "20,kW,1000,GREEN", "20,kWh,200,RED", "1,kWh,1000,RED"})
    void heatPerSquareMetreIsComparedWithBuildings(double mean, String unit, double area, Light expected) throws Exception {
        Twin twin = new Town().house("h", "floor_area=" + area).twin();
        SeriesTable table = series("heat", unit, 8760, new String[] {"h"}, i -> mean);
        List<Check> checks = new ArrayList<>();
        YearChecks.of(SeriesFacts.of(table), Joins.match(JoinRule.key("houses", ""), List.of("h"), Map.of(), twin), twin, List.of(), checks);
        assertThat(checks.stream().filter(c -> c.kind() == Kind.INTENSITY).findFirst().orElseThrow().light()).isEqualTo(expected);
    }

    @Test
    void oneBuildingOutsideTheBandIsNamed() throws Exception {
        Locale.setDefault(Locale.Category.DISPLAY, Locale.ENGLISH);
        Town town = new Town();
        String[] ids = IntStream.range(0, 100).mapToObj(i -> "h" + i).toArray(String[]::new);
        for (String id : ids) {
            town.house(id, "floor_area=1000");
        }
        float[] values = new float[365 * ids.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = i % ids.length == 60 ? 6_000 : 300;
        }
        SeriesTable table = new SeriesTable("s", "S", "heat", "kWh", new TimeAxis(Instant.parse("2025-01-01T00:00:00Z"), Duration.ofDays(1), 365, ZoneOffset.UTC), ids, values);
        List<Check> checks = new ArrayList<>();
        YearChecks.of(SeriesFacts.of(table), Joins.match(JoinRule.key("houses", ""), List.of(ids), Map.of(), town.twin()), town.twin(), List.of(), checks);
        Check found = checks.stream().filter(c -> c.kind() == Kind.INTENSITY).findFirst().orElseThrow();
        assertThat(found.light()).isEqualTo(Light.YELLOW);
        // 300 kWh a day on 1000 m² are 109.5 kWh/m² in 365 days; twenty times that 2190
        assertThat(found.sentence().replaceAll("[\\u00a0\\u202f]", " ")).contains("110 kWh/m²", "1 of 100 buildings lies outside", "h60 with 2,190 kWh/m²");
        assertThat(found.places()).containsExactly("h60");
    }

    @Test
    void shortSeriesAndUnknownAreasAreSaidRatherThanJudged() throws Exception {
        Twin twin = new Town().house("h").twin();
        JoinResult join = Joins.match(JoinRule.key("houses", ""), List.of("h"), Map.of(), twin);
        List<Check> checks = new ArrayList<>();
        YearChecks.of(SeriesFacts.of(series("heat", "kWh", 100, new String[] {"h"}, i -> 20)), join, twin, List.of(), checks);
        YearChecks.of(SeriesFacts.of(series("heat", "kWh", 8760, new String[] {"h"}, i -> 20)), join, twin, List.of(), checks);
        assertThat(checks).extracting(Check::kind).containsExactly(Kind.TOTAL, Kind.TOTAL, Kind.INTENSITY);
        assertThat(checks).extracting(Check::light).containsOnly(Light.GREEN);
    }

    @Test
    void oneBuildingInAnotherUnitStandsOut() throws Exception {
        Town town = new Town();
        String[] keys = new String[12];
        IntToDoubleFunction[] values = new IntToDoubleFunction[12];
        for (int i = 0; i < 12; i++) {
            keys[i] = "h" + i;
            double mean = (i == 5 ? 1000 : 1) * (10 + i);
            values[i] = hour -> mean;
            town.house(keys[i]);
        }
        Twin twin = town.twin();
        List<Check> checks = new ArrayList<>();
        YearChecks.of(SeriesFacts.of(series("heat", "kWh", 8760, keys, values)), Joins.match(JoinRule.key("houses", ""), List.of(keys), Map.of(), twin), twin, List.of(), checks);
        Check total = checks.stream().filter(c -> c.kind() == Kind.TOTAL).findFirst().orElseThrow();
        assertThat(total.light()).isEqualTo(Light.YELLOW);
        assertThat(total.places()).containsExactly("h5");
    }

    @ParameterizedTest
    @CsvSource({"10,10,GREEN", "19,20,GREEN", "7,10,YELLOW", "1,10,RED"})
    void matchesHaveALight(int matched, int places, Light expected) throws Exception {
        Town town = new Town();
        List<String> keys = new ArrayList<>();
        for (int i = 0; i < places; i++) {
            keys.add("h" + i);
            if (i < matched) {
                town.house("h" + i);
            }
        }
        List<Check> checks = new ArrayList<>();
        Checks.join(Joins.match(JoinRule.key("houses", ""), keys, Map.of(), town.twin()), checks);
        assertThat(checks.get(0).light()).isEqualTo(expected);
        assertThat(checks.get(0).places()).hasSize(places - matched);
    }

    @ParameterizedTest
    @CsvSource({
        // column, unit, values of three houses of 1000 m², light: 140 MWh on 1000 m² are 140 kWh/m²
        "Fjärrvärme,MWh,140 120 160,GREEN", "Fjärrvärme,kWh,140 120 160,RED", "Fjärrvärme,GWh,140 120 160,RED", "Fjärrvärme,MWh,140 120 9000,YELLOW", "Energiprestanda,kWh/m²,140 120 160,GREEN",
        "Energiprestanda,kWh/m²,1400 1200 1600,RED", "Energiprestanda,,140 120 160,"})
    void attributesOfAYearAreComparedWithFloors(String name, String unit, String values, Light expected) {
        double[] numbers = java.util.Arrays.stream(values.split(" ")).mapToDouble(Double::parseDouble).toArray();
        AttributeColumn energy = new NumberColumn(name, unit == null ? "" : unit, NumberColumn.Type.REAL, numbers);
        AttributeColumn area = new NumberColumn("Atemp", "m²", NumberColumn.Type.REAL, new double[] {1000, 1000, 1000});
        List<Check> checks = new ArrayList<>();
        AttributeChecks.of(List.of(energy, area), null, checks);
        assertThat(checks.stream().filter(c -> c.kind() == Kind.INTENSITY).map(Check::light).findFirst().orElse(null)).isEqualTo(expected);
    }

    @Test
    void robustMeasuresAreThoseWorkedOutByHand() {
        // sorted: 2.1 2.1 2.3 2.3 2.4 2.5 2.6 2.6 8.2 8.3, median 2.45; distances: 0.05 0.05 0.15 0.15 0.15 0.15 0.35 0.35 5.75 5.85
        Spread spread = Spread.of(new double[] {2.1, 2.6, 2.4, 2.5, 2.3, 2.1, 2.3, 2.6, 8.2, 8.3});
        assertThat(spread.median()).isCloseTo(2.45, Offset.offset(1e-12));
        assertThat(spread.mad()).isCloseTo(0.15, Offset.offset(1e-12));
        assertThat(spread.z(8.2)).isCloseTo(0.6745 * (8.2 - 2.45) / 0.15, Offset.offset(1e-9));
    }
}
