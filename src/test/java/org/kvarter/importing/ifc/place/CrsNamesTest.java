package org.kvarter.importing.ifc.place;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kvarter.geo.CoordinateSystem;
import org.kvarter.geo.CoordinateSystems;
import org.kvarter.geo.HeightSystem;

class CrsNamesTest {

    private final CoordinateSystems systems = new CoordinateSystems();

    /** The vertical datum of an IfcProjectedCRS, as models write it, by the name people know it by. */
    @ParameterizedTest
    @CsvSource({"EPSG:3011, RH2000, RH2000 height", "EPSG:3006, RH 2000, RH2000 height", "EPSG:25832, DHHN2016, DHHN2016 height", "EPSG:25832, DHHN 92, DHHN92 height",
        "EPSG:28992, NAP, NAP height", "EPSG:3879, N2000, N2000 height", "EPSG:25832, EPSG:5783, DHHN92 height", "EPSG:25832, '',", "EPSG:25832, sea level,"})
    void namesTheVerticalDatum(String crs, String datum, String height) {
        Optional<String> both = CrsNames.withHeights(crs, datum);

        assertThat(both.flatMap(systems::find).flatMap(CoordinateSystem::vertical).map(HeightSystem::name)).isEqualTo(Optional.ofNullable(height));
        both.ifPresent(b -> assertThat(systems.find(b).orElseThrow().horizontal()).isEqualTo(crs));
    }
}
