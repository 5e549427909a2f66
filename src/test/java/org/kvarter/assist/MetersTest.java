package org.kvarter.assist;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kvarter.series.SeriesTable;
import org.kvarter.tables.TableSource;

/** Readings of counting meters become differences; power becomes energy and back. */
class MetersTest {

    @TempDir
    private Path folder;

    private static double[] numbers(String text) {
        return Arrays.stream(text.split(" ")).mapToDouble(t -> t.equals("-") ? Double.NaN : Double.parseDouble(t)).toArray();
    }

    private static String text(double[] values) {
        return Arrays.stream(values).mapToObj(v -> Double.isNaN(v) ? "-" : v == Math.rint(v) ? Long.toString((long) v) : Double.toString(v)).collect(Collectors.joining(" "));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        // readings | at the end of intervals | roll-over | differences | rolled, replaced, corrected, spread
        "100 103 104 110|false|0|3 1 6 -|0 0 0 0",
        "100 103 104 110|true|0|- 3 1 6|0 0 0 0",
        // five digits: 99990 → 4 is 14
        "99980 99990 4 14|false|0|10 14 10 -|1 0 0 0",
        "99980 99990 4 14|true|100000|- 10 14 10|1 0 0 0",
        // a new meter begins near zero
        "45210 45220 3 13|false|0|10 3 10 -|0 1 0 0",
        // a correction is neither
        "45210 45220 45100 45110|false|0|10 - 10 -|0 0 1 0",
        // gaps: the difference is spread, totals hold
        "100 - - 130 140|false|0|10 10 10 10 -|0 0 0 2",
        "100 - - 130 140|true|0|- 10 10 10 10|0 0 0 2",
        "- 100 110|false|0|- 10 -|0 0 0 0",
        "7 7 7|false|0|0 0 -|0 0 0 0"})
    void readingsBecomeDifferences(String readings, boolean atEnd, double rollover, String differences, String told) {
        MeterDifferences d = MeterDifferences.of(numbers(readings), atEnd, rollover);
        assertThat(text(d.values())).isEqualTo(differences);
        assertThat(d.rollovers() + " " + d.replacements() + " " + d.corrections() + " " + d.spread()).isEqualTo(told);
    }

    @Property(tries = 200)
    void differencesOfACountAddUpToIt(@ForAll @Size(min = 2, max = 60) List<@DoubleRange(min = 0, max = 50) Double> use) {
        double[] readings = new double[use.size() + 1];
        readings[0] = 1000;
        for (int i = 0; i < use.size(); i++) {
            readings[i + 1] = readings[i] + use.get(i);
        }
        MeterDifferences d = MeterDifferences.of(readings, false, 0);
        for (int i = 0; i < use.size(); i++) {
            assertThat(d.values()[i]).isCloseTo(use.get(i), org.assertj.core.data.Offset.offset(1e-9));
        }
        assertThat(d.rollovers() + d.replacements() + d.corrections()).isZero();
    }

    @Test
    void countingMetersAreRecognisedByTheirValues() throws Exception {
        StringBuilder rows = new StringBuilder("tid;mätare;kWh");
        double[] stand = {12_345.5, 99_990};
        for (int hour = 0; hour < 24; hour++) {
            for (int m = 0; m < 2; m++) {
                rows.append('~').append(String.format(java.util.Locale.ROOT, "2025-01-01 %02d:00;M%d;%.2f", hour, m, stand[m] % 100_000));
                stand[m] += 1 + (hour * 7 + m) % 5;
            }
        }
        TableSource table = Runs.table(folder, "m.csv", rows.toString());
        ImportRecipe recipe = Runs.recipe(table);
        assertThat(recipe.columns().get(2).cumulative()).isTrue();
        SeriesTable series = Runs.run(recipe, table).series().get(0);
        assertThat(series.axis().count()).isEqualTo(23);
        // hour h adds 1 + (7 h + m) mod 5
        assertThat(Runs.values(series, 0)).startsWith("1 3 5 2 4 1");
        assertThat(Runs.values(series, 1)).startsWith("2 4 1 3 5 2");
        assertThat(Runs.run(recipe, table).checks()).anySatisfy(c -> assertThat(c.kind()).isEqualTo(Check.Kind.METERS));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        // 15 minutes of 4 kW are 1 kWh
        "Effekt [kW]|POWER_TO_ENERGY|1 2 3|kWh", "Effekt [W]|POWER_TO_ENERGY|0.001 0.002 0.003|kWh", "El [kWh]|ENERGY_TO_POWER|16 32 48|kW",
        "El [MWh]|ENERGY_TO_POWER|16000 32000 48000|kW", "Effekt [kW]|NONE|4 8 12|kW", "El [kWh]|POWER_TO_ENERGY|4 8 12|kWh", "El [kWh/h]|POWER_TO_ENERGY|1 2 3|kWh"})
    void powerAndEnergyAreAStatedChoice(String header, ValueRules.Conversion conversion, String values, String unit) throws Exception {
        TableSource table = Runs.table(folder, "p.csv", "starttid;" + header + "~2025-01-01 00:00;4~2025-01-01 00:15;8~2025-01-01 00:30;12");
        ImportRecipe recipe = Runs.recipe(table);
        SeriesTable series = Runs.run(recipe.withValues(recipe.values().withConversion(conversion)), table).series().get(0);
        assertThat(Runs.values(series, 0)).isEqualTo(values);
        assertThat(series.unit()).isEqualTo(unit);
    }

    @Test
    void unitsOfRowsAreBroughtTogether() throws Exception {
        TableSource table = Runs.table(folder, "u.csv", "time;building;quantity;value;unit~2025-01-01T00:00Z;A;heat;1;MWh~2025-01-01T00:00Z;B;heat;500;kWh~"
                + "2025-01-01T01:00Z;A;heat;2;MWh~2025-01-01T01:00Z;B;heat;250;kWh~2025-01-01T00:00Z;A;temperature;20;°C~2025-01-01T01:00Z;A;temperature;21;°C");
        ImportOutcome outcome = Runs.run(Runs.recipe(table), table);
        assertThat(outcome.series().stream().map(s -> s.quantity() + " " + s.unit())).containsExactly("heat MWh", "temperature °C");
        assertThat(Runs.values(outcome.series().get(0), 1)).isEqualTo("0.5 0.25");
        assertThat(outcome.series().get(1).keys()).containsExactly("A");
    }
}
