package org.kvarter.geo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kvarter.model.Bounds;
import org.kvarter.model.LocalFrame;

class CrsProposerTest {

    private static final CrsProposer PROPOSER = new CrsProposer(new CoordinateSystems());

    /** Places in the systems people send without saying which: the first proposal, or one of the first three where zones look alike. */
    @ParameterizedTest
    @CsvSource({
            "153000, 6578000, EPSG:3011, 1",
            "674032, 6580821, EPSG:3006, 1",
            "85000, 447000, EPSG:28992, 1",
            "2683000, 1247000, EPSG:2056, 1",
            "25496580, 6673003, EPSG:3879, 1",
            "11.97, 57.70, EPSG:4326, 1",
            "389000, 5820000, EPSG:25833, 3",
            "691000, 5336000, EPSG:25832, 3",
            "385611, 6672118, EPSG:3067, 3",
            "2010430, 8252057, EPSG:3857, 1"
    })
    void proposesWhatTheNumbersSay(double east, double north, String code, int within) {
        double size = east < 180 ? 0.01 : 800;
        List<CrsProposal> proposals = PROPOSER.propose(new Bounds(east, north, 0, east + size, north + size, 0), Optional.empty(),
                Bounds.EMPTY);

        assertThat(proposals.subList(0, Math.min(within, proposals.size()))).extracting(p -> p.system().map(CoordinateSystem::code))
                .contains(Optional.of(code));
        assertThat(proposals).hasSizeLessThanOrEqualTo(8).allSatisfy(p -> assertThat(p.reason()).endsWith("."));
    }

    /** Easting and northing of SWEREF 99 local zones look alike: the open district tells them apart, in whatever system it is. */
    @ParameterizedTest
    @CsvSource({"EPSG:3007, 147720, 6398500, EPSG:3007", "EPSG:3006, 319000, 6398900, EPSG:3007",
            "EPSG:3006, 319000, 6398900, EPSG:3006"})
    void whatLiesInTheDistrictComesFirst(String frameCrs, double originEast, double originNorth, String truth) throws CrsException {
        LocalFrame frame = new LocalFrame(frameCrs, originEast, originNorth, 0);
        double[] there = {150, 100, 0};
        new CoordinateSystems().toFrame(truth, frame).toSource(there, 0, 1);
        Bounds extent = new Bounds(there[0] - 50, there[1] - 50, 0, there[0] + 50, there[1] + 50, 0);

        CrsProposal first = PROPOSER.propose(extent, Optional.of(frame), new Bounds(-500, -500, 0, 500, 500, 20)).get(0);

        assertThat(first.system().orElseThrow().code()).isEqualTo(truth);
        assertThat(first.reason()).contains(truth).contains("open district");
    }

    @Test
    void aModelAroundZeroIsMetresOfItsOwnFirst() {
        List<CrsProposal> proposals = PROPOSER.propose(new Bounds(-12, -8, 0, 14, 9, 11), Optional.empty(), Bounds.EMPTY);

        assertThat(proposals.get(0).system()).isEmpty();
        assertThat(proposals).extracting(p -> p.system().map(CoordinateSystem::code)).contains(Optional.of("EPSG:4326"));
    }

    @Test
    void nothingIsProposedForNothing() {
        assertThat(PROPOSER.propose(Bounds.EMPTY, Optional.empty(), Bounds.EMPTY)).isEmpty();
        assertThat(PROPOSER.propose(new Bounds(0, 0, 0, Double.POSITIVE_INFINITY, 1, 1), Optional.empty(), Bounds.EMPTY)).isEmpty();
    }
}
