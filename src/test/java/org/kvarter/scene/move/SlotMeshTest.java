package org.kvarter.scene.move;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import javafx.application.Platform;
import javafx.scene.Group;
import javafx.scene.shape.CullFace;
import javafx.scene.shape.MeshView;
import javafx.scene.shape.TriangleMesh;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Slots in chunks of 64, 64, 128, 256 … 4,096: what of them is written, and when. */
class SlotMeshTest {

    private final SlotMesh mesh = new SlotMesh(3, 1, new int[] {0, 1, 2}, new int[] {0, 0, 0}, CullFace.NONE);

    @BeforeAll
    static void toolkit() {
        try {
            Platform.startup(() -> Platform.setImplicitExit(false));
        } catch (IllegalStateException alreadyRunning) {
            // another test class has started it
        }
    }

    private List<MeshView> chunks() {
        return ((Group) mesh.view()).getChildren().stream().map(MeshView.class::cast).toList();
    }

    private float first(int chunk) {
        return ((TriangleMesh) chunks().get(chunk).getMesh()).getPoints().get(0);
    }

    private void write(float value) {
        Arrays.fill(mesh.points(), value);
    }

    @Test
    void fewTakeASmallMeshAndManySeveralOnes() {
        mesh.reserve(10);
        assertThat(chunks()).hasSize(1);
        mesh.reserve(50_000);
        assertThat(chunks().stream().mapToInt(v -> ((TriangleMesh) v.getMesh()).getPoints().size() / 9)).startsWith(64, 64, 128, 256, 512, 1024, 2048, 4096)
                .endsWith(4096).allMatch(n -> n <= 4096);
        assertThat(mesh.points()).hasSizeGreaterThanOrEqualTo(50_000 * 9);
    }

    @Test
    void aFrameWritesTheChunksThatAreDueAndTheNextOneTheOthers() {
        mesh.reserve(200);
        write(1);
        mesh.show(200, c -> true);
        write(2);
        mesh.show(200, c -> c % 2 == 0);
        assertThat(new float[] {first(0), first(1), first(2)}).containsExactly(2, 1, 2);
        mesh.show(200, c -> c % 2 == 1);
        assertThat(new float[] {first(0), first(1), first(2)}).containsExactly(2, 2, 2);
    }

    @Test
    void whatIsNoLongerUsedIsGoneAtOnce() {
        mesh.reserve(200);
        write(1);
        mesh.show(200, c -> true);
        mesh.show(70, c -> false);
        assertThat(chunks().get(2).isVisible()).isFalse();
        mesh.show(70, c -> true);
        TriangleMesh second = (TriangleMesh) chunks().get(1).getMesh();
        assertThat(second.getPoints().get(5 * 9)).isEqualTo(1);
        assertThat(second.getPoints().get(6 * 9)).as("slot 70").isZero();
    }
}
