package org.kvarter.assist;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.kvarter.model.AttributeColumn;
import org.kvarter.model.AttributeTableBuilder;
import org.kvarter.model.Diagnostic;
import org.kvarter.model.NumberColumn;
import org.kvarter.model.Severity;
import org.kvarter.series.csv.Numbers;
import org.kvarter.tables.CellType;
import org.kvarter.tables.ColumnRole;
import org.kvarter.tables.TableColumn;
import org.kvarter.tables.TableException;
import org.kvarter.tables.TableRow;
import org.kvarter.tables.TableSource;
import org.kvarter.task.Progress;
import org.kvarter.text.Texts;

/**
 * The attributes of a table, by feature. Where a feature has several rows, numbers that add up are added, other numbers averaged, and of words
 * the first stays.
 *
 * @param columns     one row per feature of the joined layer
 * @param named       the recipe with the names its attributes got
 * @param diagnostics what a person should know
 */
record AttributeRead(List<AttributeColumn> columns, ImportRecipe named, List<Diagnostic> diagnostics) {

    private static final Texts TEXTS = Texts.in(AttributeRead.class);

    /** A column of the table on its way. */
    private static final class Gathering {
        final TableColumn column;
        final String name;
        final String unit;
        final boolean sum;
        final Map<Integer, double[]> numbers = new LinkedHashMap<>();
        final Map<Integer, String> words = new HashMap<>();

        Gathering(TableColumn column, String name, String unit) {
            this.column = column;
            this.name = name;
            this.unit = unit;
            this.sum = Additive.overPlaces(unit);
        }
    }

    static AttributeRead of(ImportRecipe recipe, TableSource source, Survey survey, JoinResult join, Twin twin, Progress progress) throws AssistException {
        List<ColumnUse> uses = Stream.concat(recipe.of(ColumnRole.ATTRIBUTE).stream(), recipe.hasTimes() ? Stream.empty() : recipe.of(ColumnRole.VALUE).stream()).toList();
        TwinLayer layer = twin.layer(join.rule().layerId()).orElse(null);
        if (uses.isEmpty() || layer == null) {
            return new AttributeRead(List.of(), recipe, List.of());
        }
        Set<String> taken = layer.features().attributes().names().stream().collect(Collectors.toSet());
        List<Gathering> all = new ArrayList<>();
        ImportRecipe named = recipe;
        for (ColumnUse use : uses) {
            // a name that was kept with the recipe is its own; another may be somebody else's already
            String name = !use.quantity().isEmpty() && use.role() == ColumnRole.ATTRIBUTE ? use.quantity() : use.column();
            name = use.quantity().isEmpty() && taken.contains(name) ? name + " (" + recipe.name() + ")" : name;
            TableColumn column = source.column(use.column()).orElse(null);
            if (column != null) {
                all.add(new Gathering(column, name, use.unit()));
                named = use.role() == ColumnRole.ATTRIBUTE ? named.withUse(use.withQuantity(name)) : named;
            }
        }
        int[] several = new int[1];
        read(recipe, source, survey, join, all, several, progress);
        List<Diagnostic> said = new ArrayList<>();
        if (several[0] > 0) {
            said.add(new Diagnostic(Severity.INFO, String.valueOf(source.file().getFileName()), "", TEXTS.get("run.severalRows", several[0])));
        }
        List<AttributeColumn> columns = new ArrayList<>();
        for (Gathering g : all) {
            columns.add(column(g, layer.features().size()));
        }
        return new AttributeRead(columns, named, said);
    }

    private static void read(ImportRecipe recipe, TableSource source, Survey survey, JoinResult join, List<Gathering> all, int[] several, Progress progress)
            throws AssistException {
        int[] rowsOf = new int[survey.allPlaces().size()];
        int[] featureOf = survey.allPlaces().stream().mapToInt(p -> join.rowOfPlace().getOrDefault(p, -1)).toArray();
        Map<Integer, Integer> uses = new HashMap<>();
        try {
            new RowReader(recipe, source, survey.learned()).read(new RowReader.Sink() {
                @Override
                public void row(TableRow row, int place, long time) {
                    int feature = place < featureOf.length ? featureOf[place] : -1;
                    // of a place with times the first row tells what it is
                    if (feature < 0 || recipe.hasTimes() && rowsOf[place]++ > 0) {
                        return;
                    }
                    several[0] += uses.merge(feature, 1, Integer::sum) == 2 ? 1 : 0;
                    for (Gathering g : all) {
                        take(g, row, feature, source.decimalComma());
                    }
                }

                @Override
                public void value(Slot slot, int place, long time, double value, long line) {
                    // taken with the row
                }
            }, progress);
        } catch (TableException e) {
            throw new AssistException(e.getMessage(), e);
        }
    }

    private static void take(Gathering g, TableRow row, int feature, boolean comma) {
        Object cell = row.cell(g.column.index());
        String text = row.text(g.column.index());
        if (cell == null || Numbers.isMissing(text)) {
            return;
        }
        if (g.column.type().isNumeric() || g.column.type() == CellType.TRUTH) {
            double value = cell instanceof Number n ? n.doubleValue() : cell instanceof Boolean b ? b ? 1 : 0
                    : g.column.type() == CellType.TRUTH ? truth(text) : Numbers.parse(text, comma);
            if (Double.isFinite(value)) {
                double[] sum = g.numbers.computeIfAbsent(feature, f -> new double[2]);
                sum[0] += value;
                sum[1]++;
            }
        } else {
            g.words.putIfAbsent(feature, text);
        }
    }

    private static double truth(String text) {
        return text.matches("(?i)true|yes|ja|kyllä|x|1") ? 1 : 0;
    }

    private static AttributeColumn column(Gathering g, int size) {
        if (!g.column.type().isNumeric() && g.column.type() != CellType.TRUTH) {
            AttributeTableBuilder builder = new AttributeTableBuilder();
            g.words.forEach((feature, text) -> builder.set(feature, g.name, text));
            return builder.build(size).column(g.name).orElseGet(() -> new NumberColumn(g.name, g.unit, NumberColumn.Type.REAL, filled(size)));
        }
        double[] values = filled(size);
        boolean whole = g.column.type() == CellType.INTEGER;
        for (Map.Entry<Integer, double[]> entry : g.numbers.entrySet()) {
            double[] sum = entry.getValue();
            double value = g.sum || sum[1] == 1 ? sum[0] : sum[0] / sum[1];
            values[entry.getKey()] = value;
            whole &= value == Math.rint(value);
        }
        NumberColumn.Type type = g.column.type() == CellType.TRUTH ? NumberColumn.Type.BOOLEAN : whole ? NumberColumn.Type.INTEGER : NumberColumn.Type.REAL;
        return new NumberColumn(g.name, g.unit, type, values);
    }

    private static double[] filled(int size) {
        double[] values = new double[size];
        Arrays.fill(values, Double.NaN);
        return values;
    }
}
