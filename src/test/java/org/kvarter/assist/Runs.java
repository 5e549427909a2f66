package org.kvarter.assist;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.kvarter.series.SeriesTable;
import org.kvarter.tables.TableCases;
import org.kvarter.tables.TableFormats;
import org.kvarter.tables.TableSource;
import org.kvarter.task.Progress;

/** A small language for imports in tests: rows parted by {@code ~}, results as texts. */
final class Runs {

    static final ZoneId STOCKHOLM = ZoneId.of("Europe/Stockholm");

    private Runs() {
    }

    /** The first table of a file made of rows. */
    static TableSource table(Path folder, String name, String rows) throws Exception {
        return TableFormats.open(TableCases.file(folder, name, rows.replace("~", "\n"))).tables().get(0);
    }

    /** What a table is recognised as, with a zone of Stockholm. */
    static ImportRecipe recipe(TableSource table) throws AssistException {
        return Recognition.of(table, STOCKHOLM).recipe();
    }

    static ImportOutcome run(ImportRecipe recipe, TableSource table) throws AssistException {
        return ImportRun.read(recipe, table, Twin.EMPTY, Progress.NONE);
    }

    /** {@code 2025-01-01T00:00Z PT1H x3: 1 2 -} of the first place. */
    static String shown(SeriesTable series) {
        return shown(series, 0);
    }

    static String shown(SeriesTable series, int place) {
        return series.axis().start().toString().replace(":00Z", "Z") + " " + series.axis().step() + " x" + series.axis().count() + ": " + values(series, place);
    }

    /** {@code 1 2.5 -} of a place. */
    static String values(SeriesTable series, int place) {
        return IntStream.range(0, series.axis().count()).mapToObj(i -> number(series.value(i, place))).collect(Collectors.joining(" "));
    }

    private static String number(float v) {
        return Float.isNaN(v) ? "-" : v == Math.rint(v) ? Long.toString((long) v) : String.format(Locale.ROOT, "%.4f", v).replaceAll("0+$", "");
    }
}
