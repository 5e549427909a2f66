package org.kvarter.assist;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.kvarter.tables.ColumnRole;
import org.kvarter.tables.TableColumn;
import org.kvarter.tables.TableSource;

/**
 * A recipe fitted to a table that has grown or shrunk to the side since the recipe was made. Where each place, or each time, has a column of its own, a new column
 * is a new place or time and comes in like the others, and one that is gone is a place less, as new and missing rows are in a long table. What the recipe names and
 * leaves out stays out. Everything else is for a person to decide and is left as it is. Stateless; {@link SourceChanges} tells what was done.
 */
public final class Repeat {

    private Repeat() {
    }

    /**
     * The recipe for the table as it is now; the same where its columns are.
     *
     * @throws AssistException where the table cannot be read
     */
    public static ImportRecipe of(ImportRecipe recipe, TableSource now) throws AssistException {
        Set<String> there = now.columns().stream().map(TableColumn::name).collect(Collectors.toSet());
        if (!growsToTheSide(recipe) || recipe.of(ColumnRole.VALUE).stream().noneMatch(u -> there.contains(u.column()))) {
            return recipe;
        }
        List<ColumnUse> columns = new ArrayList<>(recipe.columns());
        columns.removeIf(u -> u.role() == ColumnRole.VALUE && !there.contains(u.column()));
        Set<String> known = new HashSet<>(recipe.columns().stream().map(ColumnUse::column).toList());
        recipe.shape().columns().forEach(c -> known.add(c.name()));
        List<TableColumn> fresh = now.columns().stream().filter(c -> !known.contains(c.name())).toList();
        if (!fresh.isEmpty()) {
            Recognition recognition = Recognition.of(now, ZoneId.of(recipe.time().zone()));
            for (TableColumn column : fresh) {
                ColumnUse like = like(recipe, column, recognition.guess(column.name()).use());
                if (like.role() == ColumnRole.VALUE) {
                    columns.add(like);
                }
            }
        }
        return columns.equals(recipe.columns()) ? recipe : recipe.withColumns(columns);
    }

    /** Whether all columns of values are of a place or a time of their own. */
    static boolean growsToTheSide(ImportRecipe recipe) {
        List<ColumnUse> values = recipe.of(ColumnRole.VALUE);
        return !values.isEmpty() && (values.stream().allMatch(u -> !u.place().isEmpty()) || values.stream().allMatch(u -> !u.time().isEmpty()));
    }

    /** How a new column is used: as the others are, where it seems to hold values at all. */
    private static ColumnUse like(ImportRecipe recipe, TableColumn column, ColumnUse guess) {
        List<ColumnUse> values = recipe.of(ColumnRole.VALUE);
        boolean times = values.stream().allMatch(u -> !u.time().isEmpty());
        if (guess.role() != ColumnRole.VALUE || times && guess.time().isEmpty()) {
            return ColumnUse.of(column.name(), ColumnRole.IGNORE);
        }
        ColumnUse first = values.get(0);
        boolean oneQuantity = values.stream().allMatch(u -> u.quantity().equals(first.quantity()));
        boolean oneUnit = values.stream().allMatch(u -> u.unit().equals(first.unit()));
        boolean allCount = values.stream().allMatch(u -> u.cumulative() == first.cumulative());
        String quantity = oneQuantity ? first.quantity() : guess.quantity();
        String unit = !column.unit().isEmpty() ? column.unit() : oneUnit ? first.unit() : guess.unit();
        String place = times ? first.place() : guess.place().isEmpty() ? column.name() : guess.place();
        return new ColumnUse(column.name(), ColumnRole.VALUE, quantity, unit, place, times ? guess.time() : "", allCount ? first.cumulative() : guess.cumulative());
    }
}
