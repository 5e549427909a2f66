package org.kvarter.importing.osm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BuildingShapeTest {

    static Tags tags(String text) {
        return new Tags(text.isBlank() ? new String[0] : text.strip().split("=|; "));
    }

    /** Over a footprint 10 m wide, storeys of 3 m, 9 m where nothing is stated. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "building=yes | 0 | 9 | 9 | FLAT | DEFAULT",
        "building=shed | 0 | 3 | 3 | FLAT | DEFAULT",
        "building=yes; height=12.5 m | 0 | 12.5 | 12.5 | FLAT | HEIGHT",
        "building=yes; height=12.5 ft | 0 | 3.81 | 3.81 | FLAT | HEIGHT",
        "building=yes; height=-3; building:levels=2 | 0 | 6 | 6 | FLAT | LEVELS",
        "building=yes; height=high | 0 | 9 | 9 | FLAT | DEFAULT",
        "building=yes; building:levels=4 | 0 | 12 | 12 | FLAT | LEVELS",
        "building=yes; height=20; min_height=5 | 5 | 20 | 20 | FLAT | HEIGHT",
        "building=yes; building:levels=6; building:min_level=2 | 6 | 18 | 18 | FLAT | LEVELS",
        "building=yes; height=5; min_height=20 | 0 | 5 | 5 | FLAT | HEIGHT",
        "building=yes; height=12; roof:shape=gabled; roof:height=4 | 0 | 8 | 12 | GABLED | HEIGHT",
        "building=yes; height=12; roof:shape=gabled; roof:height=40 | 0 | 0 | 12 | GABLED | HEIGHT",
        "building=yes; building:levels=3; roof:levels=1; roof:shape=hipped | 0 | 9 | 12 | HIPPED | LEVELS",
        "building=yes; height=12; roof:shape=pyramidal | 0 | 9.1 | 12 | PYRAMIDAL | HEIGHT",
        "building=yes; height=4; roof:shape=gabled | 0 | 2 | 4 | GABLED | HEIGHT",
        "building=yes; height=30; roof:shape=dome | 0 | 25 | 30 | DOME | HEIGHT",
        "building=yes; building:levels=2; roof:shape=skillion | 0 | 6 | 7.5 | SKILLION | LEVELS",
        "building=yes; height=12; roof:shape=gabled; roof:height=0 | 0 | 12 | 12 | FLAT | HEIGHT",
        "building=yes; height=12; roof:shape=wobbly; roof:height=4 | 0 | 12 | 12 | FLAT | HEIGHT"})
    void followsSimple3dBuildings(String tags, double base, double eaves, double top, RoofShape roof, BuildingShape.Origin origin) {
        BuildingShape shape = BuildingShape.of(tags(tags), 10, 3, 9);

        assertThat(shape.base()).isCloseTo(base, within(1e-9));
        assertThat(shape.eaves()).isCloseTo(eaves, within(1e-9));
        assertThat(shape.top()).isCloseTo(top, within(1e-9));
        assertThat(shape.roof()).isEqualTo(roof);
        assertThat(shape.origin()).isEqualTo(origin);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"#f00 | ffff0000", "#A1b2C3 | ffa1b2c3", "Light Grey | ffd3d3d3", "light_grey | ffd3d3d3", "rgb(1,2,3) | 0",
        "#12 | 0", "brown | ffa52a2a"})
    void knowsColours(String text, String argb) {
        assertThat(Integer.toHexString(Colours.argb(text))).isEqualTo(argb);
    }

    @org.junit.jupiter.api.Test
    void knowsFeetAndInches() {
        assertThat(TagNumbers.metres("12'6\"")).isCloseTo(3.81, within(1e-9));
        assertThat(TagNumbers.metres("12'")).isCloseTo(3.6576, within(1e-9));
    }

    @ParameterizedTest
    @CsvSource({"N, 0", "sw, 225", "NNW, 337.5", "123, 123", "90°, 90", "up, NaN"})
    void knowsBearings(String text, double degrees) {
        assertThat(Double.valueOf(TagNumbers.bearing(text))).isEqualTo(Double.valueOf(degrees));
    }

    @ParameterizedTest
    @CsvSource({"highway=motorway, 11", "highway=residential; lanes=4, 13", "highway=footway; width=3.2 m, 3.2", "highway=cycleway; lanes=1, 3.25",
        "highway=strange, 4", "highway=residential; width=9999, 6"})
    void knowsWidths(String tags, double metres) {
        assertThat(StreetWidths.of(tags(tags))).isEqualTo(metres);
    }

    @ParameterizedTest
    @CsvSource({"building=yes, RING, BUILDINGS", "building=yes, LINE,", "building=no, RING,", "building:part=yes, RING, BUILDINGS",
        "highway=service, RING, STREETS", "highway=pedestrian; area=yes, RING, SQUARES", "highway=pedestrian, AREA, SQUARES",
        "highway=proposed, LINE,", "railway=tram, LINE, RAIL", "railway=abandoned, LINE,", "natural=water, RING, WATER", "natural=water, AREA, WATER",
        "natural=water, LINE,", "waterway=stream, RING, WATERWAYS", "waterway=riverbank, RING, WATER", "landuse=grass, RING, GREEN",
        "landuse=industrial, AREA, LAND_USE", "leisure=park; area=no, RING,", "natural=tree, POINT, TREES", "natural=tree, RING,",
        "natural=tree_row, LINE, TREE_ROWS", "natural=tree_row, RING, TREE_ROWS", "amenity=bench, POINT,"})
    void sortsElements(String tags, OsmLayer.Form form, OsmLayer layer) {
        assertThat(OsmLayer.of(tags(tags), form)).isEqualTo(layer);
    }
}
