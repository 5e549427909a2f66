package org.kvarter.assist;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.kvarter.series.csv.Numbers;
import org.kvarter.series.csv.TimeFormat;
import org.kvarter.series.store.Quality;
import org.kvarter.series.store.QualityWords;
import org.kvarter.tables.ColumnRole;
import org.kvarter.tables.RowCursor;
import org.kvarter.tables.TableException;
import org.kvarter.tables.TableRow;
import org.kvarter.tables.TableSource;
import org.kvarter.tables.Unit;
import org.kvarter.tables.Units;
import org.kvarter.task.Progress;
import org.kvarter.text.Texts;

/** Reads a table by a recipe, row by row. Places and quantities get numbers in the order in which they appear. One use, one thread. */
final class RowReader {

    private static final Texts TEXTS = Texts.in(RowReader.class);
    /** Stands between the columns of a key. */
    private static final String BETWEEN = ", ";

    /** Takes what rows give. */
    interface Sink {

        /** A row with a place and, where rows have times, a time. */
        default void row(TableRow row, int place, long time) {
        }

        /** A measured value. @param time epoch seconds; {@link TimeReader#NONE} where rows have no times */
        void value(Slot slot, int place, long time, double value, long line);
    }

    /** A column of values, ready to be read. */
    private static final class Channel {
        final int column;
        final ColumnUse use;
        final long time;
        int place = -1;
        Slot slot;
        double factor = 1;

        Channel(int column, ColumnUse use, ZoneId zone) {
            this.column = column;
            this.use = use;
            this.time = use.time().isEmpty() ? TimeReader.NONE : time(use.time(), zone);
        }

        private static long time(String text, ZoneId zone) {
            return TimeFormat.of(TimeFormat.ISO).parse(text).map(w -> w.offset().isPresent() ? w.local().toEpochSecond(w.offset().get())
                    : w.local().atZone(zone).toEpochSecond()).orElse(TimeReader.NONE);
        }
    }

    private final ImportRecipe recipe;
    private final TableSource source;
    private final boolean comma;
    private final int[] placeColumns;
    private final int quantityColumn;
    private final int unitColumn;
    private final int qualityColumn;
    private final int east;
    private final int north;
    private final Map<String, Integer> columns = new HashMap<>();
    private final List<Channel> channels = new ArrayList<>();
    private final TimeReader times;
    private final Map<String, Integer> places = new LinkedHashMap<>();
    private final Map<String, Slot> slots = new LinkedHashMap<>();
    private final Map<String, double[]> coordinates = new LinkedHashMap<>();
    final Oddity unreadableCells = new Oddity();
    final Oddity unreadableTimes = new Oddity();
    final Oddity disorder = new Oddity();
    final Oddity ragged = new Oddity();
    final Oddity placeless = new Oddity();
    final Oddity flagged = new Oddity();
    final Oddity strangeUnits = new Oddity();
    private long rows;
    private final String wholePlace;

    RowReader(ImportRecipe recipe, TableSource source, TimeReader.Learned learned) {
        this.recipe = recipe;
        this.source = source;
        this.comma = source.decimalComma();
        source.columns().forEach(c -> columns.put(c.name(), c.index()));
        this.placeColumns = recipe.of(ColumnRole.PLACE).stream().mapToInt(u -> column(u.column())).filter(c -> c >= 0).toArray();
        this.quantityColumn = TimeReader.index(recipe, source, ColumnRole.QUANTITY);
        this.unitColumn = TimeReader.index(recipe, source, ColumnRole.UNIT);
        this.qualityColumn = TimeReader.index(recipe, source, ColumnRole.QUALITY);
        this.east = TimeReader.index(recipe, source, ColumnRole.EAST);
        this.north = TimeReader.index(recipe, source, ColumnRole.NORTH);
        this.times = recipe.hasTimes() && !recipe.hasTimesInColumns() ? new TimeReader(recipe, source, learned) : null;
        boolean named = !source.name().isBlank() && !source.name().equals(String.valueOf(source.file().getFileName()));
        this.wholePlace = named || recipe.name().isEmpty() ? source.name() : recipe.name();
        for (ColumnUse use : recipe.of(ColumnRole.VALUE)) {
            if (column(use.column()) >= 0) {
                channels.add(new Channel(column(use.column()), use, ZoneId.of(recipe.time().zone())));
            }
        }
    }

    private int column(String name) {
        return columns.getOrDefault(name, -1);
    }

    /** Reads all rows into a sink. */
    void read(Sink sink, Progress progress) throws TableException {
        long all = source.rows().orElse(-1);
        try (RowCursor cursor = source.open()) {
            for (TableRow row = cursor.next(); row != null; row = cursor.next()) {
                take(row, sink);
                if ((rows & 0xFFF) == 0) {
                    progress.report(all > 0 ? Math.min(1, (double) rows / all) : Double.NaN, TEXTS.get("run.reading", source.file().getFileName(), rows));
                    progress.checkCancelled();
                }
            }
        }
    }

    /** Reads one row into a sink. */
    void take(TableRow row, Sink sink) {
        rows++;
        int place = place(row);
        if (place < 0) {
            placeless.add(Long.toString(row.line()));
            return;
        }
        long time = TimeReader.NONE;
        if (times != null) {
            long before = times.before(place);
            time = times.read(row, place);
            if (time == TimeReader.NONE) {
                unreadableTimes.add(TEXTS.get("run.inLine", shown(row), row.line()));
                return;
            }
            if (before != TimeReader.NONE && time < before) {
                disorder.add(Long.toString(row.line()));
            }
        }
        sink.row(row, place, time);
        if (qualityColumn >= 0 && QualityWords.of(row.text(qualityColumn)) == Quality.MISSING) {
            flagged.add(TEXTS.get("run.inLine", row.text(qualityColumn), row.line()));
            return;
        }
        for (Channel channel : channels) {
            value(channel, row, place, time, sink);
        }
    }

    private String shown(TableRow row) {
        int column = TimeReader.index(recipe, source, ColumnRole.TIME);
        return column < 0 ? "" : row.text(column);
    }

    private void value(Channel channel, TableRow row, int place, long time, Sink sink) {
        Object cell = row.cell(channel.column);
        if (cell == null) {
            if (channel.column >= row.cells().length) {
                ragged.add(Long.toString(row.line()));
            }
            return;
        }
        double value;
        if (cell instanceof Number n) {
            value = n.doubleValue();
        } else if (cell instanceof Boolean b) {
            value = b ? 1 : 0;
        } else {
            String text = cell.toString();
            if (Numbers.isMissing(text)) {
                return;
            }
            value = Numbers.parse(text.strip(), comma);
        }
        if (!Double.isFinite(value)) {
            unreadableCells.add(TEXTS.get("run.cell", String.valueOf(cell), row.line(), channel.use.column()));
            return;
        }
        int whose = place;
        if (!channel.use.place().isEmpty()) {
            channel.place = channel.place < 0 ? number(channel.use.place()) : channel.place;
            whose = channel.place;
        }
        Slot slot = slot(channel, row);
        slot.places().set(whose);
        sink.value(slot, whose, channel.time == TimeReader.NONE ? time : channel.time, value * channel.factor, row.line());
    }

    /** The slot of a channel in a row: its own, unless quantity or unit stand in the row. */
    private Slot slot(Channel channel, TableRow row) {
        boolean fromRow = channel.use.quantity().isEmpty() && quantityColumn >= 0 || channel.use.unit().isEmpty() && unitColumn >= 0;
        if (channel.slot != null && !fromRow) {
            return channel.slot;
        }
        String quantity = !channel.use.quantity().isEmpty() ? channel.use.quantity() : quantityColumn >= 0 ? QuantityWords.usual(row.text(quantityColumn)) : channel.use.column();
        String unit = !channel.use.unit().isEmpty() ? channel.use.unit() : unitColumn >= 0 ? row.text(unitColumn) : "";
        Unit known = Units.parse(unit).orElse(null);
        String kind = known == null ? unit : known.dimension() == Unit.Dimension.OTHER ? known.symbol() : known.dimension().name() + known.currency();
        Slot slot = slots.computeIfAbsent(quantity + '\u001f' + kind + '\u001f' + channel.use.cumulative(),
                k -> new Slot(slots.size(), quantity, known == null ? unit : known.symbol(), channel.use.cumulative()));
        double factor = known == null || known.symbol().equals(slot.unit()) ? 1 : Units.factor(known.symbol(), slot.unit());
        if (Double.isNaN(factor)) {
            strangeUnits.add(TEXTS.get("run.inLine", unit, row.line()));
            factor = 1;
        }
        channel.factor = factor;
        channel.slot = slot;
        return slot;
    }

    private int place(TableRow row) {
        String key;
        if (placeColumns.length == 0) {
            key = east >= 0 && north >= 0 ? row.text(east) + " " + row.text(north) : wholePlace;
        } else if (placeColumns.length == 1) {
            key = row.text(placeColumns[0]);
        } else {
            StringBuilder joined = new StringBuilder();
            for (int column : placeColumns) {
                String part = row.text(column);
                joined.append(joined.length() > 0 && !part.isEmpty() ? BETWEEN : "").append(part);
            }
            key = joined.toString();
        }
        if (key.isBlank()) {
            return -1;
        }
        int number = number(key);
        if (east >= 0 && north >= 0 && !coordinates.containsKey(key)) {
            double x = coordinate(row.cell(east));
            double y = coordinate(row.cell(north));
            if (Double.isFinite(x) && Double.isFinite(y)) {
                coordinates.put(key, new double[] {x, y});
            }
        }
        return number;
    }

    private double coordinate(Object cell) {
        if (cell == null || cell instanceof Number) {
            return cell == null ? Double.NaN : ((Number) cell).doubleValue();
        }
        String text = cell.toString().strip();
        return Numbers.parse(text, text.indexOf(',') >= 0 && text.indexOf('.') < 0);
    }

    private int number(String key) {
        Integer known = places.get(key);
        if (known == null) {
            known = places.size();
            places.put(key, known);
        }
        return known;
    }

    /** Keys of all places, by number. */
    List<String> places() {
        return List.copyOf(places.keySet());
    }

    /** All quantities, by number. */
    List<Slot> slots() {
        return List.copyOf(slots.values());
    }

    /** Coordinates of places, in the order east, north, as the table has them. */
    Map<String, double[]> coordinates() {
        return coordinates;
    }

    long rows() {
        return rows;
    }

    TimeReader times() {
        return times;
    }
}
