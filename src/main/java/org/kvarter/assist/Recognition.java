package org.kvarter.assist;

import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.kvarter.tables.TableException;
import org.kvarter.tables.TableOptions;
import org.kvarter.tables.TableRow;
import org.kvarter.tables.TableSource;

/**
 * What a table seems to mean: proposed from the names of its columns in five languages, from its values, and from what the format itself
 * states. Immutable.
 *
 * @param columns one guess per column, in order, with its reason
 * @param layout  how places and quantities are laid out
 * @param recipe  to start from: without a join, see {@link Joins#best}
 * @param reasons sentences about the table as a whole
 */
public record Recognition(List<ColumnGuess> columns, Layout layout, ImportRecipe recipe, List<String> reasons) {

    /** How places and quantities are laid out. */
    public enum Layout {
        /** A row per time, a column per place. */
        PLACES_IN_COLUMNS,
        /** A row per time, a column per quantity of one place. */
        QUANTITIES_IN_COLUMNS,
        /** A row per place and time. */
        ROWS,
        /** A row per place, a column per time. */
        TIMES_IN_COLUMNS,
        /** A row per place, without times. */
        ATTRIBUTES
    }

    /** Rows that are looked at. */
    static final int ROWS = 500;
    private static final int LEAST_ROWS = 30;
    private static final int MOST_CELLS = 400_000;

    private static final Pattern ENDING = Pattern.compile("(\\.(csv|tsv|tab|txt|xlsx|json|jsonl|ndjson|parquet|gpkg|dbf|epw|xml|gz|zip))+$", Pattern.CASE_INSENSITIVE);

    public Recognition {
        columns = List.copyOf(columns);
        reasons = List.copyOf(reasons);
    }

    /**
     * Looks at the first rows of a table.
     *
     * @param zone of local times where the table does not say: the district's
     * @throws AssistException where the table cannot be read
     */
    public static Recognition of(TableSource source, ZoneId zone) throws AssistException {
        try {
            // very wide tables tell enough in fewer rows
            List<TableRow> rows = source.preview(Math.max(LEAST_ROWS, Math.min(ROWS, MOST_CELLS / Math.max(1, source.columns().size()))));
            return new Recogniser(source, rows, zone).recognise();
        } catch (TableException e) {
            throw new AssistException(e.getMessage(), e);
        }
    }

    /** What people would call the data of a file: its name without ending. */
    static String title(TableSource source) {
        String name = String.valueOf(source.file().getFileName());
        String stem = ENDING.matcher(name).replaceFirst("");
        boolean whole = source.name().equals(name) || source.name().isBlank();
        return whole || stem.equalsIgnoreCase(source.name()) ? stem : stem + " – " + source.name();
    }

    /** An id made of a title. */
    static String id(String title) {
        String id = PlainText.folded(title).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
        return id.isEmpty() ? "table" : id.toLowerCase(Locale.ROOT);
    }

    /** The guess of a column. */
    public ColumnGuess guess(String column) {
        return columns.stream().filter(g -> g.column().name().equals(column)).findFirst().orElseThrow();
    }

    static boolean statesEnd(TableSource source) {
        return source.options().get(TableOptions.LABEL).equals("end");
    }
}
