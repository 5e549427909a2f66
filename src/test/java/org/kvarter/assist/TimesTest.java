package org.kvarter.assist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kvarter.series.SeriesTable;
import org.kvarter.tables.TableSource;

/**
 * Times become instants. Expected instants are worked out by hand: Stockholm is UTC+1, and UTC+2 from 2025-03-30 02:00 to 2025-10-26 03:00 summer time,
 * so that the hour 02:00 of 30 March does not exist and that of 26 October comes twice, at 00:00Z and 01:00Z.
 */
class TimesTest {

    @TempDir
    private Path folder;

    private SeriesTable only(String rows, TimeRules.Label label) throws Exception {
        TableSource table = Runs.table(folder, "x.csv", rows);
        ImportRecipe recipe = Runs.recipe(table);
        return Runs.run(recipe.withTime(recipe.time().withLabel(label)), table).series().get(0);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        // spring: 01:00 is followed by 03:00
        "START|tid;el~2025-03-30 00:00;1~2025-03-30 01:00;2~2025-03-30 03:00;3~2025-03-30 04:00;4|2025-03-29T23:00Z PT1H x4: 1 2 3 4",
        // autumn: 02:00 twice, the first is summer time
        "START|tid;el~2025-10-26 01:00;1~2025-10-26 02:00;2~2025-10-26 02:00;3~2025-10-26 03:00;4|2025-10-25T23:00Z PT1H x4: 1 2 3 4",
        // the same in quarters of an hour
        "START|tid;el~2025-10-26 02:00;1~2025-10-26 02:15;2~2025-10-26 02:30;3~2025-10-26 02:45;4~2025-10-26 02:00;5~2025-10-26 02:15;6~2025-10-26 02:30;7~2025-10-26 02:45;8~2025-10-26 03:00;9"
            + "|2025-10-26T00:00Z PT15M x9: 1 2 3 4 5 6 7 8 9",
        // backwards: the first row of the doubled hour is the later one
        "START|tid;el~2025-10-26 04:00;4~2025-10-26 03:00;3~2025-10-26 02:00;2~2025-10-26 02:00;1~2025-10-26 01:00;0|2025-10-25T23:00Z PT1H x5: 0 1 2 3 4",
        // a year of standard time: 02:00 of 30 March is there, so 02:00 of summer is UTC+1
        "START|tid;el~2025-03-30 01:00;1~2025-03-30 02:00;2~2025-03-30 03:00;3~2025-03-30 04:00;4|2025-03-30T00:00Z PT1H x4: 1 2 3 4",
        // ends of intervals: 02:00 ends the hour from 00:00Z
        "END|till;el~2025-03-30 01:00;1~2025-03-30 03:00;2~2025-03-30 04:00;3|2025-03-29T23:00Z PT1H x3: 1 2 3",
        // ends that double 02:00, which ends 01:00 to 02:00 summer time and then 02:00 to 02:00 standard time
        "END|till;el~2025-10-26 01:00;1~2025-10-26 02:00;2~2025-10-26 02:00;3~2025-10-26 03:00;4|2025-10-25T22:00Z PT1H x4: 1 2 3 4",
        // ends that double 03:00: 03:00 summer time is 02:00 standard time, 01:00Z
        "END|till;el~2025-10-26 01:00;1~2025-10-26 02:00;2~2025-10-26 03:00;3~2025-10-26 03:00;4~2025-10-26 04:00;5|2025-10-25T22:00Z PT1H x5: 1 2 3 4 5",
        // stated offsets need no guessing
        "START|tid;el~2025-10-26T02:00+02:00;1~2025-10-26T02:00+01:00;2~2025-10-26T03:00+01:00;3|2025-10-26T00:00Z PT1H x3: 1 2 3",
        // 24:00 is the end of the day
        "END|till;el~2025-01-31 23:00;1~2025-01-31 24:00;2~2025-02-01 01:00;3|2025-01-31T21:00Z PT1H x3: 1 2 3",
        // leap day
        "START|dag;el~2024-02-28;1~2024-02-29;2~2024-03-01;3|2024-02-27T23:00Z PT24H x3: 1 2 3",
        // days across both changes stay days: their physical lengths are 23 and 25 hours
        "START|dag;el~2025-03-29;1~2025-03-30;2~2025-03-31;3~2025-04-01;4|2025-03-28T23:00Z PT24H x4: 1 2 3 4",
        "START|dag;el~2025-10-25;1~2025-10-26;2~2025-10-27;3~2025-10-28;4|2025-10-24T22:00Z PT24H x4: 1 2 3 4",
        // date and time of day apart
        "START|datum;klockslag;el~2025-01-01;00:00;1~2025-01-01;01:00;2~2025-01-01;02:00;3|2024-12-31T23:00Z PT1H x3: 1 2 3",
        "END|year;month;day;hour;el~2025;1;1;23;1~2025;1;1;24;2~2025;1;2;1;3|2025-01-01T21:00Z PT1H x3: 1 2 3",
        // gaps are gaps
        "START|tid;el~2025-01-01 00:00;1~2025-01-01 01:00;2~2025-01-01 04:00;3~2025-01-01 05:00;4|2024-12-31T23:00Z PT1H x6: 1 2 - - 3 4",
        // order does not matter; what comes twice counts once, the last
        "START|tid;el~2025-01-01 02:00;3~2025-01-01 00:00;1~2025-01-01 01:00;9~2025-01-01 01:00;2|2024-12-31T23:00Z PT1H x3: 1 5.5 3"})
    void localTimesBecomeInstants(TimeRules.Label label, String rows, String series) throws Exception {
        assertThat(Runs.shown(only(rows, label))).isEqualTo(series);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "unix;el~1735689600;1~1735693200;2~1735696800;3|2025-01-01T00:00Z PT1H x3: 1 2 3",
        "timestamp;el~1735689600000;1~1735693200000;2~1735696800000;3|2025-01-01T00:00Z PT1H x3: 1 2 3",
        // 45658 is 1 January 2025 in spreadsheets; local time in Stockholm
        "time;el~45658.0;1~45658.0416666667;2~45658.0833333333;3|2024-12-31T23:00Z PT1H x3: 1 2 3",
        "year;month;day;hour;el~2025;1;1;0;1~2025;1;1;1;2~2025;1;1;2;3|2024-12-31T23:00Z PT1H x3: 1 2 3",
        // months without days and years: days are counted where hours begin anew, the year is assumed
        "month;hour;el~12;22;1~12;23;2~12;0;3~12;1;4|2025-12-01T21:00Z PT1H x4: 1 2 3 4",
        "time;el~31.12.2024 23:00;1~01.01.2025 00:00;2~01.01.2025 01:00;3|2024-12-31T22:00Z PT1H x3: 1 2 3",
        "time;el~12/31/2024 11:00 PM;1~01/01/2025 12:00 AM;2~01/01/2025 1:00 AM;3|2024-12-31T22:00Z PT1H x3: 1 2 3",
        "time;el~20250101:0010;1~20250101:0110;2~20250101:0210;3|2025-01-01T00:10Z PT1H x3: 1 2 3",
        "time;el~2025010100;1~2025010101;2~2025010102;3|2024-12-31T23:00Z PT1H x3: 1 2 3",
        "time UTC;el~2025-06-01 00:00;1~2025-06-01 01:00;2~2025-06-01 02:00;3|2025-06-01T00:00Z PT1H x3: 1 2 3"})
    void manyFormsAreRead(String rows, String series) throws Exception {
        TableSource table = Runs.table(folder, "f.csv", rows);
        ImportRecipe recipe = Runs.recipe(table);
        assertThat(Runs.shown(Runs.run(recipe.withTime(recipe.time().withLabel(TimeRules.Label.START)), table).series().get(0))).isEqualTo(series);
    }

    @Test
    void monthsAndYearsAreSpreadOverTheirDays() throws Exception {
        SeriesTable months = only("månad;el kWh~2024-01-01;310~2024-02-01;58~2024-03-01;31", TimeRules.Label.START);
        assertThat(months.axis().count()).isEqualTo(31 + 29 + 31);
        assertThat(months.value(0, 0)).isEqualTo(10);
        assertThat(months.value(31, 0)).isEqualTo(2);
        assertThat(months.value(60, 0)).isEqualTo(1);
        // a temperature is that of each day
        SeriesTable warm = only("månad;temperatur °C~2025-01-01;-3~2025-02-01;-2~2025-03-01;1", TimeRules.Label.START);
        assertThat(warm.value(10, 0)).isEqualTo(-3);
        SeriesTable years = only("year;heat kWh~2023;365~2024;732", TimeRules.Label.START);
        assertThat(years.axis().count()).isEqualTo(365 + 366);
        assertThat(years.value(0, 0)).isEqualTo(1);
        assertThat(years.value(365, 0)).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "tid;el~2025-01-01 00:00;1~2025-01-01 01:00;2~2025-01-01 03:00;3|1 of 4 intervals have no row, the first at 2025-01-01 02:00",
        "tid;el~2025-01-01 00:00;1~2025-01-01 01:00;2~2025-01-01 01:00;3~2025-01-01 02:00;3|1 value comes twice for the same place and time, the first for x at 2025-01-01 01:00 in line 4",
        "tid;el~2025-01-01 01:00;1~2025-01-01 00:00;2~2025-01-01 02:00;3|1 row is earlier than the row before it, in line 3",
        "tid;el~2025-01-01 00:00;1~2025-01-01 01:00;x~2025-01-01 02:00;3~2025-01-01 03:00;4|1 cell is no number and is left out, \"x\" in line 3, column el",
        "tid;el~2025-01-01 00:00;1~2025-01-01 01:00;2~2025-01-01 02:00;3~2025-01-01 02:07;4~2025-01-01 04:00;4|1 time does not fall on the grid of 1 hour, 2025-01-01 02:07",
        "tid;el~2025-03-30 01:00;1~2025-03-30 02:00;2~2025-03-30 03:00;3|has the time 2025-03-30 02:00, which daylight saving skips"})
    void oddTimesAreTold(String rows, String sentence) throws Exception {
        java.util.Locale before = java.util.Locale.getDefault(java.util.Locale.Category.DISPLAY);
        java.util.Locale.setDefault(java.util.Locale.Category.DISPLAY, java.util.Locale.ENGLISH);
        try {
            TableSource table = Runs.table(folder, "x.csv", rows);
            ImportOutcome outcome = Runs.run(Runs.recipe(table), table);
            assertThat(outcome.diagnostics().stream().map(d -> d.message()).collect(Collectors.joining("\n"))).contains(sentence);
        } finally {
            java.util.Locale.setDefault(java.util.Locale.Category.DISPLAY, before);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        // months side by side: a year without one of its own is that of the title
        "fjärrvärme-2024.csv|byggnad;jan;feb;mar~A;310;58;31~B;31;29;0|2023-12-31T23:00Z PT24H x91|10 2 1|1 1 0",
        "heat.csv|building;2024-01;2024-02;2024-03~A;310;58;31~B;31;29;0|2023-12-31T23:00Z PT24H x91|10 2 1|1 1 0",
        "heat.csv|building;Tammi 24;Helmi 24;Maalis 24~A;310;58;31~B;31;29;0|2023-12-31T23:00Z PT24H x91|10 2 1|1 1 0",
        "heat.csv|building;2025-01-01 00:00;2025-01-01 01:00;2025-01-01 02:00~A;10;2;1~B;1;1;0|2024-12-31T23:00Z PT1H x3|10 2 1|1 1 0"})
    void timesMayStandSideBySide(String name, String rows, String axis, String first, String second) throws Exception {
        TableSource table = Runs.table(folder, name, rows);
        SeriesTable series = Runs.run(Runs.recipe(table), table).series().get(0);
        assertThat(series.quantity()).isEqualTo("heat");
        assertThat(Runs.shown(series)).startsWith(axis);
        int[] at = series.axis().count() == 3 ? new int[] {0, 1, 2} : new int[] {0, 31, 60};
        for (int place = 0; place < 2; place++) {
            StringBuilder values = new StringBuilder();
            for (int i : at) {
                values.append(' ').append((int) series.value(i, place));
            }
            assertThat(values.substring(1)).isEqualTo(place == 0 ? first : second);
        }
        assertThat(series.keys()).containsExactly("A", "B");
    }

    @Test
    void doubledHoursOfSeveralPlacesAreEachTheirOwn() throws Exception {
        TableSource table = Runs.table(folder, "p.csv", "tid;mätare;kWh~2025-10-26 02:00;A;1~2025-10-26 02:00;B;10~2025-10-26 02:00;A;2~2025-10-26 02:00;B;20~2025-10-26 03:00;A;3~2025-10-26 03:00;B;30");
        SeriesTable series = Runs.run(Runs.recipe(table), table).series().get(0);
        assertThat(Runs.values(series, 0)).isEqualTo("1 2 3");
        assertThat(Runs.values(series, 1)).isEqualTo("10 20 30");
    }

    @Test
    void aSingleTimeGivesNoSeries() throws Exception {
        TableSource table = Runs.table(folder, "one.csv", "tid;mätare;kWh~2025-10-26 02:00;A;1~2025-10-26 02:00;B;10");
        assertThatThrownBy(() -> Runs.run(Runs.recipe(table), table)).isInstanceOf(AssistException.class).hasMessageContaining("one.csv");
    }
}
