package org.kvarter.assist;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.kvarter.tables.RowCursor;
import org.kvarter.tables.TableException;
import org.kvarter.tables.TableRow;
import org.kvarter.tables.TableSource;

/** What the first rows of a table give by a recipe, one by one, for a person to see while choosing. Stateless. */
public final class RowPreview {

    private RowPreview() {
    }

    /**
     * A value.
     *
     * @param place    whose
     * @param quantity what
     * @param value    how much, converted to {@code unit}
     * @param unit     as people write it
     */
    public record Value(String place, String quantity, double value, String unit) {
    }

    /**
     * A row and what it gives.
     *
     * @param line   where it stands in the source
     * @param time   when; empty where it has no time or none that can be read
     * @param values what was taken; empty where it is left out
     */
    public record Line(long line, Optional<Instant> time, List<Value> values) {
        public Line {
            values = List.copyOf(values);
        }
    }

    /** The first {@code most} rows; reads no further. */
    public static List<Line> of(ImportRecipe recipe, TableSource source, int most) throws AssistException {
        RowReader reader = new RowReader(recipe, source, TimeReader.Learned.NOTHING);
        List<Line> lines = new ArrayList<>();
        try (RowCursor cursor = source.open()) {
            for (TableRow row = cursor.next(); row != null && lines.size() < most; row = cursor.next()) {
                List<Value> values = new ArrayList<>();
                long[] when = {TimeReader.NONE};
                reader.take(row, new RowReader.Sink() {
                    @Override
                    public void row(TableRow taken, int place, long time) {
                        when[0] = time;
                    }

                    @Override
                    public void value(Slot slot, int place, long time, double value, long line) {
                        values.add(new Value(reader.places().get(place), slot.quantity(), value, slot.unit()));
                    }
                });
                lines.add(new Line(row.line(), when[0] == TimeReader.NONE ? Optional.empty() : Optional.of(Instant.ofEpochSecond(when[0])), values));
            }
            return lines;
        } catch (TableException e) {
            throw new AssistException(e.getMessage(), e);
        }
    }
}
