package org.kvarter.ui.loading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.kvarter.model.Bounds;
import org.kvarter.model.District;
import org.kvarter.model.FeatureTable;
import org.kvarter.model.Layer;
import org.kvarter.model.LayerKind;
import org.kvarter.model.SourceRef;
import org.kvarter.model.VectorLayer;
import org.kvarter.ui.Districts;
import org.locationtech.jts.geom.Geometry;

class FarAwayTest {

    private static Layer at(double east) {
        return new VectorLayer("new", "Delft", LayerKind.AREAS, new SourceRef("t", "", "t", "", ""), FeatureTable.empty(), new Geometry[0],
                new Bounds(east, 0, 0, east + 100, 100, 10), List.of());
    }

    private static District with(Layer added) {
        District small = Districts.small();
        List<Layer> layers = new ArrayList<>(small.layers());
        layers.add(added);
        return new District(small.name(), small.frame(), layers);
    }

    @Test
    void aLayerInAnotherCountryIsNoticed() {
        Locale.setDefault(Locale.Category.DISPLAY, Locale.UK);
        Layer far = at(-800_100);
        assertThat(FarAway.find(with(far), List.of(far))).contains(far);
        assertThat(FarAway.sentence(with(far), List.of(far), far)).isEqualTo("Delft lies 800\u00a0km from the district. The view stays here.");
        Layer antipode = at(84_000_000);
        assertThat(FarAway.sentence(with(antipode), List.of(antipode), antipode)).contains("lies more than 3");
        Layer near = at(5_000);
        assertThat(FarAway.find(with(near), List.of(near))).isEmpty();
        assertThat(FarAway.find(new District("", null, List.of(far)), List.of(far))).as("nothing was there before").isEmpty();
    }
}
