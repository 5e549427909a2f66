package org.kvarter.series.store.duck;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ScheduledExecutorService;
import org.kvarter.series.store.LoadFormat;
import org.kvarter.series.store.LoadReport;
import org.kvarter.series.store.NewSeries;
import org.kvarter.series.store.Quality;
import org.kvarter.series.store.QualityWords;
import org.kvarter.text.SqlNames;
import org.kvarter.series.store.SqlRun;
import org.kvarter.series.store.StoreException;
import org.kvarter.series.store.StoreException.Kind;
import org.kvarter.task.Progress;

/** Loads CSV and Parquet files as DuckDB reads them, without a row passing through here. */
final class DuckLoad {

    private static final int SAMPLE = 1_000;
    private static final String OFFSET = "(?i).*\\d(Z|[+-]\\d{2}(:?\\d{2})?)$";

    private final Path file;
    private final LoadFormat format;
    private final NewSeries series;

    DuckLoad(Path file, LoadFormat format, NewSeries series) {
        this.file = file.toAbsolutePath().normalize();
        this.format = format;
        this.series = series.source().isEmpty() ? series.withSource(file.getFileName().toString()) : series;
    }

    LoadReport into(DuckStore store, ScheduledExecutorService watch, Progress progress) throws StoreException {
        if (!Files.isReadable(file)) {
            throw new StoreException(Kind.MISSING, DuckErrors.TEXTS.get("load.missing", file));
        }
        try {
            return store.opened().writing(limits -> DuckDatabase.loading(store.file(), limits, series.zone(), file), (connection, statement) ->
                    SqlRun.watched(statement, progress, watch, () -> {
                        try {
                            progress.report(0, DuckErrors.TEXTS.get("load.reading", file.getFileName()));
                            return store.take(series, source(statement), connection, statement, progress);
                        } catch (StoreException e) {
                            throw new Told(e);
                        }
                    }));
        } catch (Told e) {
            throw e.sentence();
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    /** Looks at the columns, and says how rows are read. */
    private DuckSource source(Statement statement) throws SQLException, StoreException {
        List<String> columns = new ArrayList<>();
        boolean offsets = look(statement, columns);
        for (String wanted : List.of(format.timeColumn(), format.placeColumn(), format.valueColumn(), format.qualityColumn())) {
            if (!wanted.isEmpty() && !columns.contains(wanted)) {
                throw new StoreException(Kind.BAD_DATA, DuckErrors.TEXTS.get("load.noColumn", file.getFileName(), wanted, String.join(", ", columns)));
            }
        }
        String time = SqlNames.name(format.timeColumn());
        String from = source(isParquet() ? "" : ", types = {" + SqlNames.word(format.timeColumn()) + ": " + (offsets ? "'TIMESTAMPTZ'" : "'TIMESTAMP'")
                // a type found in the first rows would end the load at the first word among numbers
                + (format.isWide() ? "" : ", " + SqlNames.word(format.valueColumn()) + ": 'VARCHAR'") + "}");
        String measured = Integer.toString(series.quality().ordinal());
        if (format.isWide()) {
            return DuckSource.slow("SELECT k, t, TRY_CAST(v AS DOUBLE) AS v, " + measured + "::UTINYINT AS q FROM (UNPIVOT (SELECT " + time
                    + " AS t, * EXCLUDE (" + time + ") FROM " + from + ") ON COLUMNS(* EXCLUDE (t))::VARCHAR INTO NAME k VALUE v)", format.intervalEnd());
        }
        String quality = format.qualityColumn().isEmpty() ? measured : quality(SqlNames.name(format.qualityColumn()), measured);
        String rows = "SELECT " + SqlNames.name(format.placeColumn()) + "::VARCHAR AS k, " + time + " AS t, TRY_CAST(" + value()
                + " AS DOUBLE) AS v, (" + quality + ")::UTINYINT AS q FROM " + from;
        return isParquet() ? DuckSource.quick(rows, Optional.empty(), format.intervalEnd()) : DuckSource.slow(rows, format.intervalEnd());
    }

    private String value() {
        String value = SqlNames.name(format.valueColumn());
        // as it stands the engine would read numbers in the file already, and end at the first word among them
        return isParquet() ? value : format.decimalComma() ? "replace(" + value + ", ',', '.')" : "trim(" + value + ")";
    }

    private static String quality(String column, String otherwise) {
        StringBuilder cases = new StringBuilder("CASE lower(trim(" + column + "::VARCHAR)) WHEN 'measured' THEN 0");
        for (Quality quality : Quality.values()) {
            QualityWords.of(quality).forEach(word -> cases.append(" WHEN ").append(SqlNames.word(word)).append(" THEN ").append(quality.ordinal()));
        }
        return cases.append(" ELSE ").append(otherwise).append(" END").toString();
    }

    /** Finds the columns, and whether times say their offset. */
    private boolean look(Statement statement, List<String> columns) throws SQLException {
        try (ResultSet head = statement.executeQuery("SELECT * FROM " + source(isParquet() ? "" : ", all_varchar = true") + " LIMIT " + SAMPLE)) {
            for (int i = 1; i <= head.getMetaData().getColumnCount(); i++) {
                columns.add(head.getMetaData().getColumnName(i));
            }
            int time = columns.indexOf(format.timeColumn()) + 1;
            while (time > 0 && !isParquet() && head.next()) {
                String text = head.getString(time);
                if (text != null && text.strip().matches(OFFSET) && text.strip().length() > 10) {
                    return true;
                }
            }
        }
        return false;
    }

    private boolean isParquet() {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        return name.endsWith(".parquet") || name.endsWith(".pq");
    }

    private String source(String options) {
        String path = SqlNames.word(file.toString());
        if (isParquet()) {
            return "read_parquet(" + path + ")";
        }
        String delimiter = format.delimiter() == 0 ? "" : ", delim = " + SqlNames.word(String.valueOf(format.delimiter()));
        return "read_csv(" + path + ", header = true" + delimiter + (format.decimalComma() ? ", decimal_separator = ','" : "") + options + ")";
    }

    private StoreException failure(SQLException e) {
        String said = DuckErrors.firstLine(String.valueOf(e.getMessage()));
        boolean bad = said.contains("CSV") || said.contains("Parquet") || said.contains("parquet") || said.contains("Conversion") || said.contains("Binder")
                || said.contains("Invalid Input");
        return bad ? new StoreException(Kind.BAD_DATA, DuckErrors.TEXTS.get("load.unreadable", file.getFileName(), said), e) : DuckErrors.of(file, e);
    }
}
