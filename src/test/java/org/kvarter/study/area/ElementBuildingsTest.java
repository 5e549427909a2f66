package org.kvarter.study.area;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.BitSet;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kvarter.geo.CoordinateSystems;
import org.kvarter.importing.pipeline.ImportListener;
import org.kvarter.importing.pipeline.ImportPipeline;
import org.kvarter.importing.pipeline.ImportRequest;
import org.kvarter.importing.pipeline.ImportResult;
import org.kvarter.importing.pipeline.ImportedLayer;
import org.kvarter.model.District;
import org.kvarter.model.SolidLayer;
import org.kvarter.study.StudySite;
import org.kvarter.task.Progress;

/** The sample's timber houses, 12 × 28 m: each is one building on its slabs, though its features are walls, windows and boards. */
class ElementBuildingsTest {

    @ParameterizedTest
    @CsvSource({"a,3", "b,3"})
    void aModelOfElementsIsOneBuildingOnItsSlabs(String variant, int storeys) {
        ImportResult read = new ImportPipeline(ImportPipeline.discover(), new CoordinateSystems(), Runnable::run).run(
                List.of(ImportRequest.of(Path.of("models/lindhamn-timber-house-" + variant + ".ifc"))), District.EMPTY, ImportListener.NONE, Progress.NONE);
        List<StudySite.Solid> solids = read.layers().stream().filter(l -> l.layer() instanceof SolidLayer && l.mesh().isPresent())
                .map(ElementBuildingsTest::solid).toList();

        List<BuildingArea> buildings = solids.stream().flatMap(s -> BuildingFootprints.of(s, StoreyRule.DEFAULT, Progress.NONE).stream()).toList();

        assertThat(buildings).hasSize(1);
        assertThat(buildings.get(0).storeys()).isEqualTo(new StoreyRule.Storeys(storeys, StoreyRule.From.STOREYS, ""));
        assertThat(buildings.get(0).covered()).isCloseTo(12 * 28, within(0.05 * 12 * 28));
    }

    private static StudySite.Solid solid(ImportedLayer layer) {
        return new StudySite.Solid((SolidLayer) layer.layer(), layer.mesh().orElseThrow(), new BitSet());
    }
}
