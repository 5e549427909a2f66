package org.kvarter.assist;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kvarter.tables.TableSource;

/** The time zone in lines above the headers. */
class ZoneAboveTest {

    private static final String ROWS = "~tid;m\u00e4tare;kWh~2025-07-01 00:00;a;1~2025-07-01 01:00;a;2~2025-07-01 02:00;a;3~2025-07-01 03:00;a;3~2025-07-01 04:00;a;3";

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "Heat of 2025~Time zone: Europe/Helsinki            | Europe/Helsinki | 2025-06-30T21:00:00Z",
        "Tidszon;UTC+1                                      | +01:00          | 2025-06-30T23:00:00Z",
        "Tidszon;UTC+01:00                                  | +01:00          | 2025-06-30T23:00:00Z",
        "All times are in UTC                               | UTC             | 2025-07-01T00:00:00Z",
        "Tidszon;UTC+1~Anläggning:;Storgatan 1             | +01:00          | 2025-06-30T23:00:00Z",
        "Anläggning;735999000001~Tidszon;UTC+1             | +01:00          | 2025-06-30T23:00:00Z",
        "Zeitzone: CET                                      | CET             | 2025-06-30T22:00:00Z",
        "Exported (Europe/Oslo) by the utility              | Europe/Oslo     | 2025-06-30T22:00:00Z",
        "Time zone: Europe/Atlantis                         | Europe/Stockholm | 2025-06-30T22:00:00Z",
        "The UTC building, report of heat                   | Europe/Stockholm | 2025-06-30T22:00:00Z",
        "Heat                                               | Europe/Stockholm | 2025-06-30T22:00:00Z"})
    void isTakenForTimesWithoutAnOffset(String above, String zone, Instant first) throws Exception {
        TableSource table = Runs.table(folder, "zone.csv", above + ROWS);
        assertThat(table.columns()).extracting(c -> c.name()).containsExactly("tid", "mätare", "kWh");
        ImportRecipe recipe = Runs.recipe(table);
        assertThat(recipe.time().zone()).isEqualTo(zone);
        assertThat(Runs.run(recipe, table).series().get(0).axis().start()).isEqualTo(first);
    }
}
