package org.kvarter.mesh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.kvarter.importing.Subsets;
import org.kvarter.model.ImageSource;
import org.kvarter.model.PolygonSet;
import org.kvarter.model.PolygonSetBuilder;
import org.kvarter.model.SurfaceKind;
import org.kvarter.model.Texture;

/** Wherever triangles go, their corners stay at their place on the picture: here u = x / 10 and v = z / 5. */
class TexturingTest {

    private static final Texture BRICK = texture("brick");
    private static final Texture GLASS = texture("glass");

    private static Texture texture(String name) {
        return new Texture(name, new ImageSource.InMemory(new byte[0], 0, 0));
    }

    private static void wall(PolygonSetBuilder set, int feature, Texture texture, double y, double... xz) {
        for (int i = 0; i < xz.length; i += 2) {
            set.corner(set.vertex(xz[i], y, xz[i + 1]), (float) (xz[i] / 10), (float) (xz[i + 1] / 5));
        }
        set.endRing();
        set.endPolygon(feature, SurfaceKind.WALL, 0);
        if (texture != null) {
            set.texture(texture);
        }
    }

    private static TileMesh only(PolygonSet set, int features) {
        List<TileMesh> tiles = new ArrayList<>();
        MeshPlan plan = MeshPlan.of(set, features);
        for (int piece = 0; piece < plan.size(); piece++) {
            tiles.addAll(plan.mesh(piece, 0, new MeshIssues()));
        }
        assertThat(tiles).hasSize(1);
        return tiles.get(0);
    }

    private static void assertPlaced(TileMesh tile) {
        for (int part = 0; part < tile.parts().size(); part++) {
            if (tile.texturing().of()[part] < 0) {
                continue;
            }
            for (int c = 3 * tile.firstTriangle(part); c < 3 * tile.partTriangleEnds()[part]; c++) {
                int at = 3 * tile.corners()[c];
                assertThat(tile.texturing().uv()[2 * c]).isCloseTo(tile.points()[at] / 10, within(1e-6f));
                assertThat(tile.texturing().uv()[2 * c + 1]).isCloseTo(tile.points()[at + 2] / 5, within(1e-6f));
            }
        }
    }

    @Property(tries = 60)
    void cornersKeepTheirPlace(@ForAll @IntRange(min = 3, max = 70) int corners, @ForAll boolean clockwise, @ForAll boolean repeated) {
        PolygonSetBuilder set = new PolygonSetBuilder();
        wall(set, 0, null, 3, 0, 0, 1, 0, 1, 1);
        List<Double> ring = new ArrayList<>();
        for (int i = 0; i < corners; i++) {
            double angle = 2 * Math.PI * (clockwise ? -i : i) / corners;
            double radius = i % 2 == 0 ? 10 : 6;
            for (int times = 0; times < (repeated && i % 3 == 0 ? 2 : 1); times++) {
                ring.add(radius * Math.cos(angle));
                ring.add(radius * Math.sin(angle));
            }
        }
        wall(set, 0, BRICK, 0, ring.stream().mapToDouble(d -> d).toArray());

        TileMesh tile = only(set.build(), 1);

        assertThat(tile.triangleCount()).isGreaterThan(corners / 2);
        assertThat(tile.texturing().of()).containsExactly(-1, 0);
        assertPlaced(tile);
    }

    @Test
    void oneWallOfTwoPicturesIsTwoPartsAndOneOfNoPictureAThird() {
        PolygonSetBuilder set = new PolygonSetBuilder();
        wall(set, 0, BRICK, 0, 0, 0, 1, 0, 1, 1, 0, 1);
        wall(set, 0, GLASS, 0, 1, 0, 2, 0, 2, 1, 1, 1);
        wall(set, 0, BRICK, 0, 2, 0, 3, 0, 3, 1, 2, 1);
        wall(set, 0, null, 0, 3, 0, 4, 0, 4, 1, 3, 1);

        TileMesh tile = only(set.build(), 1);

        assertThat(tile.texturing().of()).containsExactly(0, 1, -1);
        assertThat(tile.partTriangleEnds()).containsExactly(4, 6, 8);
        assertPlaced(tile);
    }

    @Test
    void aCubeThatFacesInwardsIsTurnedWithItsPictures() {
        PolygonSetBuilder set = new PolygonSetBuilder();
        int[] v = new int[8];
        for (int i = 0; i < 8; i++) {
            v[i] = set.vertex(i & 1, i >> 1 & 1, i >> 2);
        }
        for (int[] face : new int[][] {{0, 1, 3, 2}, {4, 6, 7, 5}, {0, 4, 5, 1}, {2, 3, 7, 6}, {0, 2, 6, 4}, {1, 5, 7, 3}}) {
            for (int corner : face) {
                set.corner(v[corner], (corner & 1) / 10f, (corner >> 2) / 5f);
            }
            set.endRing();
            set.endPolygon(0, SurfaceKind.WALL, 0);
            set.texture(BRICK);
        }

        TileMesh tile = only(set.build(), 1);

        assertThat(Solids.volume(tile)).isCloseTo(1, within(1e-6));
        assertPlaced(tile);
    }

    @Test
    void partsOfASetKeepTheirPictures() {
        PolygonSetBuilder set = new PolygonSetBuilder();
        wall(set, 0, BRICK, 0, 0, 0, 1, 0, 1, 1);
        wall(set, 1, GLASS, 0, 1, 0, 3, 0, 3, 2, 1, 2);
        wall(set, 2, null, 0, 5, 0, 6, 0, 6, 2);

        PolygonSet swapped = Subsets.polygons(set.build(), new int[] {-1, 1, 0}, 2);

        assertThat(swapped.texturing().of()).containsExactly(-1, 1);
        assertPlaced(only(swapped, 2));
    }

    @Test
    void fromAfarThereAreNoPictures() {
        PolygonSetBuilder set = new PolygonSetBuilder();
        wall(set, 0, BRICK, 0, 0, 0, 1, 0, 1, 1);
        wall(set, 0, BRICK, 2, 0, 0, 1, 0, 1, 1);

        assertThat(Simplification.of(only(set.build(), 1), 0.5).texturing()).isNull();
    }
}
