package org.kvarter.scene.tile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Group;
import org.junit.jupiter.api.Test;
import org.kvarter.mesh.TileMesh;
import org.kvarter.mesh.light.LightBaker;
import org.kvarter.model.LayerKind;
import org.kvarter.scene.Blocks;
import org.kvarter.scene.FxStage;
import org.kvarter.scene.Theme;
import org.kvarter.scene.camera.CameraControl;
import org.kvarter.scene.camera.CameraPose;
import org.kvarter.scene.camera.Projection;
import org.kvarter.scene.palette.LayerLook;
import org.kvarter.scene.palette.Palette;
import org.kvarter.task.InlineTasks;
import org.kvarter.task.InlineTasks;
import org.kvarter.task.Tasks;

/** What becomes of a tile whose triangles do not fit into memory. */
class TileDetailTest {

    private static final Projection VIEW = new Projection(new CameraPose(0, -100, 10, 0, 0), 200, 100, CameraControl.FIELD_OF_VIEW);

    private final List<Throwable> unhandled = new ArrayList<>();
    private final Tasks tasks = new Tasks(null, InlineTasks.catching(unhandled::add), null, null, Runnable::run);
    private final MeshPool pool = new MeshPool();
    private final TileMesh mesh = new Blocks().box(-10, -10, 20, 20, 20).tile();
    private int asked;

    @Test
    void aTileThatDoesNotFitIsToldOnceAndTheSceneSettlesWithoutIt() {
        FxStage.start();
        FxStage.run(() -> {
            SolidLayerScene layer = new SolidLayerScene("l", LayerLook.of(Theme.LIGHT, LayerKind.BUILDINGS), new Palette(), pool,
                    new SolidGroups(new Group(), new Group()), InlineTasks.create());
            SolidTile tile = new SolidTile(mesh, pool.take(mesh), LightBaker.direct(mesh, new double[] {0, 0, 1}));
            layer.tiles().add(tile);
            TileDetail detail = new TileDetail(tasks, pool, (t, d) -> {
                asked++;
                throw new OutOfMemoryError("on purpose");
            });
            detail.grow();
            for (int frame = 0; frame < 5; frame++) {
                detail.frame(VIEW, List.of(layer));
            }
            assertThat(asked).as("asked for once, not in every frame").isEqualTo(1);
            assertThat(unhandled).hasSize(1);
            assertThat(tile.awaited()).isNull();
            assertThat(detail.isGrowing()).isFalse();
            assertThat(detail.isSharp()).isTrue();
        });
    }
}
