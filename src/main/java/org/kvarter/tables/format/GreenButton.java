package org.kvarter.tables.format;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.kvarter.tables.CellType;
import org.kvarter.tables.ColumnRole;
import org.kvarter.tables.KnownMeaning;
import org.kvarter.tables.TableColumn;
import org.kvarter.tables.TableException;
import org.kvarter.tables.TableFormat;
import org.kvarter.tables.TableNote;
import org.kvarter.tables.TableOptions;
import org.kvarter.tables.TableSource;
import org.kvarter.text.Texts;

/**
 * Green Button (NAESB REQ.21, Energy Services Provider Interface): readings of intervals by usage point, with the power of ten and unit of their
 * reading type. Starts are seconds since 1970, UTC.
 */
final class GreenButton implements TableFormat {

    private static final Texts TEXTS = Texts.in(GreenButton.class);
    private static final List<TableColumn> COLUMNS = List.of(
            TableColumn.known(0, "start", "", CellType.TIME, KnownMeaning.of(ColumnRole.TIME)),
            TableColumn.known(1, "duration", "s", CellType.INTEGER, KnownMeaning.of(ColumnRole.IGNORE)),
            TableColumn.known(2, "usagePoint", "", CellType.TEXT, KnownMeaning.of(ColumnRole.PLACE)),
            TableColumn.known(3, "quantity", "", CellType.TEXT, KnownMeaning.of(ColumnRole.QUANTITY)),
            TableColumn.known(4, "value", "", CellType.NUMBER, KnownMeaning.value("", "")),
            TableColumn.known(5, "unit", "", CellType.TEXT, KnownMeaning.of(ColumnRole.UNIT)),
            TableColumn.known(6, "quality", "", CellType.INTEGER, KnownMeaning.of(ColumnRole.IGNORE)),
            TableColumn.known(7, "cost", "", CellType.NUMBER, KnownMeaning.of(ColumnRole.IGNORE)));

    @Override
    public String name() {
        return "Green Button";
    }

    @Override
    public int score(String fileName, byte[] head) {
        String text = new String(head, StandardCharsets.UTF_8);
        return text.contains("http://naesb.org/espi") && text.contains("<") ? 95 : 0;
    }

    @Override
    public List<TableSource> open(Path file, TableOptions options) throws TableException {
        GreenButtonIndex index = GreenButtonIndex.of(file);
        if (index.readings() == 0) {
            throw new TableException(TEXTS.get("green.none", file.getFileName()));
        }
        List<TableNote> notes = new ArrayList<>();
        notes.add(new TableNote(TableNote.Topic.FORMAT, TEXTS.get("green.readings", index.readings())));
        TableOptions used = options.with(TableOptions.ZONE, options.get(TableOptions.ZONE).isEmpty() ? "UTC" : options.get(TableOptions.ZONE)).with(TableOptions.LABEL, "start");
        return List.of(new PlainTable(file, name(), String.valueOf(file.getFileName()), COLUMNS, used, notes, OptionalLong.of(index.readings()), () -> new Cursor(file, index)));
    }

    private static final class Cursor extends XmlCursor {
        private final GreenButtonIndex index;
        private String place = "";
        private GreenButtonIndex.Type type = GreenButtonIndex.Type.UNKNOWN;
        private String self = "";
        private boolean inReading;
        private Long start;
        private Long duration;
        private Double value;
        private Double cost;
        private Long quality;

        Cursor(Path file, GreenButtonIndex index) throws TableException {
            super(file);
            this.index = index;
        }

        @Override
        void begin(String name) {
            switch (name) {
                case "entry" -> self = "";
                case "link" -> self = attribute("rel").equals("self") ? attribute("href") : self;
                case "IntervalBlock" -> {
                    place = index.place(self);
                    type = index.type(self);
                }
                case "IntervalReading" -> {
                    inReading = true;
                    start = null;
                    duration = null;
                    value = null;
                    cost = null;
                    quality = null;
                }
                default -> { }
            }
        }

        @Override
        void end(String name, String text) {
            if (!inReading) {
                return;
            }
            switch (name) {
                case "start" -> start = whole(text);
                case "duration" -> duration = whole(text);
                case "value" -> value = number(text);
                case "cost" -> cost = number(text);
                case "quality" -> quality = whole(text);
                case "IntervalReading" -> {
                    inReading = false;
                    boolean timed = start != null && Math.abs(start) < 100_000_000_000L;
                    give(timed ? Instant.ofEpochSecond(start) : null, duration, place, type.quantity().isEmpty() ? null : type.quantity(),
                            value == null ? null : value * type.factor(), type.unit().isEmpty() ? null : type.unit(), quality, cost);
                }
                default -> { }
            }
        }

        private static Long whole(String text) {
            return text.matches("-?\\d{1,18}") ? Long.valueOf(text) : null;
        }

        private static Double number(String text) {
            try {
                double number = Double.parseDouble(text);
                return Double.isFinite(number) ? number : null;
            } catch (NumberFormatException e) {
                return null;
            }
        }
    }
}
