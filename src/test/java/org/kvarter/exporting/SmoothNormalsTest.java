package org.kvarter.exporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kvarter.geo.CoordinateSystems;
import org.kvarter.importing.pipeline.ImportListener;
import org.kvarter.importing.pipeline.ImportPipeline;
import org.kvarter.importing.pipeline.ImportRequest;
import org.kvarter.importing.pipeline.ImportResult;
import org.kvarter.mesh.LayerMesh;
import org.kvarter.mesh.Solids;
import org.kvarter.mesh.TileMesh;
import org.kvarter.model.AttributeTable;
import org.kvarter.model.Bounds;
import org.kvarter.model.District;
import org.kvarter.model.FeatureTable;
import org.kvarter.model.LayerKind;
import org.kvarter.model.LocalFrame;
import org.kvarter.model.SolidLayer;
import org.kvarter.model.SourceRef;
import org.kvarter.model.SurfaceKind;
import org.kvarter.task.Progress;

/** Normals of shapes whose true normals are known: a dome's run to its middle, a roof's stay upright on it. */
class SmoothNormalsTest {

    private static final double RADIUS = 5;

    @TempDir
    Path folder;

    /** A half ball of quadrangles, sixteen rings of thirty-two. */
    private static Solids dome() {
        Solids solids = new Solids().feature();
        int rings = 16;
        int around = 32;
        for (int r = 0; r < rings; r++) {
            for (int k = 0; k < around; k++) {
                double[] a = ball(r, k, rings, around);
                double[] b = ball(r, k + 1, rings, around);
                double[] c = ball(r + 1, k + 1, rings, around);
                double[] d = ball(r + 1, k, rings, around);
                solids.polygon(SurfaceKind.ROOF, r == rings - 1 ? join(a, b, c) : join(a, b, c, d));
            }
        }
        return solids;
    }

    private static double[] ball(int ring, int k, int rings, int around) {
        double up = Math.PI / 2 * ring / rings;
        double turn = 2 * Math.PI * (k % around) / around;
        double out = ring == rings ? 0 : Math.cos(up);
        return new double[] {RADIUS * out * Math.cos(turn), RADIUS * out * Math.sin(turn), RADIUS * Math.sin(up)};
    }

    private static double[] join(double[]... corners) {
        double[] ring = new double[3 * corners.length];
        for (int c = 0; c < corners.length; c++) {
            System.arraycopy(corners[c], 0, ring, 3 * c, 3);
        }
        return ring;
    }

    private static double[] circle(int sides) {
        double[] ring = new double[2 * sides];
        for (int k = 0; k < sides; k++) {
            ring[2 * k] = RADIUS * Math.cos(2 * Math.PI * k / sides);
            ring[2 * k + 1] = RADIUS * Math.sin(2 * Math.PI * k / sides);
        }
        return ring;
    }

    private static TileMesh tile(Solids solids) {
        List<TileMesh> tiles = solids.mesh().tiles();
        assertThat(tiles).hasSize(1);
        return tiles.get(0);
    }

    /** Cosine between the normal of a corner and a direction out of the axis, or out of the middle, through the corner. */
    private static double cosine(TileMesh tile, float[] normals, int corner, boolean round) {
        int at = 3 * tile.corners()[corner];
        double[] p = {tile.points()[at], tile.points()[at + 1], round ? tile.points()[at + 2] : 0};
        double length = Math.sqrt(p[0] * p[0] + p[1] * p[1] + p[2] * p[2]);
        return (p[0] * normals[3 * corner] + p[1] * normals[3 * corner + 1] + p[2] * normals[3 * corner + 2]) / length;
    }

    private static void allUnit(float[] normals) {
        for (int c = 0; c < normals.length; c += 3) {
            assertThat(Math.sqrt(normals[c] * normals[c] + normals[c + 1] * normals[c + 1] + normals[c + 2] * normals[c + 2])).isCloseTo(1, within(1e-5));
        }
    }

    @Test
    void aDomesNormalsRunOutOfItsMiddle() {
        TileMesh tile = tile(dome());
        float[] normals = SmoothNormals.of(tile, 0, tile.parts().size());
        allUnit(normals);
        double[] flat = new double[1];
        for (int c = 0; c < tile.corners().length; c++) {
            // At its foot a dome has nothing below it that would bring the mean level: half a facet, 2.8°, is left.
            assertThat(cosine(tile, normals, c, true)).isGreaterThan(Math.cos(Math.toRadians(3.2)));
            flat[0] = Math.max(flat[0], 1 - cosine(tile, flat(tile), c, true));
        }
        assertThat(flat[0]).describedAs("facets alone are further off").isGreaterThan(1 - Math.cos(Math.toRadians(4.5)));
    }

    private static float[] flat(TileMesh tile) {
        float[] normals = new float[3 * tile.corners().length];
        for (int part = 0; part < tile.parts().size(); part++) {
            for (int c = 3 * tile.firstTriangle(part); c < 3 * tile.partTriangleEnds()[part]; c++) {
                System.arraycopy(tile.parts().normals(), 3 * part, normals, 3 * c, 3);
            }
        }
        return normals;
    }

    @ParameterizedTest
    @ValueSource(ints = {12, 24, 48})
    void aColumnsWallIsRoundAndItsEndsAreFlat(int sides) {
        TileMesh tile = tile(new Solids().feature().prism(circle(sides), 0, 3));
        float[] normals = SmoothNormals.of(tile, 0, tile.parts().size());
        allUnit(normals);
        int walls = 0;
        for (int part = 0; part < tile.parts().size(); part++) {
            boolean wall = tile.parts().kindOf(part) == SurfaceKind.WALL;
            for (int c = 3 * tile.firstTriangle(part); c < 3 * tile.partTriangleEnds()[part]; c++) {
                if (wall) {
                    assertThat(cosine(tile, normals, c, false)).isCloseTo(1, within(1e-5));
                    walls++;
                } else {
                    assertThat(Math.abs(normals[3 * c + 2])).isCloseTo(1, within(1e-6f));
                }
            }
        }
        assertThat(walls).isEqualTo(6 * sides);
    }

    /** An octagon is meant to have edges, and roofs of ten degrees meet at a ridge. */
    @Test
    void whatHasEdgesKeepsThem() {
        Solids roofs = new Solids().feature();
        double h = 5 * Math.tan(Math.toRadians(10));
        roofs.polygon(SurfaceKind.ROOF, new double[] {0, 0, 0, 20, 0, 0, 15, 5, h, 5, 5, h}).polygon(SurfaceKind.ROOF, new double[] {20, 0, 0, 20, 10, 0, 15, 5, h})
                .polygon(SurfaceKind.ROOF, new double[] {20, 10, 0, 0, 10, 0, 5, 5, h, 15, 5, h}).polygon(SurfaceKind.ROOF, new double[] {0, 10, 0, 0, 0, 0, 5, 5, h});
        for (Solids solids : List.of(roofs, new Solids().feature().prism(circle(8), 0, 3), new Solids().box(0, 0, 0, 5, 5, 5))) {
            TileMesh tile = tile(solids);
            assertThat(SmoothNormals.of(tile, 0, tile.parts().size())).containsExactly(flat(tile), within(1e-6f));
        }
    }

    @Test
    void theFileHasThemAndIsReadAgain() throws Exception {
        LayerMesh mesh = dome().mesh();
        TileMesh tile = mesh.tiles().get(0);
        SolidLayer layer = new SolidLayer("dome", "Dome", LayerKind.BUILDINGS, new SourceRef("dome", "", "Dome", "", ""),
                FeatureTable.flat(new String[] {"D"}, "Building", AttributeTable.empty(1)), new float[6], tile.bounds(), 0, List.of());
        Scene scene = new Scene(new District("Here", new LocalFrame("", 0, 0, 0), List.of(layer)), Map.of("dome", mesh), List.of(layer), key -> true,
                (l, parts, part) -> 0xFFCC2010);
        Path out = folder.resolve("dome.glb");
        ExportFormat.GLB.write(scene, out, Progress.NONE);

        ByteBuffer file = ByteBuffer.wrap(Files.readAllBytes(out)).order(ByteOrder.LITTLE_ENDIAN);
        byte[] text = new byte[file.getInt(12)];
        file.get(20, text);
        JsonNode json = new ObjectMapper().readTree(text);
        JsonNode attributes = json.path("meshes").path(0).path("primitives").path(0).path("attributes");
        JsonNode positions = json.path("accessors").path(attributes.path("POSITION").asInt());
        JsonNode normals = json.path("accessors").path(attributes.path("NORMAL").asInt());
        int stride = json.path("bufferViews").path(0).path("byteStride").asInt();
        int bin = 20 + text.length + 8;
        for (int c = 0; c < normals.path("count").asInt(); c++) {
            double along = 0;
            double length = 0;
            double out2 = 0;
            for (int k = 0; k < 3; k++) {
                double p = file.getFloat(bin + positions.path("byteOffset").asInt() + c * stride + 4 * k);
                double n = file.getFloat(bin + normals.path("byteOffset").asInt() + c * stride + 4 * k);
                along += p * n;
                length += n * n;
                out2 += p * p;
            }
            assertThat(length).isCloseTo(1, within(1e-4));
            assertThat(along / Math.sqrt(out2)).isGreaterThan(Math.cos(Math.toRadians(3.2)));
        }

        ImportResult again = new ImportPipeline(ImportPipeline.discover(), new CoordinateSystems(), Runnable::run)
                .run(List.of(ImportRequest.of(out).withCrs(ImportRequest.LOCAL)), District.EMPTY, ImportListener.NONE, Progress.NONE);
        assertThat(again.layers()).singleElement().satisfies(l -> {
            assertThat(l.mesh().orElseThrow().tiles().stream().mapToInt(TileMesh::triangleCount).sum()).isEqualTo(tile.triangleCount());
            Bounds box = l.mesh().orElseThrow().tiles().get(0).bounds();
            assertThat(box.height()).isCloseTo(RADIUS, within(1e-3));
        });
    }
}
