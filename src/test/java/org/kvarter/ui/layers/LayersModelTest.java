package org.kvarter.ui.layers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kvarter.ui.Districts.building;

import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.kvarter.model.Layer;
import org.kvarter.project.ProjectSource;
import org.kvarter.session.Session;
import org.kvarter.ui.Districts;

class LayersModelTest {

    private final Session session = Districts.session();
    private final LayersModel model = new LayersModel(session);
    private final Layer buildings = session.layer("buildings").orElseThrow();

    private List<String> order() {
        return model.layers().stream().map(Layer::id).toList();
    }

    @Test
    void liesTopFirst() {
        assertThat(order()).containsExactly("buildings", "bridges");
    }

    @Test
    void movesDownAndBack() {
        model.move(buildings, 1);
        assertThat(order()).containsExactly("bridges", "buildings");
        session.undo().undo();
        assertThat(order()).containsExactly("buildings", "bridges");
    }

    @Test
    void aDraggedSliderIsOneStepBack() {
        model.setOpacity(buildings, 0.8);
        model.setOpacity(buildings, 0.5);
        model.setOpacity(buildings, 0.2);
        assertThat(session.style("buildings").opacity()).isEqualTo(0.2);
        session.undo().undo();
        assertThat(session.style("buildings").opacity()).isEqualTo(1);
        assertThat(session.undo().undoTitleProperty().get()).isEmpty();
    }

    @Test
    void colourAndVisibilityAreStepsOfTheirOwn() {
        model.setVisible(buildings, false);
        model.setColor(buildings, OptionalInt.of(0xFF123456));
        session.undo().undo();
        assertThat(session.style("buildings").argb()).isEmpty();
        assertThat(session.style("buildings").visible()).isFalse();
    }

    @Test
    void showsOneAloneAndThenAllAgain() {
        model.showOnly(buildings);
        assertThat(session.style("bridges").visible()).isFalse();
        model.showOnly(buildings);
        assertThat(session.style("bridges").visible()).isTrue();
    }

    @Test
    void removedLayerComesBackInItsPlaceWithItsSelection() {
        session.selection().add(building(1));
        session.pinned().add(building(0));
        session.sources().add(ProjectSource.of("/data/small.json").withLayers(List.of("bridges", "buildings")));
        model.remove(buildings);
        assertThat(order()).containsExactly("bridges");
        assertThat(session.selection()).isEmpty();
        assertThat(session.sources().get(0).removed()).containsExactly("buildings");
        session.undo().undo();
        assertThat(order()).containsExactly("buildings", "bridges");
        assertThat(session.selection()).containsExactly(building(1));
        assertThat(session.pinned()).containsExactly(building(0));
        assertThat(session.sources().get(0).removed()).isEmpty();
    }
}
