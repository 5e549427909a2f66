package org.kvarter.ui.loading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.kvarter.geo.CoordinateSystem;
import org.kvarter.geo.CoordinateSystems;
import org.kvarter.geo.place.Adjustment;
import org.kvarter.geo.place.Evidence;
import org.kvarter.geo.place.PlaceCandidate;
import org.kvarter.importing.pipeline.ImportRequest;
import org.kvarter.importing.pipeline.PlaceQuestion;
import org.kvarter.model.Bounds;
import org.kvarter.model.District;
import org.kvarter.model.LocalFrame;

class FileChoicesTest {

    private static final District DISTRICT = new District("Small", new LocalFrame("EPSG:3011", 150_000, 6_580_000, 10), List.of());

    private static PlaceCandidate candidate(Optional<CoordinateSystem> system, Adjustment adjustment) {
        return new PlaceCandidate(system, adjustment, false, "title", 0.5, "reason", Optional.empty());
    }

    private static FileChoices choices(Adjustment adjustment, PlaceCandidate... others) {
        List<PlaceCandidate> all = new java.util.ArrayList<>(Arrays.asList(others));
        all.add(candidate(Optional.empty(), adjustment));
        Evidence seen = Evidence.of(new Bounds(-1_000, 0, -500, 3_000, 2_000, 4_000));
        return FileChoices.of(new PlaceQuestion(ImportRequest.of(Path.of("house.obj")), "OBJ", Optional.empty(), Optional.empty(), seen, all, "Where?"));
    }

    /** A model in millimetres whose middle is at 1, 1 m and whose foot is at −0.5 m: all of that is taken off the place that is pointed at. */
    @Test
    void aClickPutsTheMiddleOfALocalModelThere() {
        FileChoices choices = choices(Adjustment.unit(0.001));
        choices.setAnchor(DISTRICT, 120, 80);

        ImportRequest request = choices.request();
        assertThat(request.crs()).contains(ImportRequest.LOCAL);
        assertThat(request.options().setting("anchor")).contains("150119.000,6580079.000,10.500");
        Bounds box = choices.box(choices.local().orElseThrow()).orElseThrow();
        assertThat(box.centreEast()).isCloseTo(120, within(1e-9));
        assertThat(box.centreNorth()).isCloseTo(80, within(1e-9));
    }

    @Test
    void aSystemChosenAfterwardsNeedsNoPlace() {
        CoordinateSystem system = new CoordinateSystems().find("EPSG:3011").orElseThrow();
        FileChoices choices = choices(Adjustment.NONE, candidate(Optional.of(system), Adjustment.NONE));
        choices.setAnchor(DISTRICT, 1, 2);
        choices.setPlace(choices.candidates().get(0));

        assertThat(choices.request().options().setting("anchor")).isEmpty();
        assertThat(choices.request().crs()).contains("EPSG:3011");
    }
}
