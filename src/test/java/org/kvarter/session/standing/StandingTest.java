package org.kvarter.session.standing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.BitSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kvarter.mesh.LayerMesh;
import org.kvarter.mesh.Solids;
import org.kvarter.model.AttributeTable;
import org.kvarter.model.Bounds;
import org.kvarter.model.District;
import org.kvarter.model.FeatureTable;
import org.kvarter.model.Layer;
import org.kvarter.model.LayerKind;
import org.kvarter.model.LocalFrame;
import org.kvarter.model.SolidLayer;
import org.kvarter.model.SourceRef;
import org.kvarter.model.Stance;
import org.kvarter.project.ProjectLayer;
import org.kvarter.scenario.Pair;
import org.kvarter.session.Session;
import org.kvarter.text.LocalText;

/** Two old houses, of which the first makes room for two variants of a new one. */
class StandingTest {

    private final Session session = new Session();
    private final Variants variants = new Variants(session);
    private final Standing standing = new Standing();

    @BeforeEach
    void district() {
        session.districtProperty().set(new District("Small", new LocalFrame("EPSG:3011", 0, 0, 0), List.of()));
        add("old", LayerKind.BUILDINGS, new Solids().box(0, 0, 0, 10, 10, 9).box(50, 0, 0, 60, 10, 9).mesh(), 2);
        add("timber", LayerKind.BUILDINGS, new Solids().box(-2, -2, 0, 12, 12, 20).mesh(), 1);
        add("brick", LayerKind.BUILDINGS, new Solids().box(-2, -2, 0, 12, 12, 30).mesh(), 1);
    }

    private void add(String id, LayerKind kind, LayerMesh mesh, int n) {
        String[] ids = java.util.stream.IntStream.range(0, n).mapToObj(i -> id + i).toArray(String[]::new);
        FeatureTable table = FeatureTable.flat(ids, "Building", AttributeTable.empty(n));
        Bounds box = mesh.tiles().stream().map(t -> t.bounds()).reduce(Bounds.EMPTY, Bounds::union);
        session.meshes().put(id, mesh);
        session.districtProperty().set(session.district().with(new SolidLayer(id, LocalText.of(id), kind, new SourceRef(id, "", "", "", ""), table, new float[6 * n], box,
                mesh.partCount(), List.of())));
    }

    private Layer layer(String id) {
        return session.layer(id).orElseThrow();
    }

    private Map<String, BitSet> covered() {
        return standing.covered(session.district(), session.meshes(), session::style);
    }

    private void below(String id) {
        session.styles().put(id, session.style(id).withStance(session.style(id).stance().withBelow(Stance.Below.HIDDEN)));
    }

    @Test
    void hidesOldHousesWhileTheModelIsShown() {
        variants.join(layer("brick"), layer("timber"));
        assertThat(covered()).isEmpty();
        below("timber");

        assertThat(covered()).containsOnlyKeys("old");
        assertThat(covered().get("old").stream()).containsExactly(0);
        assertThat(covered()).as("asked again without a change").isSameAs(covered());
        session.styles().put("timber", session.style("timber").withVisible(false));
        assertThat(covered()).isEmpty();
    }

    @Test
    void showsOneVariantAndTheNext() {
        variants.join(layer("brick"), layer("timber"));
        assertThat(variants.places()).containsExactly("timber");
        assertThat(variants.shown("timber")).contains(layer("timber"));
        assertThat(variants.next()).contains(layer("brick"));
        assertThat(session.style("timber").visible()).isFalse();
        assertThat(variants.next()).contains(layer("timber"));
        session.undo().undo();
        assertThat(variants.shown("timber")).contains(layer("brick"));
        session.undo().undo();
        session.undo().undo();
        assertThat(variants.places()).isEmpty();
        assertThat(session.style("brick").visible()).isTrue();
    }

    @Test
    void leavesAPlaceOfTwoAsNone() {
        variants.join(layer("brick"), layer("timber"));
        variants.leave(layer("brick"));

        assertThat(variants.places()).isEmpty();
        assertThat(List.of("brick", "timber")).allMatch(id -> session.style(id).visible());
        assertThat(variants.next()).isEmpty();
    }

    @Test
    void comparesTwoVariantsInTheHalvesOfTheView() {
        variants.join(layer("brick"), layer("timber"));
        variants.compare(layer("timber"), layer("brick"));
        var book = session.scenarios();

        assertThat(book.compared()).isEqualTo(new Pair("variant-brick", Pair.Mode.SPLIT));
        assertThat(session.viewProperty().get().shown("timber")).contains(true);
        assertThat(session.viewProperty().get().shown("brick")).contains(false);
        session.undo().undo();
        assertThat(session.scenarios().scenarios()).isEmpty();
    }

    @Test
    void tellsLayersOfOneTitleApart() {
        session.districtProperty().set(session.district().with(layer("brick").withTitles(LocalText.of("old"))));

        assertThat(variants.name(layer("brick"))).isEqualTo("old (brick)");
        assertThat(variants.name(layer("timber"))).isEqualTo("timber");
    }

    @Test
    void isKeptInTheProject() {
        var style = session.style("timber").withStance(new Stance(Stance.Below.HIDDEN, Stance.Ground.DUG, "corner"));

        assertThat(ProjectLayer.of("timber", LocalText.EMPTY, style).style()).isEqualTo(style);
        assertThat(ProjectLayer.of("timber", LocalText.EMPTY, session.style("timber")).hidesBelow()).isNull();
    }
}
