package org.kvarter.importing.ifc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kvarter.importing.ReadOptions;
import org.kvarter.importing.RecordingSink;
import org.kvarter.importing.SolidBatch;
import org.kvarter.mesh.MeshIssues;
import org.kvarter.mesh.MeshPlan;
import org.kvarter.mesh.TileMesh;
import org.kvarter.model.FeatureTable;
import org.kvarter.model.PolygonSet;

/** IFC files of others against what web-ifc 0.0.78 makes of them, and against the quantities they state themselves. */
class RealIfcTest {

    private static final Path FOLDER = Path.of("../shared/realdata/ifc");

    @BeforeEach
    void hereAndInEnglish() {
        assumeTrue(Files.isDirectory(FOLDER), "real data is not here");
        Locale.setDefault(Locale.Category.DISPLAY, Locale.ENGLISH);
    }

    private static RecordingSink read(String file) throws Exception {
        return RecordingSink.read(new IfcImporter(), FOLDER.resolve(file), ReadOptions.DEFAULT);
    }

    /**
     * web-ifc counts elements and the ground of the site, not rooms and openings: our layers {@code elements} and {@code site}. Triangles
     * differ by how arcs and faces are cut: web-ifc cuts circles finer (FZK's door handles and railings) and leaves faces in patches
     * around openings, where ours have holes.
     */
    @ParameterizedTest
    @CsvSource({"AC20-FZK-Haus.ifc, 83, 21722", "Duplex_A_20110907_georeferenced.ifc, 215, 26774", "LargeBuilding.ifc, 114, 35482"})
    void hasAsManyElementsWithGeometryAsWebIfc(String file, int elements, int triangles) throws Exception {
        int with = 0;
        int cut = 0;
        for (SolidBatch batch : read(file).solids) {
            if (batch.layer().equals("elements") || batch.layer().equals("site")) {
                BitSet rows = new BitSet();
                for (int feature : batch.polygons().polygonFeature()) {
                    rows.set(feature);
                }
                with += rows.cardinality();
                cut += triangles(batch);
            }
        }
        assertThat(with).isEqualTo(elements);
        assertThat(cut).isBetween((int) (0.75 * triangles), (int) (1.1 * triangles));
    }

    private static int triangles(SolidBatch batch) {
        double[] v = batch.polygons().vertices();
        double east = v[0];
        double north = v[1];
        for (int i = 0; i < v.length; i += 3) {
            v[i] -= east;
            v[i + 1] -= north;
        }
        MeshPlan plan = MeshPlan.of(batch.polygons(), batch.features().size());
        int count = 0;
        for (int piece = 0; piece < plan.size(); piece++) {
            count += plan.mesh(piece, 0, new MeshIssues()).stream().mapToInt(TileMesh::triangleCount).sum();
        }
        return count;
    }

    /** ARCHICAD states each wall's net volume: openings, slopes and what its layers make of it must come out the same. */
    @Test
    void wallsOfTheFzkHouseHaveTheVolumeTheFileStates() throws Exception {
        SolidBatch batch = read("AC20-FZK-Haus.ifc").solids("elements");
        FeatureTable features = batch.features();
        PolygonSet set = atOrigin(batch.polygons());
        int compared = 0;
        for (int row = 0; row < features.size(); row++) {
            if (features.types()[row].equals("IfcWallStandardCase")
                    && features.attributes().value("BaseQuantities.NetVolume", row) instanceof Double stated) {
                assertThat(IfcModelReading.volume(set, row)).as(features.ids()[row]).isCloseTo(stated, within(0.01 * stated + 1e-3));
                compared++;
            }
        }
        assertThat(compared).isEqualTo(13);
    }

    private static PolygonSet atOrigin(PolygonSet set) {
        double[] v = set.vertices();
        double east = v[0];
        double north = v[1];
        for (int i = 0; i < v.length; i += 3) {
            v[i] -= east;
            v[i + 1] -= north;
        }
        return set;
    }

    /** The file's own point list lies between these State Plane feet; heights come in metres. */
    @Test
    void keepsUsSurveyFeet() throws Exception {
        RecordingSink sink = read("pass-grf005-unit_conversion_factor.ifc");

        assertThat(sink.description.crs()).hasValue("EPSG:2240");
        assertThat(sink.solids("site").polygons().bounds().minEast()).isBetween(1_920_390.0, 1_930_390.0);
        assertThat(sink.solids("site").polygons().bounds().minUp()).isBetween(215.0, 225.0);
    }
}
