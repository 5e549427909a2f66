package org.kvarter.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A house of five elements: a wall on each of two floors, a slab between, a roof, and a fence that stands on no storey. */
class StoreysTest {

    private static SolidLayer house(boolean byAttribute) {
        String[] ids = {"roof", "wall1", "wall0", "slab", "fence", "S0", "S1", "S2"};
        String[] types = {"IfcRoof", "IfcWall", "IfcWall", "IfcSlab", "IfcFence", "IfcBuildingStorey", "IfcBuildingStorey", "IfcBuildingStorey"};
        int[] parents = byAttribute ? new int[] {-1, -1, -1, -1, -1, -1, -1, -1} : new int[] {7, 6, 5, 2, -1, -1, -1, -1};
        AttributeTableBuilder attributes = new AttributeTableBuilder();
        if (byAttribute) {
            attributes.set(0, "storey", "Attic");
            attributes.set(1, "storey", "First");
            attributes.set(2, "storey", "Ground");
            attributes.set(3, "storey", "Ground");
        }
        attributes.set(5, "name", "Ground");
        attributes.set(6, "name", "First");
        attributes.set(7, "name", "Attic");
        float nan = Float.NaN;
        float[] boxes = {0, 0, 6, 1, 1, 8, 0, 0, 3, 1, 1, 6, 0, 0, 0, 1, 1, 3, 0, 0, 0.5f, 1, 1, 1, 0, 0, 0, 1, 1, 1,
                nan, nan, nan, nan, nan, nan, nan, nan, nan, nan, nan, nan, nan, nan, nan, nan, nan, nan};
        return new SolidLayer("house", "House", LayerKind.BUILDING_ELEMENTS, new SourceRef("h.ifc", "", "IFC", "", ""),
                new FeatureTable(ids, types, parents, attributes.build(8)), boxes, new Bounds(0, 0, 0, 1, 1, 8), 0, List.of());
    }

    @Test
    void storeysStandFromTheLowestUpWhetherNamedByAttributeOrAbove() {
        for (boolean byAttribute : new boolean[] {true, false}) {
            Storeys storeys = Storeys.of(house(byAttribute));
            assertThat(storeys.names()).containsExactly("Ground", "First", "Attic");
            assertThat(storeys.of()).startsWith(2, 1, 0, 0, -1);
        }
    }

    @Test
    void whatIsHiddenIsAStoreyOrAKindOfElement() {
        SolidLayer house = house(true);
        Storeys storeys = Storeys.of(house);
        StoreyView view = StoreyView.ALL.withStorey("Ground", false).withType("IfcRoof", false);
        assertThat(storeys.hidden(house.features(), view).stream().boxed()).containsExactly(0, 2, 3, 5);
        assertThat(storeys.hidden(house.features(), view.withStorey("Ground", true).withHiddenStoreys(Set.of("Cellar"))).stream().boxed()).containsExactly(0);
        assertThat(storeys.hidden(house.features(), StoreyView.ALL).isEmpty()).isTrue();
    }

    @Test
    void kindsOfElementsAreCounted() {
        assertThat(Storeys.types(house(true))).containsEntry("IfcWall", 2).containsEntry("IfcSlab", 1).hasSize(5);
    }

    @Test
    void aGapIsNeitherNegativeNorBoundless() {
        assertThatThrownBy(() -> StoreyView.ALL.withGap(-1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> StoreyView.ALL.withGap(Double.NaN)).isInstanceOf(IllegalArgumentException.class);
        assertThat(StoreyView.ALL.withGap(3).isAll()).isFalse();
    }
}
