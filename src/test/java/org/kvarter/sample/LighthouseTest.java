package org.kvarter.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.kvarter.importing.ReadOptions;
import org.kvarter.importing.RecordingSink;
import org.kvarter.importing.SolidBatch;
import org.kvarter.importing.gltf.GltfImporter;
import org.kvarter.model.LayerKind;
import org.kvarter.sample.beacon.Lighthouse;
import org.locationtech.jts.geom.Geometry;

/** The lighthouse is read with its picture and its glass, and stands on the sea bed at the end of a pier. */
class LighthouseTest {
    private static RecordingSink read;
    private static SolidBatch batch;

    @BeforeAll
    static void read() throws Exception {
        read = RecordingSink.read(new GltfImporter(), Path.of("models/lindhamn-lighthouse.glb"),
                new ReadOptions(Optional.empty(), Optional.empty(), Map.of("kind", "other")));
        batch = read.solids.get(0);
    }

    @Test
    void isReadWithoutAComplaintWithItsPictureAndItsGlass() throws Exception {
        assertThat(read.diagnostics).isEmpty();
        assertThat(batch.kind()).isEqualTo(LayerKind.OTHER);
        assertThat(batch.polygons().texturing().textures()).hasSize(1);
        assertThat(Arrays.stream(batch.polygons().texturing().of()).filter(t -> t >= 0).count()).as("24 sides of three drums, two triangles each").isEqualTo(144);
        BufferedImage image;
        try (InputStream picture = batch.polygons().texturing().textures().get(0).image().open()) {
            image = ImageIO.read(picture);
        }
        assertThat(new int[] {image.getRGB(1, 2) & 0xFFFFFF, image.getRGB(1, 30) & 0xFFFFFF}).as("red above white").containsExactly(0xBA7465, 0xF2EADC);
        assertThat(Arrays.stream(batch.polygons().polygonArgb()).filter(c -> c >>> 24 > 0 && c >>> 24 < 255).count()).as("panes of the lantern").isEqualTo(24);
    }

    @Test
    void nodesStandWhereTheirTransformsPutThem() {
        assertThat(IntStream.range(0, batch.features().size()).filter(i -> batch.features().ids()[i].startsWith("Railing post")).count()).isEqualTo(16);
        var box = batch.polygons().bounds();
        assertThat(box.maxUp()).isEqualTo(Lighthouse.TOP, org.assertj.core.api.Assertions.within(1e-4));
        assertThat(box.maxEast() - box.minEast()).isBetween(2 * Lighthouse.RADIUS, 2 * Lighthouse.RADIUS + 0.8);
    }

    @Test
    void standsOnTheSeaBedAndHoldsThePier() {
        var c = Newcomers.lighthouse(Designed.DISTRICT.plan);
        assertThat(Designed.DISTRICT.terrain.at(c.x, c.y)).as("sea bed").isBetween(batch.polygons().bounds().minUp(), -1.0);
        Geometry base = Shapes.point(c).buffer(Lighthouse.RADIUS);
        assertThat(Designed.DISTRICT.waterside.footprint().intersection(base).getArea()).as("the pier's end lies on it").isGreaterThan(0.5);
        assertThat(Designed.DISTRICT.waterside.all().stream().filter(s -> s.function().equals("boat")).flatMap(s -> s.solid().faces().stream())
                .flatMap(f -> f.ring().stream())).noneSatisfy(p -> assertThat(p.distance(c)).isLessThan(Lighthouse.RADIUS + 0.3));
    }
}
