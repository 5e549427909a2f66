package org.kvarter.geo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kvarter.model.Bounds;
import org.kvarter.model.LocalFrame;

class FrameChooserTest {

    private static final CoordinateSystems SYSTEMS = new CoordinateSystems();
    private static final FrameChooser CHOOSER = new FrameChooser(SYSTEMS);

    /** Origins: the first three by hand; the UTM ones by PROJ 9.5.1, rounded to 100 m. */
    @ParameterizedTest
    @CsvSource({
            "EPSG:3011, 152800, 6577900, 153490, 6578500, EPSG:3011, 153100, 6578200",
            "EPSG:7415, 84000, 446000, 86000, 448000, EPSG:28992, 85000, 447000",
            "EPSG:2056, 2683000, 1247000, 2684000, 1248000, EPSG:2056, 2683500, 1247500",
            "EPSG:4326, 11.39, 48.76, 11.41, 48.78, EPSG:25832, 676300, 5404700",
            "EPSG:3857, 2010330, 8251957, 2010530, 8252157, EPSG:25834, 332700, 6580500",
            "EPSG:2240, 2229000, 1369000, 2231000, 1371000, EPSG:32616, 742100, 3739300",
            "EPSG:4326, 15.9, -33.1, 16.1, -32.9, EPSG:32733, 593400, 6348300"
    })
    void choosesTheFrame(String crs, double minE, double minN, double maxE, double maxN, String frame, double east, double north)
            throws CrsException {
        LocalFrame chosen = CHOOSER.choose(SYSTEMS.require(crs), new Bounds(minE, minN, 0, maxE, maxN, 10));

        assertThat(chosen).isEqualTo(new LocalFrame(frame, east, north, 0));
    }

    /** Zones by the definition of UTM, with Bergen and Longyearbyen as its exceptions. */
    @ParameterizedTest
    @CsvSource({"18.06, 59.33, EPSG:25834", "11.97, 57.7, EPSG:25832", "5.3, 60.4, EPSG:25832", "15.6, 78.2, EPSG:25833",
            "24.9, 60.2, EPSG:25835", "-73.9, 40.7, EPSG:32618", "139.7, 35.7, EPSG:32654", "151.2, -33.9, EPSG:32756",
            "180, 0, EPSG:32601", "-180, 0, EPSG:32601", "179.99, 10, EPSG:32660", "-17, 28, EPSG:32628", "-22, 64, EPSG:32627"})
    void utmZones(double longitude, double latitude, String code) {
        assertThat(FrameChooser.utmZone(longitude, latitude)).isEqualTo(code);
    }

    @Test
    void withoutSystemTheOriginIsNearTheSource() {
        assertThat(CHOOSER.chooseLocal(new Bounds(1000, 2000, 0, 1090, 2090, 3))).isEqualTo(new LocalFrame("", 1000, 2000, 0));
        assertThat(CHOOSER.chooseLocal(Bounds.EMPTY)).isEqualTo(new LocalFrame("", 0, 0, 0));
    }

    @Test
    void refusesWhatLiesOutside() throws CrsException {
        CoordinateSystem wgs84 = SYSTEMS.require("EPSG:4326");
        assertThatThrownBy(() -> CHOOSER.choose(wgs84, new Bounds(153_000, 6_578_000, 0, 153_010, 6_578_010, 0)))
                .isInstanceOf(CrsException.class).hasMessageContaining("EPSG:4326");
        assertThatThrownBy(() -> CHOOSER.choose(SYSTEMS.require("EPSG:3011"), Bounds.EMPTY)).isInstanceOf(CrsException.class);
    }
}
