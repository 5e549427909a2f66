package org.kvarter.session.loading;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kvarter.geo.CoordinateSystems;
import org.kvarter.importing.ReadOptions;
import org.kvarter.importing.models.Glb;
import org.kvarter.importing.pipeline.ImportPipeline;
import org.kvarter.importing.pipeline.ImportRequest;
import org.kvarter.model.FeatureKey;
import org.kvarter.model.Layer;
import org.kvarter.project.ProjectStore;
import org.kvarter.session.Change;
import org.kvarter.session.SelectFeatures;
import org.kvarter.session.Session;
import org.kvarter.task.InlineTasks;

/** A tileset of two halves, of which only one fits in its fine form: the one that the eye is near. */
class TileRefinementTest {

    private static final double FOCAL = 1000;

    @TempDir
    Path folder;

    private final Session session = new Session();
    private DistrictLoader loader;
    private TileRefinement refinement;

    @BeforeEach
    void open() throws Exception {
        Locale.setDefault(Locale.Category.DISPLAY, Locale.ENGLISH);
        CoordinateSystems systems = new CoordinateSystems();
        loader = new DistrictLoader(session, InlineTasks.create(), new ImportPipeline(ImportPipeline.discover(), systems, Runnable::run),
                new ProjectStore(folder.resolve("unpacked")));
        refinement = new TileRefinement(session, loader, InlineTasks.create(), systems, ImportPipeline.discover());
        for (String name : new String[] {"west", "east", "westfine", "eastfine"}) {
            Files.write(folder.resolve(name + ".glb"), new Glb().triangle().bytes("\"nodes\":[{\"mesh\":0,\"name\":\"" + name + "\"}]," + Glb.TRIANGLE_MESH));
        }
        String half = "{\"geometricError\":20,\"transform\":[1,0,0,0,0,1,0,0,0,0,1,0,%s,0,0,1],\"boundingVolume\":{\"box\":[0,0,0,10,0,0,0,10,0,0,0,10]},"
                + "\"content\":{\"uri\":\"%s.glb\"},\"children\":[{\"geometricError\":0,\"content\":{\"uri\":\"%sfine.glb\"}}]}";
        Path tileset = Files.writeString(folder.resolve("tileset.json"), "{\"asset\":{\"version\":\"1.0\"},\"geometricError\":100,\"root\":{"
                + "\"geometricError\":100,\"refine\":\"REPLACE\",\"children\":[" + String.format(half, -1000, "west", "west") + ","
                + String.format(half, 1000, "east", "east") + "]}}");
        String room = String.valueOf((Files.size(folder.resolve("west.glb")) + Files.size(folder.resolve("westfine.glb"))) / (double) (1 << 20));
        loader.add(List.of(ImportRequest.of(tileset).withCrs(ImportRequest.LOCAL)
                .withOptions(new ReadOptions(Optional.empty(), Optional.empty(), Map.of("megabytes", room, "error", "1")))));
        session.undo().markSaved();
    }

    private Layer layer() {
        return session.district().layers().get(0);
    }

    private List<String> shown() {
        return List.of(layer().features().ids());
    }

    private void restAt(double east) {
        double zero = session.district().frame().toLocalEast(0);
        refinement.rest(new double[] {east + zero, session.district().frame().toLocalNorth(0), 0}, FOCAL);
    }

    private void select(String id) {
        session.selection().clear();
        session.selection().add(new FeatureKey(layer().id(), shown().indexOf(id)));
    }

    private String selected() {
        return session.selection().stream().map(k -> shown().get(k.row())).findFirst().orElse("");
    }

    @Test
    void finerTilesComeWhereTheEyeRests() {
        assertThat(shown()).as("no eye yet").containsExactlyInAnyOrder("westfine", "east");
        restAt(900);
        assertThat(shown()).containsExactlyInAnyOrder("west", "eastfine");
        restAt(0);
        assertThat(shown()).as("not worth it").containsExactlyInAnyOrder("west", "eastfine");
        restAt(-900);
        assertThat(shown()).containsExactlyInAnyOrder("westfine", "east");
        restAt(900);
        assertThat(shown()).containsExactlyInAnyOrder("west", "eastfine");
        assertThat(session.meshes().get(layer().id()).partCount()).isEqualTo(((org.kvarter.model.SolidLayer) layer()).partCount());
        assertThat(session.undo().dirtyProperty().get()).as("nobody has to save that").isFalse();
        assertThat(session.sources()).singleElement().satisfies(s -> assertThat(s.settings()).as("opens as it is seen").containsKey("view"));
    }

    @Test
    void oneStepTakesBackAllThatTheEyeBrought() {
        restAt(900);
        select("west");
        restAt(-900);
        SelectFeatures.only(session, List.of());
        restAt(900);
        assertThat(session.undo().undoTitleProperty().get()).contains("finer tiles");
        session.undo().undo();
        assertThat(shown()).as("as it was opened").containsExactlyInAnyOrder("westfine", "east");
        restAt(900);
        assertThat(shown()).as("what can be done again is not lost by looking around").containsExactlyInAnyOrder("westfine", "east");
        session.undo().redo();
        assertThat(shown()).containsExactlyInAnyOrder("west", "eastfine");
    }

    @Test
    void stepsOfAPersonStayBetween() {
        restAt(900);
        session.undo().perform(Change.of("rename", () -> { }, () -> { }));
        restAt(-900);
        session.undo().undo();
        assertThat(shown()).containsExactlyInAnyOrder("west", "eastfine");
        session.undo().undo();
        session.undo().undo();
        assertThat(shown()).containsExactlyInAnyOrder("westfine", "east");
    }

    @Test
    void whatIsSelectedStaysSelectedAsLongAsItIsThere() {
        select("westfine");
        restAt(900);
        assertThat(selected()).isEmpty();
        select("west");
        restAt(900);
        assertThat(selected()).isEqualTo("west");
    }

    @Test
    void whatIsHiddenIsNotRead() {
        session.styles().put(layer().id(), session.style(layer().id()).withVisible(false));
        restAt(900);
        assertThat(shown()).containsExactlyInAnyOrder("westfine", "east");
    }
}
