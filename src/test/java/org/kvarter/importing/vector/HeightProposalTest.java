package org.kvarter.importing.vector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.kvarter.importing.HeightCandidate;
import org.kvarter.importing.HeightCandidate.Measure;
import org.kvarter.importing.ImportException;
import org.kvarter.importing.ReadOptions;

class HeightProposalTest {

    private static AttributeFacts attribute(String name, Object... values) {
        Class<?> type = values.length == 0 || values[0] == null ? String.class : values[0].getClass();
        AttributeFacts facts = new AttributeFacts(name, type);
        for (Object value : values) {
            facts.add(value);
        }
        return facts;
    }

    private static LayerFacts layer(AttributeFacts... attributes) {
        return new LayerFacts("houses", "Houses", "Polygon", 0, 0, 4, List.of("1", "2", "3", "4"), List.of(attributes));
    }

    private static HeightRule rule(Map<String, String> settings, AttributeFacts... attributes) throws ImportException {
        return HeightRule.of(layer(attributes),
                new LayerSettings("houses", new ReadOptions(Optional.empty(), Optional.empty(), settings)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"height", "HEIGHT", "Höjd", "hojd", "byggnadshöjd", "korkeus", "rakennuksen_korkeus", "hoogte", "Gebäudehöhe",
        "hoehe", "measuredHeight", "h_max", "building_height", "roof_height_m", "b3_h_max_height", "relh", "building:height"})
    void knowsHeightsByName(String name) {
        assertThat(HeightProposal.rank(List.of(attribute(name, 6.5, 12.0, 30.0)), 3)).singleElement()
                .satisfies(c -> assertThat(c.measure()).isEqualTo(Measure.HEIGHT))
                .satisfies(c -> assertThat(c.score()).isGreaterThanOrEqualTo(HeightProposal.LEAST_SCORE));
    }

    @ParameterizedTest
    @ValueSource(strings = {"storeys", "floors", "number_of_stories", "building:levels", "levels", "n_floors", "våningar", "Våningsantal",
        "antal_vaningar", "kerrosluku", "Geschosse", "anzahl_geschosse", "bouwlagen", "aantal_verdiepingen", "num_floors"})
    void knowsStoreysByName(String name) {
        assertThat(HeightProposal.rank(List.of(attribute(name, 2L, 4L, 7L)), 3)).singleElement()
                .satisfies(c -> assertThat(c.measure()).isEqualTo(Measure.STOREYS))
                .satisfies(c -> assertThat(c.metresPerUnit()).isEqualTo(3.0))
                .satisfies(c -> assertThat(c.score()).isGreaterThanOrEqualTo(HeightProposal.LEAST_SCORE));
    }

    @ParameterizedTest
    @ValueSource(strings = {"area", "name", "width_m", "year", "postcode", "min_height", "underground_floors", "floor_area", "ground_height",
        "owner", "osm_id"})
    void doesNotTakeOtherNumbersForHeights(String name) {
        List<HeightCandidate> ranked = HeightProposal.rank(List.of(attribute(name, 3.0, 12.0, 20.0)), 3);
        assertThat(ranked).allSatisfy(c -> assertThat(c.score()).isLessThan(HeightProposal.LEAST_SCORE));
    }

    @Test
    void prefersWhatIsPresentAndPlausible() {
        AttributeFacts sparse = attribute("height", null, null, null, null, null, null, null, 9.0);
        AttributeFacts full = attribute("h_mean", 5.0, 6.0, 7.0, 8.0, 9.0, 10.0, 11.0, 12.0);
        AttributeFacts absurd = attribute("hoehe", -9999.0, -9999.0, -9999.0, 0.0, 0.0, 0.0, 0.0, 5.0);
        assertThat(HeightProposal.rank(List.of(sparse, absurd, full), 3)).extracting(HeightCandidate::attribute)
                .startsWith("h_mean").contains("height", "hoehe");
    }

    @ParameterizedTest
    @CsvSource({"12, 12", "12.5 m, 12.5", "'12,5', 12.5", "40 ft, 12.192", "10', 3.048", "7 metres, 7"})
    void readsNumbersWithUnits(String text, double metres) {
        assertThat(AttributeFacts.metres(text).orElseThrow()).isCloseTo(metres, within(1e-12));
    }

    @ParameterizedTest
    @ValueSource(strings = {"tall", "3-4", "", "12 km", "NaN", "1e999"})
    void readsNothingElseAsANumber(String text) {
        assertThat(AttributeFacts.metres(text)).isEmpty();
    }

    @Test
    void raisesByHeightElseStoreysElseDefault() throws ImportException {
        HeightRule rule = rule(Map.of(), attribute("height", 10.0, null, -1.0, 4.0), attribute("storeys", 5L, 6L, 2L, 1L));
        assertThat(rule.raise(Map.of("height", 10.0, "storeys", 5L)::get).metres()).isEqualTo(10);
        assertThat(rule.raise(Map.<String, Object>of("storeys", 6L)::get).metres()).as("6 storeys of 3 m").isEqualTo(18);
        assertThat(rule.raise(Map.of("height", -1.0, "storeys", 2L)::get)).isEqualTo(
                new HeightRule.Raised(6, HeightRule.Origin.STOREYS));
        assertThat(rule.raise(Map.<String, Object>of()::get)).isEqualTo(new HeightRule.Raised(9, HeightRule.Origin.DEFAULT));
        assertThat(rule.raise(Map.<String, Object>of("height", Double.POSITIVE_INFINITY)::get).origin())
                .isEqualTo(HeightRule.Origin.DEFAULT);
    }

    @Test
    void followsAPersonsChoices() throws ImportException {
        AttributeFacts height = attribute("height", 10.0, 11.0);
        AttributeFacts storeys = attribute("x", 2L, 3L);
        HeightRule rule = rule(Map.of("heightAttribute", "none", "storeysAttribute.houses", "x", "metresPerStorey", "3,5",
                "defaultHeight", "4"), height, storeys);
        assertThat(rule.raise(Map.of("height", 10.0, "x", 2L)::get).metres()).isEqualTo(7);
        assertThat(rule.raise(Map.<String, Object>of("height", 10.0)::get).metres()).isEqualTo(4);
    }

    @Test
    void takesStoreysAloneWhereTheyAreChosenAlone() throws ImportException {
        HeightRule rule = rule(Map.of("storeysAttribute", "storeys"), attribute("height", 10.0, 11.0), attribute("storeys", 2L, 3L));
        assertThat(rule.raise(Map.of("height", 10.0, "storeys", 2L)::get).metres()).isEqualTo(6);
    }

    @Test
    void turnsFeetIntoMetres() throws ImportException {
        HeightRule rule = rule(Map.of(), attribute("HEIGHT_FT", 100.0, 60.0));
        assertThat(rule.raise(Map.<String, Object>of("HEIGHT_FT", 100.0)::get).metres()).isCloseTo(30.48, within(1e-12));
    }

    @ParameterizedTest
    @CsvSource({"heightAttribute, elevation, elevation", "metresPerStorey, tall, tall", "defaultHeight, -3, -3", "defaultHeight, 1e9, 1e9"})
    void refusesChoicesThatCannotBe(String setting, String value, String named) {
        assertThatThrownBy(() -> rule(Map.of(setting, value), attribute("height", 3.0))).isInstanceOf(ImportException.class)
                .hasMessageContaining(named).hasMessageContaining("houses");
    }
}
