package org.kvarter.assist;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import org.kvarter.tables.CellType;
import org.kvarter.tables.TableColumn;
import org.kvarter.tables.TableSource;

/**
 * What a source looked like when its recipe was made, so that a changed source can say what changed.
 *
 * @param columns in order
 * @param rows    number of rows; −1 where never counted
 * @param first   first time, ISO; empty where there is none or it was never read
 * @param last    last time
 * @param places  distinct places in order; empty beyond {@link #MOST_PLACES}
 * @param count   number of places
 */
public record SourceShape(List<Column> columns, long rows, String first, String last, List<String> places, int count) {

    /** Beyond this, places are only counted. */
    public static final int MOST_PLACES = 20_000;

    /** Nothing known. */
    public static final SourceShape UNKNOWN = new SourceShape(List.of(), -1, "", "", List.of(), 0);

    /**
     * A column.
     *
     * @param name as the table has it
     * @param type what it holds
     * @param unit from the header, may be empty
     */
    public record Column(String name, CellType type, String unit) {

        public Column {
            Objects.requireNonNull(name, "name");
            type = Objects.requireNonNullElse(type, CellType.EMPTY);
            unit = Objects.requireNonNullElse(unit, "");
        }
    }

    public SourceShape {
        columns = columns == null ? List.of() : List.copyOf(columns);
        first = Objects.requireNonNullElse(first, "");
        last = Objects.requireNonNullElse(last, "");
        places = places == null ? List.of() : List.copyOf(places);
    }

    /** Columns alone. */
    public static SourceShape of(TableSource source) {
        return new SourceShape(source.columns().stream().map(SourceShape::column).toList(), source.rows().orElse(-1), "", "", List.of(), 0);
    }

    /** Columns, and what a survey of all rows found. */
    public static SourceShape of(TableSource source, Survey survey) {
        List<String> places = survey.places();
        return new SourceShape(source.columns().stream().map(SourceShape::column).toList(), survey.rows(), survey.first().map(Object::toString).orElse(""),
                survey.last().map(Object::toString).orElse(""), places.size() > MOST_PLACES ? List.of() : places, places.size());
    }

    private static Column column(TableColumn column) {
        return new Column(column.name(), column.type(), column.unit());
    }

    /** A short mark of names, types and units of the columns: equal marks, equal form. */
    public String fingerprint() {
        StringBuilder text = new StringBuilder();
        for (Column column : columns) {
            CellType type = column.type() == CellType.INTEGER ? CellType.NUMBER : column.type();
            text.append(column.name()).append('\u001f').append(type).append('\u001f').append(column.unit()).append('\u001e');
        }
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
