package org.kvarter.exporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kvarter.TestPictures;
import org.kvarter.geo.CoordinateSystems;
import org.kvarter.importing.pipeline.ImportListener;
import org.kvarter.importing.pipeline.ImportPipeline;
import org.kvarter.importing.pipeline.ImportRequest;
import org.kvarter.importing.pipeline.ImportResult;
import org.kvarter.importing.pipeline.ImportedLayer;
import org.kvarter.mesh.TileMesh;
import org.kvarter.model.District;
import org.kvarter.task.Progress;

/** A box whose front wall (y = 0) has a picture laid by u = x / 10 and v = z / 10, its back wall another in a format glTF does not know. */
class GlbPicturesTest {

    private static final String MODEL = """
            mtllib box.mtl
            v 0 0 0
            v 10 0 0
            v 10 0 10
            v 0 0 10
            v 0 8 0
            v 10 8 0
            v 10 8 10
            v 0 8 10
            vt 0 0
            vt 1 0
            vt 1 1
            vt 0 1
            o box
            usemtl front
            f 1/1 2/2 3/3 4/4
            usemtl back
            f 6/1 5/2 8/3 7/4
            usemtl plain
            f 4 3 7 8
            """;

    @TempDir
    Path folder;

    private static ImportResult run(Path file) {
        return new ImportPipeline(ImportPipeline.discover(), new CoordinateSystems(), Runnable::run)
                .run(List.of(ImportRequest.of(file).withCrs(ImportRequest.LOCAL)), District.EMPTY, ImportListener.NONE, Progress.NONE);
    }

    private static TileMesh only(ImportResult result) {
        List<TileMesh> tiles = result.layers().stream().flatMap(l -> l.mesh().stream()).flatMap(m -> m.tiles().stream()).toList();
        assertThat(tiles).hasSize(1);
        return tiles.get(0);
    }

    private ImportResult box(boolean withBack) throws Exception {
        TestPictures.write(folder.resolve("front.png"), new int[] {0xFFAA3322, 0xFF112233});
        if (withBack) {
            javax.imageio.ImageIO.write(new java.awt.image.BufferedImage(3, 2, java.awt.image.BufferedImage.TYPE_INT_RGB), "gif", folder.resolve("back.gif").toFile());
        }
        Files.writeString(folder.resolve("box.mtl"), "newmtl front\nmap_Kd front.png\nnewmtl back\nmap_Kd back.gif\nnewmtl plain\nKd 0.8 0.1 0.1\n");
        return run(Files.writeString(folder.resolve("box.obj"), "# z up\n" + MODEL));
    }

    private static Scene scene(ImportResult result) {
        return new Scene(result.district(), result.layers().stream().filter(l -> l.mesh().isPresent())
                .collect(Collectors.toMap(l -> l.layer().id(), l -> l.mesh().get())), result.layers().stream().map(ImportedLayer::layer).toList(),
                key -> true, (layer, parts, part) -> 0xFFCC2010);
    }

    @Test
    void picturesAndTheirPlacesComeBack() throws Exception {
        Path out = folder.resolve("out.glb");
        ExportReport report = ExportFormat.GLB.write(scene(box(true)), out, Progress.NONE);
        TileMesh again = only(run(out));

        assertThat(report.triangles()).isEqualTo(6);
        assertThat(again.texturing().textures()).hasSize(2);
        int placed = 0;
        for (int part = 0; part < again.parts().size(); part++) {
            int number = again.texturing().of()[part];
            for (int c = 3 * again.firstTriangle(part); number >= 0 && c < 3 * again.partTriangleEnds()[part]; c++) {
                boolean back = again.parts().normals()[3 * part + 1] > 0;
                float across = again.points()[3 * again.corners()[c]] - again.bounds().minEast() == 0 ? 0 : 1;
                double up = (again.points()[3 * again.corners()[c] + 2] - again.bounds().minUp()) / 10;
                assertThat(again.texturing().uv()[2 * c]).isCloseTo(back ? 1 - across : across, within(1e-6f));
                assertThat(again.texturing().uv()[2 * c + 1]).isCloseTo((float) (1 - up), within(1e-6f));
                placed++;
            }
        }
        assertThat(placed).isEqualTo(12);
        List<String> heads = again.texturing().textures().stream().map(t -> {
            try (InputStream in = t.image().open()) {
                return new String(in.readNBytes(4), 1, 3, java.nio.charset.StandardCharsets.US_ASCII);
            } catch (java.io.IOException e) {
                return e.toString();
            }
        }).toList();
        assertThat(heads).containsOnly("PNG");
    }

    @Test
    void aPictureThatIsGoneMeanwhileLeavesItsSurfacesTheirColour() throws Exception {
        ImportResult box = box(true);
        Files.delete(folder.resolve("front.png"));
        Files.delete(folder.resolve("back.gif"));
        Path out = folder.resolve("out.glb");
        ExportReport report = ExportFormat.GLB.write(scene(box), out, Progress.NONE);
        assertThat(report.triangles()).isEqualTo(6);
        assertThat(only(run(out)).texturing()).isNull();
    }
}
