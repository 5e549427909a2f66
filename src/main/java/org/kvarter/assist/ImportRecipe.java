package org.kvarter.assist;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.kvarter.scenario.Origin;
import org.kvarter.tables.ColumnRole;
import org.kvarter.tables.TableOptions;

/**
 * How a table becomes measurements or attributes of the twin: everything needed to do it again. Immutable; as JSON by {@link RecipeJson}.
 *
 * @param version  of the form
 * @param id       distinct in the project; series get ids that begin with it
 * @param name     what people call the data
 * @param path     the file; absolute, or relative to the recipe or project
 * @param table    name of the table in it; empty for the first
 * @param options  how the file is read
 * @param shape    what the source looked like
 * @param columns  what each column is used for; columns not named are ignored
 * @param time     how times are read
 * @param values   how numbers are read
 * @param join     which feature a place is
 * @param licence  of the data, as people write it; may be empty
 * @param source   who made the data; may be empty
 * @param personal whether it tells of households: then it is only shown aggregated
 * @param origin   how sure the numbers are as a whole; what a row says of its values goes before
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record ImportRecipe(int version, String id, String name, String path, String table, TableOptions options, SourceShape shape,
                           List<ColumnUse> columns, TimeRules time, ValueRules values, JoinRule join, String licence, String source,
                           boolean personal, Origin origin) {

    /** The form this program writes and the newest it reads. */
    public static final int VERSION = 1;

    public ImportRecipe {
        id = Objects.requireNonNullElse(id, "");
        name = Objects.requireNonNullElse(name, "");
        Objects.requireNonNull(path, "path");
        table = Objects.requireNonNullElse(table, "");
        options = Objects.requireNonNullElse(options, TableOptions.RECOGNISE);
        shape = Objects.requireNonNullElse(shape, SourceShape.UNKNOWN);
        columns = columns == null ? List.of() : List.copyOf(columns);
        time = Objects.requireNonNullElse(time, new TimeRules("UTC", null, null, "", 0));
        values = Objects.requireNonNullElse(values, ValueRules.PLAIN);
        join = Objects.requireNonNullElse(join, JoinRule.district());
        licence = Objects.requireNonNullElse(licence, "");
        source = Objects.requireNonNullElse(source, "");
        origin = Objects.requireNonNullElse(origin, Origin.MEASURED);
    }

    /** Of measured data. */
    public ImportRecipe(int version, String id, String name, String path, String table, TableOptions options, SourceShape shape, List<ColumnUse> columns, TimeRules time,
                        ValueRules values, JoinRule join, String licence, String source, boolean personal) {
        this(version, id, name, path, table, options, shape, columns, time, values, join, licence, source, personal, Origin.MEASURED);
    }

    /** Columns of a role, in order. */
    public List<ColumnUse> of(ColumnRole role) {
        return columns.stream().filter(c -> c.role() == role).toList();
    }

    /** What a column is used for; nothing where it is not named. */
    public ColumnUse use(String column) {
        return columns.stream().filter(c -> c.column().equals(column)).findFirst().orElse(ColumnUse.of(column, ColumnRole.IGNORE));
    }

    /** Whether rows have times: then they give series, otherwise attributes. */
    public boolean hasTimes() {
        return Stream.of(ColumnRole.TIME, ColumnRole.YEAR, ColumnRole.MONTH).anyMatch(r -> !of(r).isEmpty()) || hasTimesInColumns();
    }

    /** Whether each time has a column of its own. */
    boolean hasTimesInColumns() {
        return columns.stream().anyMatch(c -> c.role() == ColumnRole.VALUE && !c.time().isEmpty());
    }

    /** What keeps this recipe from being run, as a key of the bundle; empty where it can be. */
    Optional<String> obstacle() {
        if (of(ColumnRole.VALUE).isEmpty() && (hasTimes() || of(ColumnRole.ATTRIBUTE).isEmpty())) {
            return Optional.of("recipe.noValue");
        }
        if (join.kind() == JoinRule.Kind.COORDINATES && (of(ColumnRole.EAST).isEmpty() || of(ColumnRole.NORTH).isEmpty())) {
            return Optional.of("recipe.noCoordinates");
        }
        if (!hasTimes() && join.kind() == JoinRule.Kind.DISTRICT) {
            return Optional.of("recipe.noJoin");
        }
        return Optional.empty();
    }

    /** This recipe with another use of one column. */
    public ImportRecipe withUse(ColumnUse use) {
        List<ColumnUse> changed = new ArrayList<>(columns);
        int at = columns.stream().map(ColumnUse::column).toList().indexOf(use.column());
        if (at < 0) {
            changed.add(use);
        } else {
            changed.set(at, use);
        }
        return withColumns(changed);
    }

    public ImportRecipe withColumns(List<ColumnUse> other) {
        return new ImportRecipe(version, id, name, path, table, options, shape, other, time, values, join, licence, source, personal, origin);
    }

    public ImportRecipe withId(String other) {
        return new ImportRecipe(version, other, name, path, table, options, shape, columns, time, values, join, licence, source, personal, origin);
    }

    public ImportRecipe withName(String other) {
        return new ImportRecipe(version, id, other, path, table, options, shape, columns, time, values, join, licence, source, personal, origin);
    }

    public ImportRecipe withPath(String other) {
        return new ImportRecipe(version, id, name, other, table, options, shape, columns, time, values, join, licence, source, personal, origin);
    }

    /** This recipe with every path changed. */
    public ImportRecipe withFiles(UnaryOperator<String> change) {
        JoinRule changed = join.lookupFile().isEmpty() ? join : join.withLookup(change.apply(join.lookupFile()), join.lookupFrom(), join.lookupTo());
        return withPath(change.apply(path)).withJoin(changed);
    }

    public ImportRecipe withOptions(TableOptions other) {
        return new ImportRecipe(version, id, name, path, table, other, shape, columns, time, values, join, licence, source, personal, origin);
    }

    public ImportRecipe withShape(SourceShape other) {
        return new ImportRecipe(version, id, name, path, table, options, other, columns, time, values, join, licence, source, personal, origin);
    }

    public ImportRecipe withTime(TimeRules other) {
        return new ImportRecipe(version, id, name, path, table, options, shape, columns, other, values, join, licence, source, personal, origin);
    }

    public ImportRecipe withValues(ValueRules other) {
        return new ImportRecipe(version, id, name, path, table, options, shape, columns, time, other, join, licence, source, personal, origin);
    }

    public ImportRecipe withJoin(JoinRule other) {
        return new ImportRecipe(version, id, name, path, table, options, shape, columns, time, values, other, licence, source, personal, origin);
    }

    public ImportRecipe withLicence(String other) {
        return new ImportRecipe(version, id, name, path, table, options, shape, columns, time, values, join, other, source, personal, origin);
    }

    public ImportRecipe withSource(String other) {
        return new ImportRecipe(version, id, name, path, table, options, shape, columns, time, values, join, licence, other, personal, origin);
    }

    public ImportRecipe withPersonal(boolean other) {
        return new ImportRecipe(version, id, name, path, table, options, shape, columns, time, values, join, licence, source, other, origin);
    }

    public ImportRecipe withOrigin(Origin other) {
        return new ImportRecipe(version, id, name, path, table, options, shape, columns, time, values, join, licence, source, personal, other);
    }
}
