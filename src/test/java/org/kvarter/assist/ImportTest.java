package org.kvarter.assist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kvarter.model.AttributeColumn;
import org.kvarter.series.SeriesTable;
import org.kvarter.model.Diagnostic;
import org.kvarter.tables.ColumnRole;
import org.kvarter.tables.TableCases;
import org.kvarter.tables.TableFormats;
import org.kvarter.tables.TableSource;
import org.kvarter.task.Progress;

/** Recipes from recognition to series and attributes of the twin's features, as JSON, and against changed sources. */
class ImportTest {

    @TempDir
    private Path folder;

    private static ImportOutcome run(ImportRecipe recipe, TableSource table, Twin twin) throws AssistException {
        return ImportRun.read(recipe, table, twin, Progress.NONE);
    }

    @Test
    void metersOfOneBuildingAreAddedAndKeyedByItsId() throws Exception {
        Twin twin = new Town().house("h1", "adress=Storgatan 1").house("h2", "adress=Storgatan 3").twin();
        TableSource table = Runs.table(folder, "el.csv", "tid;adress;kWh~2025-01-01 00:00;Storg. 1 A;1~2025-01-01 00:00;Storg. 1 B;2~2025-01-01 00:00;Storg. 3;4~2025-01-01 00:00;Okänd 9;8~"
                + "2025-01-01 01:00;Storg. 1 A;1~2025-01-01 01:00;Storg. 1 B;3~2025-01-01 01:00;Storg. 3;5~2025-01-01 01:00;Okänd 9;8");
        ImportRecipe recipe = Runs.recipe(table).withJoin(JoinRule.address("houses", "adress"));
        ImportOutcome outcome = run(recipe, table, twin);
        SeriesTable series = outcome.series().get(0);
        assertThat(series.keys()).containsExactly("h1", "h2", "Okänd 9");
        assertThat(Runs.values(series, 0)).isEqualTo("3 4");
        assertThat(Runs.values(series, 1)).isEqualTo("4 5");
        assertThat(outcome.join().shared()).isEqualTo(1);
        assertThat(outcome.join().unmatchedPlaces()).containsExactly("Okänd 9");
        assertThat(outcome.recipe().shape().places()).hasSize(4);
        assertThat(series.quantity()).isEqualTo("electricity");
    }

    @Test
    void tablesWithoutTimesBecomeAttributesOfFeatures() throws Exception {
        Twin twin = new Town().house("h1", "year=1950").house("h2").house("h3").twin();
        TableSource table = Runs.table(folder, "houses.csv", "id;Atemp [m²];year;owner;heated~h1;100;1950;Bo;ja~h2;200;1960;Ann;nej~h2;50;1970;Eva;ja");
        ImportRecipe recipe = Runs.recipe(table).withJoin(JoinRule.key("houses", ""));
        ImportOutcome outcome = run(recipe, table, twin);
        assertThat(outcome.series()).isEmpty();
        assertThat(outcome.attributes().stream().map(ImportTest::column)).containsExactly("Atemp [m²] 100 250 null", "year (houses) [] 1950 1965 null", "owner [] Bo Ann null",
                "heated [] true true null");
        // the names are pinned in the recipe: once more gives the same columns, whatever stands there by then
        assertThat(outcome.recipe().use("year").quantity()).isEqualTo("year (houses)");
        assertThat(run(outcome.recipe(), table, twin).attributes().stream().map(AttributeColumn::name)).containsExactly("Atemp", "year (houses)", "owner", "heated");
    }

    private static String column(AttributeColumn column) {
        StringBuilder text = new StringBuilder(column.name() + " [" + column.unit() + "]");
        for (int row = 0; row < column.size(); row++) {
            Object value = column.value(row);
            text.append(' ').append(value instanceof Double d && d == Math.rint(d) ? (Object) d.longValue() : value);
        }
        return text.toString();
    }

    @Test
    void recipesSurviveJson() throws Exception {
        TableSource table = Runs.table(folder, "a.csv", "tid;hus;kW;note~2025-01-01 00:00;A;1;x~2025-01-01 01:00;A;2;y");
        ImportRecipe recipe = Runs.recipe(table).withJoin(JoinRule.key("houses", "code").accepting("A", "7").withLookup("l.csv", "f", "t")).withPersonal(true)
                .withLicence("CC BY 4.0").withSource("The utility").withValues(new ValueRules(ValueRules.Conversion.POWER_TO_ENERGY, 100_000));
        byte[] json = RecipeJson.write(recipe);
        assertThat(RecipeJson.read(json, "r.json")).isEqualTo(recipe);
        Path file = Files.write(folder.resolve("r.json"), RecipeJson.write(recipe.withPath("a.csv")));
        assertThat(RecipeJson.read(file).path()).isEqualTo(folder.resolve("a.csv").toString());
        assertThat(RecipeJson.read(file).join().lookupFile()).isEqualTo(folder.resolve("l.csv").toString());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "{|r.json", "[]|r.json", "{}|recipe", "{\"version\":99,\"path\":\"a\"}|newer", "{\"version\":1,\"path\":\"a\",\"time\":{\"zone\":\"Nowhere/Else\"}}|Nowhere/Else",
        "{\"version\":1,\"path\":\"a\",\"join\":{\"kind\":\"MAGIC\"}}|MAGIC", "{\"version\":1,\"path\":\"a\",\"join\":{\"limit\":-5}}|distance"})
    void damagedRecipesAreRefusedInOneSentence(String json, String part) {
        java.util.Locale before = java.util.Locale.getDefault(java.util.Locale.Category.DISPLAY);
        java.util.Locale.setDefault(java.util.Locale.Category.DISPLAY, java.util.Locale.ENGLISH);
        try {
            assertThatThrownBy(() -> RecipeJson.read(json.getBytes(StandardCharsets.UTF_8), "r.json")).isInstanceOf(AssistException.class).hasMessageContaining("r.json")
                    .hasMessageContaining(part).hasMessageNotContaining("\n");
        } finally {
            java.util.Locale.setDefault(java.util.Locale.Category.DISPLAY, before);
        }
    }

    @Test
    void anyDamageToARecipeIsBorne() throws Exception {
        TableSource table = Runs.table(folder, "a.csv", "tid;hus;kW~2025-01-01 00:00;A;1~2025-01-01 01:00;A;2");
        byte[] good = RecipeJson.write(Runs.recipe(table).withJoin(JoinRule.address("houses", "adress").accepting("A", "7")));
        java.util.Random random = new java.util.Random(7);
        for (int i = 0; i < 400; i++) {
            byte[] bad = i % 3 == 0 ? java.util.Arrays.copyOf(good, random.nextInt(good.length)) : good.clone();
            for (int n = 0; n < 1 + random.nextInt(3) && bad.length > 0; n++) {
                bad[random.nextInt(bad.length)] = (byte) "0\"{}[],:-xnull".charAt(random.nextInt(13));
            }
            try {
                ImportRecipe read = RecipeJson.read(bad, "r.json");
                Runs.run(read.withPath(table.file().toString()).withJoin(JoinRule.district()), table);
            } catch (AssistException e) {
                assertThat(e.getMessage()).isNotBlank().doesNotContain("\n");
            }
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        // what changed | kinds, blocking ones with !
        "tid;hus;kWh;note~2025-01-01 00:00;A;1;x~2025-01-01 01:00;A;2;y|",
        "tid;hus;kWh~2025-01-01 00:00;A;1~2025-01-01 01:00;A;2|COLUMN_GONE",
        "tid;hus;MWh;note~2025-01-01 00:00;A;1;x~2025-01-01 01:00;A;2;y|COLUMN_RENAMED!",
        "tid;hus;kWh [MWh];note~2025-01-01 00:00;A;1;x~2025-01-01 01:00;A;2;y|UNIT!",
        "tid;hus;note~2025-01-01 00:00;A;x~2025-01-01 01:00;A;y|COLUMN_GONE!",
        "tid;hus;kWh;note;more~2025-01-01 00:00;A;1;x;1~2025-01-01 01:00;A;2;y;2|COLUMN_NEW",
        "tid;hus;kWh;note~2025-01-01 00:00;A;1;x~2025-01-01 01:00;A;2;y~2025-01-01 02:00;A;2;y|ROWS TIME",
        "tid;hus;kWh;note~2025-01-01 00:00;B;1;x~2025-01-01 01:00;B;2;y|PLACES! PLACES",
        "tid;hus;kWh;note~2025-01-01 00:00;A;1;x~2025-01-01 01:00;B;2;y|PLACES",
        "tid;hus;kWh;note~2025-01-01 00:00;A;low;x~2025-01-01 01:00;A;high;y|TYPE!",
        "note;kWh;hus;tid~x;1;A;2025-01-01 00:00~y;2;A;2025-01-01 01:00|"})
    void changedSourcesTellWhatChanged(String rows, String kinds) throws Exception {
        TableSource table = Runs.table(folder, "a.csv", "tid;hus;kWh;note~2025-01-01 00:00;A;1;x~2025-01-01 01:00;A;2;y");
        ImportRecipe recipe = Runs.run(Runs.recipe(table), table).recipe();
        TableSource now = Runs.table(folder, "b.csv", rows);
        SourceShape shape = SourceShape.of(now);
        if (SourceChanges.between(recipe, shape).stream().noneMatch(SourceChange::blocking)) {
            shape = SourceShape.of(now, Survey.of(recipe, now, Progress.NONE));
        }
        List<SourceChange> changes = SourceChanges.between(recipe, shape);
        assertThat(changes.stream().map(c -> c.kind() + (c.blocking() ? "!" : "")).collect(Collectors.joining(" "))).isEqualTo(kinds == null ? "" : kinds);
        assertThat(changes).allSatisfy(c -> assertThat(c.sentence()).isNotBlank());
        boolean sameForm = changes.stream().noneMatch(c -> c.kind().name().startsWith("COLUMN") || c.kind() == SourceChange.Kind.TYPE || c.kind() == SourceChange.Kind.UNIT);
        if (!rows.startsWith("note")) {
            assertThat(shape.fingerprint().equals(recipe.shape().fingerprint())).isEqualTo(sameForm);
        }
    }

    @Test
    void recipesOfFormatsWithoutOptionsAreReadAgain() throws Exception {
        TableSource table = Runs.table(folder, "s.jsonl", "{\"sensor\":\"a\",\"position\":{\"x\":674005,\"y\":6580005},\"time\":\"2025-01-01T00:00:00Z\",\"kWh\":1}"
                + "~{\"sensor\":\"a\",\"position\":{\"x\":674005,\"y\":6580005},\"time\":\"2025-01-01T01:00:00Z\",\"kWh\":2}");
        ImportRecipe recipe = Runs.recipe(table);
        assertThat(recipe.of(ColumnRole.EAST)).extracting(ColumnUse::column).containsExactly("position.x");
        assertThat(recipe.of(ColumnRole.NORTH)).extracting(ColumnUse::column).containsExactly("position.y");
        assertThat(RecipeJson.read(RecipeJson.write(recipe), "r.json")).isEqualTo(recipe);
        Path file = Files.write(folder.resolve("r.json"), RecipeJson.write(recipe));
        assertThat(RecipeJson.isRecipe(file)).isTrue();
        assertThat(RecipeJson.isRecipe(table.file())).isFalse();
        assertThat(RecipeJson.isRecipe(folder.resolve("none.json"))).isFalse();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        // columns before | columns now | left out | columns of values after it, with place or time | kinds
        "tid;M1 [kWh];M2 [kWh]|tid;M1 [kWh];M2 [kWh];M3 [kWh]||M1@M1 M2@M2 M3@M3|COLUMN_NEW",
        "tid;M1 [kWh];M2 [kWh]|tid;M3 [kWh];M2 [kWh]||M2@M2 M3@M3|COLUMN_GONE COLUMN_NEW",
        "tid;M1 [kWh];M2 [kWh];M3 [kWh]|tid;M1 [kWh];M2 [kWh];M3 [kWh]|M3|M1@M1 M2@M2|",
        "tid;M1 [kWh];M2 [kWh]|tid;X1 [kWh];X2 [kWh]||M1@M1 M2@M2|COLUMN_RENAMED! COLUMN_RENAMED!",
        "hus;2025-01;2025-02;2025-03|hus;2025-01;2025-02;2025-03;2025-04||2025-01@2025-01-01 2025-02@2025-02-01 2025-03@2025-03-01 2025-04@2025-04-01|COLUMN_NEW",
        "hus;2025-01;2025-02;2025-03|hus;2025-02;2025-03;2025-04||2025-02@2025-02-01 2025-03@2025-03-01 2025-04@2025-04-01|COLUMN_GONE COLUMN_NEW",
        // quantities are chosen by a person
        "tid;el [kWh];temp [°C]|tid;el [kWh];temp [°C];vind [m/s]||el@ temp@|COLUMN_NEW"})
    void newPlacesAndTimesToTheSideComeIn(String before, String now, String out, String values, String kinds) throws Exception {
        TableSource table = Runs.table(folder, "a.csv", sideways(before));
        ImportRecipe recipe = Runs.recipe(table).withShape(SourceShape.of(table));
        if (out != null) {
            recipe = recipe.withUse(ColumnUse.of(out, ColumnRole.IGNORE));
        }
        TableSource grown = Runs.table(folder, "b.csv", sideways(now));
        ImportRecipe fitted = Repeat.of(recipe, grown);
        assertThat(fitted.of(ColumnRole.VALUE).stream().map(u -> u.column() + "@" + u.place() + u.time()).collect(Collectors.joining(" "))).isEqualTo(values);
        assertThat(fitted.of(ColumnRole.VALUE)).extracting(ColumnUse::unit).allMatch(u -> before.contains("temp") || u.equals(before.startsWith("tid") ? "kWh" : ""));
        assertThat(SourceChanges.between(recipe, fitted, SourceShape.of(grown)).stream().map(c -> c.kind() + (c.blocking() ? "!" : "")).collect(Collectors.joining(" ")))
                .isEqualTo(kinds == null ? "" : kinds);
    }

    /** Three rows under headers. */
    private static String sideways(String headers) {
        int columns = headers.split(";").length;
        StringBuilder rows = new StringBuilder(headers);
        for (int row = 0; row < 3; row++) {
            rows.append('~').append(headers.startsWith("tid") ? "2025-01-01 0" + row + ":00" : "Hus " + row);
            for (int column = 1; column < columns; column++) {
                rows.append(';').append(10 * row + column);
            }
        }
        return rows.toString();
    }

    @Test
    void whatIsReadAgainTellsWhatChangedAndIsRefusedWhereItNoLongerFits() throws Exception {
        TableSource table = Runs.table(folder, "a.csv", "tid;M1 [kWh];M2 [kWh]~2025-01-01 00:00;1;2~2025-01-01 01:00;2;3");
        ImportRecipe recipe = Runs.run(Runs.recipe(table), table).recipe();
        Runs.table(folder, "a.csv", "tid;M1 [kWh];M2 [kWh];M3 [kWh]~2025-01-01 00:00;1;2;4~2025-01-01 01:00;2;3;5~2025-01-01 02:00;2;3;6");
        ImportOutcome outcome = ImportRun.again(recipe, Twin.EMPTY, Progress.NONE);
        assertThat(outcome.series().get(0).keys()).containsExactly("M1", "M2", "M3");
        assertThat(outcome.diagnostics()).extracting(Diagnostic::message).anyMatch(m -> m.contains("1 new column comes in like the others: M3"))
                .anyMatch(m -> m.contains("2 rows before, 3 now"));
        Runs.table(folder, "a.csv", "tid;M1 [MWh];M2 [MWh]~2025-01-01 00:00;1;2~2025-01-01 01:00;2;3");
        assertThatThrownBy(() -> ImportRun.again(recipe, Twin.EMPTY, Progress.NONE)).isInstanceOf(AssistException.class).hasMessageContaining("no longer fits").hasMessageContaining("MWh");
    }

    @Test
    void incompleteRecipesSayWhatIsMissing() throws Exception {
        TableSource table = Runs.table(folder, "a.csv", "tid;hus;kWh~2025-01-01 00:00;A;1~2025-01-01 01:00;A;2");
        ImportRecipe recipe = Runs.recipe(table);
        assertThatThrownBy(() -> Runs.run(recipe.withColumns(List.of(ColumnUse.of("tid", ColumnRole.TIME))), table)).isInstanceOf(AssistException.class);
        assertThatThrownBy(() -> Runs.run(recipe.withUse(ColumnUse.value("nothing", "", "", "")), table)).isInstanceOf(AssistException.class).hasMessageContaining("nothing");
        assertThatThrownBy(() -> ImportRun.open(recipe.withPath(folder.resolve("gone.csv").toString()))).isInstanceOf(AssistException.class).hasMessageContaining("gone.csv");
        assertThatThrownBy(() -> run(recipe.withJoin(JoinRule.coordinates("houses", "EPSG:3006", 5)), table, new Town().house("A").twin())).isInstanceOf(AssistException.class);
    }

    @Test
    void theFirstRowsShowWhatTheyWouldGive() throws Exception {
        TableSource table = Runs.table(folder, "a.csv", "tid;hus;kWh~2025-01-01 00:00;A;1~nonsense;A;2~2025-01-01 02:00;B;x");
        ImportRecipe recipe = Runs.recipe(Runs.table(folder, "c.csv", "tid;hus;kWh~2025-01-01 00:00;A;1~2025-01-01 01:00;A;2~2025-01-01 00:00;B;1"));
        List<RowPreview.Line> lines = RowPreview.of(recipe, table, 10);
        assertThat(lines).hasSize(3);
        assertThat(lines.get(0).time()).hasToString("Optional[2024-12-31T23:00:00Z]");
        assertThat(lines.get(0).values()).containsExactly(new RowPreview.Value("A", "energy", 1, "kWh"));
        assertThat(lines.get(1).values()).isEmpty();
        assertThat(lines.get(2).values()).isEmpty();
        assertThat(RowPreview.of(recipe, table, 1)).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        // real file, place, quantity, unit, intervals, sum worked out with awk from the file's text
        "energy/demand.csv, X2, heat, kWh, 8760, 1641603.5982",
        "energy/demand.csv, X1, electricity, kWh, 8760, 7161.4990",
        "energy/test_usage_data.xml, 5446AF3F, electricity, Wh, 1340, 1391666"})
    void realTablesGiveTheirSums(String name, String place, String quantity, String unit, int count, double sum) throws Exception {
        Path file = TableCases.real(name);
        Assumptions.assumeTrue(file != null);
        TableSource table = TableFormats.open(file).tables().get(0);
        ImportOutcome outcome = Runs.run(Runs.recipe(table), table);
        Optional<SeriesTable> series = outcome.series().stream().filter(s -> s.quantity().equals(quantity)).findFirst();
        assertThat(series).isPresent();
        assertThat(series.get().unit()).isEqualTo(unit);
        assertThat(series.get().axis().count()).isEqualTo(count);
        int index = List.of(series.get().keys()).indexOf(place);
        double total = 0;
        for (float v : series.get().trace(index)) {
            total += v;
        }
        assertThat(total).isCloseTo(sum, within(sum * 1e-6));
    }
}
