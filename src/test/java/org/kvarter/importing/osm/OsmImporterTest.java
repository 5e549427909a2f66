package org.kvarter.importing.osm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kvarter.importing.ImportException;
import org.kvarter.importing.ReadOptions;
import org.kvarter.importing.RecordingSink;
import org.kvarter.importing.SolidBatch;
import org.kvarter.importing.SoundReading;
import org.kvarter.importing.SourceHead;
import org.kvarter.importing.VectorBatch;
import org.kvarter.model.FeatureTable;
import org.kvarter.model.LayerKind;

class OsmImporterTest {

    private static final OsmImporter IMPORTER = new OsmImporter();

    @TempDir
    Path folder;

    @BeforeEach
    void english() {
        Locale.setDefault(Locale.Category.DISPLAY, Locale.ENGLISH);
    }

    private RecordingSink read(OsmDraft draft) throws Exception {
        return read(draft, ReadOptions.DEFAULT);
    }

    private RecordingSink read(OsmDraft draft, ReadOptions options) throws Exception {
        Path file = Files.writeString(folder.resolve("a.osm"), draft.xml());
        SoundReading.of(IMPORTER, file, options);
        return RecordingSink.read(IMPORTER, file, options);
    }

    private static VectorBatch vectors(RecordingSink sink, String layer) {
        return sink.vectors.stream().filter(b -> b.layer().equals(layer)).findFirst().orElseThrow();
    }

    private static Object value(FeatureTable table, String column, String id) {
        return table.attributes().value(column, table.indexOf(id));
    }

    @ParameterizedTest
    @ValueSource(strings = {"osm", "pbf", "raw pbf", "osm.gz"})
    void readsAllForms(String form) throws Exception {
        OsmDraft draft = OsmDraft.sound();
        Path file = folder.resolve("a." + form.replace(' ', '.'));
        switch (form) {
            case "osm" -> Files.writeString(file, draft.xml());
            case "osm.gz" -> {
                ByteArrayOutputStream out = new ByteArrayOutputStream();
                try (java.util.zip.GZIPOutputStream gzip = new java.util.zip.GZIPOutputStream(out)) {
                    gzip.write(draft.xml().getBytes(java.nio.charset.StandardCharsets.UTF_8));
                }
                Files.write(file, out.toByteArray());
            }
            default -> Files.write(file, draft.pbf(form.equals("pbf")));
        }
        assertThat(IMPORTER.probe(SourceHead.of(file))).isEqualTo(1);
        RecordingSink sink = RecordingSink.read(IMPORTER, file, ReadOptions.DEFAULT);

        assertThat(sink.description.crs()).contains("OGC:CRS84");
        SolidBatch buildings = sink.solids("buildings");
        assertThat(buildings.features().ids()).containsExactly("way/10");
        assertThat(value(buildings.features(), "height", "way/10")).isEqualTo(10.0);
        // 20 × 10 m, eaves at 6 m, ridge at 10 m; places are rounded to 10⁻⁷ degrees, a centimetre
        assertThat(Solids.volume(buildings.polygons(), 0)).isCloseTo(1600, within(4.0));
        VectorBatch streets = vectors(sink, "streets");
        assertThat(streets.kind()).isEqualTo(LayerKind.STREETS);
        assertThat(value(streets.features(), "name", "way/11")).isEqualTo("Åvägen");
        assertThat(value(streets.features(), "width_m", "way/11")).isEqualTo(6.5);
        assertThat(vectors(sink, "trees").features().ids()).containsExactly("node/5");
        assertThat(vectors(sink, "trees").geometries()[0].getCoordinate().y).isCloseTo(OsmDraft.PLANE.lat(30), within(1e-7));
    }

    /** Two outer rings, one with a courtyard in which a third outer ring lies; rings of two ways each; the outlines' own tags count once. */
    @Test
    void assemblesMultipolygons() throws Exception {
        OsmDraft draft = new OsmDraft().node(1, 0, 0).node(2, 40, 0).node(3, 40, 40).node(4, 0, 40)
                .way(1, "1 2 3", "building=yes").way(2, "1 4 3").box(3, 5, 5, 35, 35).box(4, 15, 15, 25, 25, "building=yes").box(5, 50, 0, 60, 10)
                .relation(9, List.of("w2 outer", "w5 outer", "w4 outer", "w3 inner", "w1 outer"), "type=multipolygon", "building=yes", "height=2");
        RecordingSink sink = read(draft);

        assertThat(sink.solids("buildings").features().ids()).containsExactly("relation/9");
        assertThat(Solids.volume(sink.solids("buildings").polygons(), 0)).isCloseTo(2 * (1600 - 900 + 100 + 100), within(6.0));
    }

    @Test
    void partsReplaceTheirOutline() throws Exception {
        OsmDraft draft = new OsmDraft().box(1, 0, 0, 20, 20, "building=yes", "height=99").box(2, 0, 0, 10, 20, "building:part=yes", "height=5")
                .box(3, 10, 0, 20, 20, "building:part=yes", "height=8", "min_height=4").box(4, 30, 0, 40, 10, "building=yes", "height=3");
        SolidBatch buildings = read(draft).solids("buildings");

        assertThat(buildings.features().ids()).containsExactly("way/1", "way/2", "way/3", "way/4");
        assertThat(buildings.features().parents()).containsExactly(-1, 0, 0, -1);
        assertThat(buildings.features().types()).containsExactly("Building", "BuildingPart", "BuildingPart", "Building");
        assertThat(Solids.volume(buildings.polygons(), 0)).isZero();
        assertThat(Solids.volume(buildings.polygons(), 1)).isCloseTo(1000, within(4.0));
        assertThat(Solids.volume(buildings.polygons(), 2)).isCloseTo(800, within(4.0));
        assertThat(Solids.volume(buildings.polygons(), 3)).isCloseTo(300, within(2.0));
    }

    @Test
    void aRelationTiesPartsThatLieOutside() throws Exception {
        OsmDraft draft = new OsmDraft().box(1, 0, 0, 10, 10, "building=yes").box(2, 10, 0, 20, 10, "building:part=yes", "height=5")
                .relation(3, List.of("w1 outline", "w2 part"), "type=building");

        assertThat(read(draft).solids("buildings").features().parents()).containsExactly(-1, 0);
    }

    /** What floats without an outline hangs on the lowest part it touches. */
    @Test
    void partsWithoutOutlineStandTogether() throws Exception {
        OsmDraft draft = new OsmDraft().box(1, 0, 0, 10, 10, "building:part=yes", "height=20", "min_height=10")
                .box(2, 5, 0, 15, 10, "building:part=yes", "height=10").box(3, 50, 0, 60, 10, "building:part=yes", "height=4");
        FeatureTable table = read(draft).solids("buildings").features();

        assertThat(table.ids()).containsExactly("way/2", "way/1", "way/3");
        assertThat(table.parents()).containsExactly(-1, 0, -1);
    }

    @Test
    void tellsWhatLiesOutsideTheExtract() throws Exception {
        OsmDraft draft = new OsmDraft().node(1, 0, 0).node(2, 9, 0).node(3, 9, 9).way(1, "1 2 77 3", "highway=path").way(2, "1 2 3 77 1", "building=yes")
                .way(3, "1 2 3 1", "natural=water").relation(4, List.of("w99 outer"), "type=multipolygon", "landuse=forest");
        RecordingSink sink = read(draft);

        assertThat(vectors(sink, "streets").geometries()[0].getNumPoints()).isEqualTo(3);
        assertThat(vectors(sink, "water").features().ids()).containsExactly("way/3");
        assertThat(sink.diagnostics).extracting(d -> d.object()).contains("way/1", "way/2", "relation/4");
        assertThat(sink.solids).isEmpty();
    }

    @Test
    void keepsTheCommonestTagsAndPutsTheRestTogether() throws Exception {
        OsmDraft draft = new OsmDraft().node(1, 0, 0).node(2, 9, 0);
        String[] common = new String[TagColumns.MOST];
        common[0] = "highway=path";
        for (int i = 1; i < common.length; i++) {
            common[i] = "key" + i + "=" + i;
        }
        String[] more = java.util.Arrays.copyOf(common, common.length + 2);
        more[common.length] = "rare=a";
        more[common.length + 1] = "note=b";
        FeatureTable table = vectors(read(draft.way(1, "1 2", common).way(2, "2 1", more)), "streets").features();

        assertThat(table.attributes().columns()).hasSize(TagColumns.MOST + 2);
        assertThat(value(table, TagColumns.REST, "way/2")).isEqualTo("rare=a; note=b");
        assertThat(value(table, "key7", "way/2")).isEqualTo("7");
    }

    @Test
    void readsOnlyWhatIsAskedFor() throws Exception {
        double[] box = {OsmDraft.PLANE.lon(25), OsmDraft.PLANE.lat(25), OsmDraft.PLANE.lon(35), OsmDraft.PLANE.lat(35)};
        RecordingSink sink = read(OsmDraft.sound(), new ReadOptions(Optional.empty(), Optional.of(box), Map.of("layers", "trees,buildings")));

        assertThat(sink.solids).isEmpty();
        assertThat(sink.vectors).extracting(VectorBatch::layer).containsExactly("trees");
    }

    @Test
    void takesHeightsFromTheSettings() throws Exception {
        OsmDraft draft = new OsmDraft().box(1, 0, 0, 10, 10, "building=yes").box(2, 20, 0, 30, 10, "building=yes", "building:levels=2");
        SolidBatch batch = read(draft, new ReadOptions(Optional.empty(), Optional.empty(), Map.of("defaultHeight", "7", "metresPerStorey", "4")))
                .solids("buildings");

        assertThat(Solids.volume(batch.polygons(), 0)).isCloseTo(700, within(4.0));
        assertThat(Solids.volume(batch.polygons(), 1)).isCloseTo(800, within(4.0));
        Path file = Files.writeString(folder.resolve("b.osm"), draft.xml());
        assertThatThrownBy(() -> RecordingSink.read(IMPORTER, file, new ReadOptions(Optional.empty(), Optional.empty(), Map.of("defaultHeight", "-1"))))
                .isInstanceOf(ImportException.class).hasMessageContaining("b.osm").hasMessageContaining("-1");
    }

    @Test
    void refusesWhatItCannotReadByName() throws Exception {
        ByteArrayOutputStream history = new ByteArrayOutputStream();
        OsmDraft.blob(history, "OSMHeader", new OsmDraft.Proto().text(4, "OsmSchema-V0.6").text(4, "HistoricalInformation").bytes(), true);
        assertRefused("a.osm.pbf", history.toByteArray(), "HistoricalInformation");
        ByteArrayOutputStream bomb = new ByteArrayOutputStream();
        bomb.writeBytes(new byte[] {0x7F, 0x7F, 0x7F, 0x7F});
        assertRefused("b.osm.pbf", bomb.toByteArray(), "damaged");
        assertRefused("c.osm", "<osm version='0.6'></osm>".getBytes(java.nio.charset.StandardCharsets.UTF_8), "no nodes");
        String entity = "<?xml version='1.0'?><!DOCTYPE osm [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><osm>&x;<node id='1' lat='1' lon='1'/></osm>";
        assertRefused("d.osm", entity.getBytes(java.nio.charset.StandardCharsets.UTF_8), "damaged");
    }

    private void assertRefused(String name, byte[] bytes, String words) throws Exception {
        Path file = Files.write(folder.resolve(name), bytes);
        assertThatThrownBy(() -> RecordingSink.read(IMPORTER, file, ReadOptions.DEFAULT)).isInstanceOf(ImportException.class)
                .hasMessageContaining(name).hasMessageContaining(words);
    }

    /** The Siegessäule without its statue: its drums are parts of one outline, the highest (way 103812715) ends at 58.59 m. */
    @Test
    void buildsTheSiegessaeuleOfItsParts() throws Exception {
        Path real = Path.of("../shared/realdata/gis-vector/berlin-siegessaeule.osm");
        assumeTrue(Files.exists(real), "real data is not here");
        RecordingSink sink = RecordingSink.read(IMPORTER, real, ReadOptions.DEFAULT);

        SolidBatch buildings = sink.solids("buildings");
        // the parts of the column and of the gatehouses: all but the outlines have walls
        assertThat(buildings.features().parents()).contains(-1, 0);
        assertThat(Solids.highest(buildings.polygons())).isCloseTo(58.59, within(1e-9));
        assertThat(sink.diagnostics).noneMatch(d -> d.severity() == org.kvarter.model.Severity.ERROR);
    }
}
