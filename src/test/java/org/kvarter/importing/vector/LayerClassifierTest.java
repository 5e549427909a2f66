package org.kvarter.importing.vector;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kvarter.model.LayerKind;

class LayerClassifierTest {

    private static LayerKind kind(String name, int dimension, AttributeFacts... attributes) {
        int[] count = new int[3];
        count[dimension] = 10;
        LayerFacts facts = new LayerFacts(name, name, "Geometry", count[0], count[1], count[2], new ArrayList<>(), List.of(attributes));
        LayerClassifier.Classification answer = LayerClassifier.classify(facts, dimension);
        assertThat(answer.reason()).isNotBlank();
        return answer.kind();
    }

    private static AttributeFacts attribute(String name, String... values) {
        AttributeFacts facts = new AttributeFacts(name, String.class);
        Arrays.stream(values).forEach(facts::add);
        return facts;
    }

    @ParameterizedTest
    @CsvSource({
        "streets, 1, STREETS", "street_areas, 2, STREETS", "tram, 1, RAIL", "tram_stops, 0, POINTS", "water, 2, WATER",
        "green, 2, GREEN", "trees, 0, TREES", "plots, 2, PLOTS", "housing_associations, 2, AREAS", "transformer_stations, 0, POINTS",
        "buildings, 2, BUILDINGS", "BuildingFootprints2024, 2, BUILDINGS", "buildings, 1, LINES", "buildings, 0, POINTS",
        "byggnader, 2, BUILDINGS", "byggnad_yta, 2, BUILDINGS", "vägnät, 1, STREETS", "vagmitt, 1, STREETS", "gator, 1, STREETS",
        "järnväg, 1, RAIL", "spårväg, 1, RAIL", "vattenytor, 2, WATER", "sjöar, 2, WATER", "grönområden, 2, GREEN", "gatuträd, 0, TREES",
        "fastigheter, 2, PLOTS", "tomtmark, 2, PLOTS",
        "rakennukset, 2, BUILDINGS", "kadut, 1, STREETS", "raitiotie, 1, RAIL", "vesistö, 2, WATER", "puistot, 2, GREEN", "puut, 0, TREES",
        "kiinteistöt, 2, PLOTS",
        "gebouwen, 2, BUILDINGS", "bag_pand, 2, BUILDINGS", "wegdelen, 2, STREETS", "spoor, 1, RAIL", "waterdelen, 2, WATER",
        "bomen, 0, TREES", "percelen, 2, PLOTS",
        "Gebäude, 2, BUILDINGS", "Straßen, 1, STREETS", "Straßenbahn, 1, RAIL", "Gewässer, 2, WATER", "Grünflächen, 2, GREEN",
        "Bäume, 0, TREES", "Flurstücke, 2, PLOTS",
        "parking, 2, AREAS", "stations, 0, POINTS", "contours, 1, LINES", "a, 2, AREAS", "landuse, 2, LAND_USE",
    })
    void knowsLayersByName(String name, int dimension, LayerKind expected) {
        assertThat(kind(name, dimension)).isEqualTo(expected);
    }

    @Test
    void knowsOpenStreetMapKeys() {
        assertThat(kind("osm", 2, attribute("building", "yes", "apartments", "house"))).isEqualTo(LayerKind.BUILDINGS);
        assertThat(kind("osm", 1, attribute("highway", "primary", "residential", null, "footway"))).isEqualTo(LayerKind.STREETS);
        assertThat(kind("osm", 1, attribute("railway", "tram", "rail"))).isEqualTo(LayerKind.RAIL);
        assertThat(kind("osm", 2, attribute("natural", "water", "water", "wood"))).isEqualTo(LayerKind.WATER);
        assertThat(kind("osm", 0, attribute("natural", "tree", "tree"))).isEqualTo(LayerKind.TREES);
        assertThat(kind("osm", 2, attribute("landuse", "grass", "forest", "meadow"))).isEqualTo(LayerKind.GREEN);
        assertThat(kind("osm", 2, attribute("landuse", "industrial", "retail", "commercial"))).isEqualTo(LayerKind.LAND_USE);
        assertThat(kind("osm", 2, attribute("building", "no", "no", "yes"))).isEqualTo(LayerKind.AREAS);
        assertThat(kind("osm", 2, attribute("building", null, null, "yes"))).isEqualTo(LayerKind.AREAS);
    }

    @Test
    void knowsClassesAndHeights() {
        assertThat(kind("x", 2, attribute("type", "Building", "Building", "Plot"))).isEqualTo(LayerKind.BUILDINGS);
        assertThat(kind("x", 1, attribute("KATEGORI", "Bilväg", "Gata", "Allmän väg < 5 m"))).isEqualTo(LayerKind.STREETS);
        AttributeFacts storeys = new AttributeFacts("storeys", Long.class);
        List.of(2L, 3L, 5L).forEach(storeys::add);
        assertThat(kind("x", 2, storeys)).isEqualTo(LayerKind.BUILDINGS);
        assertThat(kind("trees", 0, storeys)).as("points are not raised").isEqualTo(LayerKind.TREES);
        assertThat(kind("water", 2, storeys)).as("the name speaks louder").isEqualTo(LayerKind.WATER);
    }
}
