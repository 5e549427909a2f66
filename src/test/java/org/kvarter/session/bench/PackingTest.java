package org.kvarter.session.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kvarter.assist.ImportRecipe;
import org.kvarter.session.assist.ImportedTable;
import org.kvarter.analysis.DataBook;
import org.kvarter.analysis.DataRecord;
import org.kvarter.analysis.DerivedColumn;
import org.kvarter.analysis.Privacy;
import org.kvarter.model.LocalFrame;
import org.kvarter.project.ProjectDocument;
import org.kvarter.project.ProjectSource;
import org.kvarter.project.ProjectStore;
import org.kvarter.series.SeriesTable;
import org.kvarter.series.csv.CsvFormat;
import org.kvarter.series.csv.CsvSeriesReader;
import org.kvarter.series.store.SeriesOrigin;
import org.kvarter.series.csv.SeriesSource;
import org.kvarter.series.csv.TimeFormat;
import org.kvarter.session.Session;
import org.kvarter.session.loading.SessionDocument;
import org.kvarter.task.Progress;
import org.kvarter.ui.Districts;

class PackingTest {

    @TempDir
    Path folder;

    private ProjectStore store() {
        return new ProjectStore(folder.resolve("unpacked"));
    }

    private SeriesSource source(Path file) {
        return new SeriesSource("el", "Electricity", "electricity", file.toString(), new CsvFormat("UTF-8", ',', false, 0, CsvFormat.Layout.WIDE, 0, -1, -1, "Europe/Stockholm",
                TimeFormat.ISO, CsvFormat.Label.INTERVAL_START, "kWh"), Bench.HOUSES, "");
    }

    private Session session(Path file) {
        Session session = Bench.session();
        SeriesTable t = Bench.electricity();
        session.series().remove(Bench.ELECTRICITY);
        session.seriesSources().put("el", source(file));
        session.series().put("el", new SeriesTable("el", "Electricity", "electricity", "kWh", t.axis(), t.keys(), t.values()));
        session.dataBookProperty().set(DataBook.EMPTY.with(DataRecord.of("el").withPersonal(true)).with(new Privacy(5, Map.of(Bench.HOUSES, "households"))));
        return session;
    }

    /** Only e1 has five households; the sum of the others is one column, so that the district's sum stays true. */
    @Test
    void aPersonalSeriesIsPackedAsSums() throws Exception {
        Path file = folder.resolve("el.csv");
        Files.writeString(file, "time,w1,w2,w3,e1,e2,o\n2025-01-01T00:00:00+01:00,1.25,2,3,4,5,6\n");
        Session session = session(file);
        new Workings(session, Districts.inline()).put(new DerivedColumn(Bench.HOUSES, "annual", "", "total(Electricity)"));
        Packing.Packed packed = Packing.of(session, SessionDocument.of(session)).write(folder);
        assertThat(packed.told()).hasSize(2).first().asString().contains("Electricity").contains("5");
        SeriesSource told = packed.document().series().get(0);
        assertThat(told.file()).isNotEqualTo(file.toString());
        SeriesTable read = CsvSeriesReader.read(Path.of(told.file()), ((SeriesOrigin.CsvFile) told.origin()).format(), "el", "x", "x", Progress.NONE).table();
        assertThat(read.places()).isEqualTo(2);
        assertThat(read.keys()[0]).isEqualTo("e1");
        assertThat(read.values()).containsExactly(4, 17, 8, 34, 12, 51);
        assertThat(read.axis().start()).isEqualTo(Bench.electricity().axis().start());
        assertThat(packed.document().dataBook().record("el").personal()).as("what is left may be told").isFalse();
        assertThat(packed.document().dataBook().columns()).as("reckoned from personal data").isEmpty();
        Path kvarter = folder.resolve("p.kvarter");
        store().save(packed.document(), kvarter, Progress.NONE);
        assertThat(contents(kvarter)).doesNotContain("1.25").contains("34");
    }

    /** Whatever saves a package: a file with personal data does not come into it. */
    @Test
    void noPackageHoldsAPersonalFile() throws Exception {
        Path series = folder.resolve("el.csv");
        Path houses = folder.resolve("houses.geojson");
        Path blocks = folder.resolve("blocks.geojson");
        Files.writeString(series, "time,w1\n2025-01-01T00:00:00+01:00,1.25\n");
        Files.writeString(houses, "{\"type\":\"FeatureCollection\",\"features\":[],\"secret\":1}");
        Files.writeString(blocks, "{\"type\":\"FeatureCollection\",\"features\":[]}");
        ProjectDocument document = new ProjectDocument(ProjectDocument.VERSION, "P", new LocalFrame("EPSG:3011", 0, 0, 0),
                List.of(ProjectSource.of(houses.toString()).withLayers(List.of("houses")), ProjectSource.of(blocks.toString()).withLayers(List.of("blocks"))), List.of(), List.of(),
                List.of(), "", List.of(source(series)), null, "", "FADE", List.of());
        Path open = folder.resolve("open.kvarter");
        store().save(document, open, Progress.NONE);
        assertThat(contents(open)).contains("1.25").contains("secret");
        Path guarded = folder.resolve("guarded.kvarter");
        store().save(document.withDataBook(DataBook.EMPTY.with(DataRecord.of("el").withPersonal(true)).with(DataRecord.of("houses/heat").withPersonal(true))), guarded, Progress.NONE);
        assertThat(contents(guarded)).doesNotContain("1.25").doesNotContain("secret").contains("FeatureCollection");
        assertThat(store().open(guarded, Progress.NONE).document().sources()).as("opens with what is left").hasSize(1);
    }

    /** A table that a recipe reads again holds single households whatever its series are told as. */
    @Test
    void aPersonalTableStaysAtHomeAndItsSeriesGoAsSums() throws Exception {
        Path file = folder.resolve("meters.csv");
        Files.writeString(file, "id,time,kWh\nw1,2025-01-01T00:00:00+01:00,1.25\n");
        Path open = folder.resolve("blocks.csv");
        Files.writeString(open, "id,floors\nwest,3\n");
        Session session = Bench.session();
        session.series().remove(Bench.ELECTRICITY);
        SeriesTable t = Bench.electricity();
        SeriesTable metered = new SeriesTable("meters", "Metered", "electricity", "kWh", t.axis(), t.keys(), t.values());
        ImportRecipe recipe = recipe("meters", file, Bench.HOUSES).withPersonal(true);
        ImportRecipe other = recipe("floors", open, Bench.BLOCKS);
        session.imported().put("meters", new ImportedTable(recipe, List.of(metered), session.layer(Bench.HOUSES).orElseThrow().features().ids(), List.of()));
        session.imported().put("floors", new ImportedTable(other, List.of(), new String[0], List.of()));
        session.series().put("meters", metered);
        session.dataBookProperty().set(DataBook.EMPTY.with(DataRecord.of("meters").withPersonal(true)).with(new Privacy(5, Map.of(Bench.HOUSES, "households"))));
        ProjectDocument document = SessionDocument.of(session);
        assertThat(document.recipes()).hasSize(2);
        Packing packing = Packing.of(session, document);
        assertThat(packing.told()).anySatisfy(s -> assertThat(s).contains("meters")).noneSatisfy(s -> assertThat(s).contains("floors"));
        ProjectDocument packed = packing.write(folder).document();
        assertThat(packed.recipes()).extracting(ImportRecipe::id).containsExactly("floors");
        assertThat(packed.series()).extracting(SeriesSource::seriesId).containsExactly("meters");
        Path kvarter = folder.resolve("p.kvarter");
        store().save(packed, kvarter, Progress.NONE);
        assertThat(contents(kvarter)).contains("floors").doesNotContain("1.25").doesNotContain("meters.csv");
        Path whoever = folder.resolve("q.kvarter");
        store().save(document, whoever, Progress.NONE);
        assertThat(contents(whoever)).as("whoever saves it").contains("floors").doesNotContain("1.25");
    }

    private static ImportRecipe recipe(String id, Path file, String layer) {
        return new ImportRecipe(ImportRecipe.VERSION, id, id, file.toString(), "", null, null, List.of(), null, null,
                org.kvarter.assist.JoinRule.district().withLayer(layer), "", "", false);
    }

    @Test
    void theProjectsOwnFileKeepsNamingItsFiles() throws Exception {
        Path series = folder.resolve("el.csv");
        Files.writeString(series, "time,w1\n2025-01-01T00:00:00+01:00,1.25\n");
        Session session = session(series);
        Path file = folder.resolve("p.json");
        store().save(SessionDocument.of(session), file, Progress.NONE);
        assertThat(store().open(file, Progress.NONE).document().series()).hasSize(1);
        assertThat(Files.readString(file)).doesNotContain("1.25");
    }

    private static String contents(Path zip) throws Exception {
        StringBuilder all = new StringBuilder();
        try (ZipFile file = new ZipFile(zip.toFile())) {
            for (var entry : java.util.Collections.list(file.entries())) {
                all.append(entry.getName()).append('\n').append(new String(file.getInputStream(entry).readAllBytes(), java.nio.charset.StandardCharsets.UTF_8));
            }
        }
        return all.toString();
    }
}
