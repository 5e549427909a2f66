package org.kvarter.assist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kvarter.tables.TableCases;

/** Which place is which feature. */
class JoinsTest {

    @TempDir
    private Path folder;

    private static String shown(JoinResult result, Twin twin) {
        return result.rowOfPlace().entrySet().stream().map(e -> e.getKey() + "=" + twin.layers().get(0).features().ids()[e.getValue()]).collect(Collectors.joining("; "));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        // one address and another; whether they are the same house
        "Storgatan 5|storgatan 5|true", "Storg. 5|Storgatan 5|true", "Storgatan 5, 123 45 Staden|STORGATAN 5|true", "Storgatan 5 lgh 1101|Storgatan 5|true",
        "Storgatan 5|Storgatan 6|false", "Kungsv. 12|Kungsvägen 12|true", "Södra Vägen 3|S. Vägen 3|true", "S:t Eriksgatan 7|Sankt Eriksgatan 7|true",
        "Hauptstr. 12|Hauptstraße 12|true", "Hauptstrasse 12|Hauptstraße 12|true", "Mannerheimintie 10 A 5|Mannerheimintie 10 A|true", "Aleksanterink. 4|Aleksanterinkatu 4|true",
        "Kerkstraat 8|Kerkstr. 8|true", "Åsgatan 1|Asgatan 1|true", "Storgatan 5 A|Storgatan 5A|true", "Storgatan 5 A|Storgatan 5 B|false", "Storgatan 5|Storgatan 5 A|true",
        "Storgatan 14|Storgatan 12-16|true", "Storgatan 13|Storgatan 12-16|false", "Lilla Nygatan 2|L. Nygatan 2|true", "Staden, Storgatan 5|Storgatan 5|true",
        "Storgatan 5, 3 tr|Storgatan 5|true", "Götgatan 15|Gotgatan 15|true", "Nygatan 1|Norgatan 1|false"})
    void addressesAreComparedAsPeopleMeanThem(String place, String house, boolean same) throws Exception {
        Twin twin = new Town().house("h", "address=" + house).twin();
        JoinResult result = Joins.match(JoinRule.address("houses", "address"), List.of(place), Map.of(), twin);
        assertThat(result.matched()).as("%s → %s", AddressKey.of(place), AddressKey.of(house)).isEqualTo(same ? 1 : 0);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "91-1-12-3|09100100120003|true", "91-1-12-3|91-1-12-4|false", "NL.IMBAG.Pand.0363100012171966|0363100012171966|true", "363100012171966|NL.IMBAG.Pand.0363100012171966|true",
        "Sicklaön 83:22|SICKLAÖN 83:22|true", "Nacka Sicklaön 83:22|Sicklaön 83:22|true", "Sicklaön 83:22|Sicklaön 83:2|false", "103123456A|103123456a|true", "00123|123|true",
        "B-12 3|B123|true", "{6F9619FF-8B86-D011-B42D-00CF4FC964FF}|6f9619ff-8b86-d011-b42d-00cf4fc964ff|true"})
    void idsOfBuildingsAreComparedWithoutTheirDress(String place, String house, boolean same) throws Exception {
        Twin twin = new Town().house("h", "pid=x" + house).house("g").twin();
        Twin plain = new Town().house(house).twin();
        assertThat(Joins.match(JoinRule.buildingId("houses", ""), List.of(place), Map.of(), plain).matched()).isEqualTo(same ? 1 : 0);
        assertThat(Joins.match(JoinRule.buildingId("houses", "pid"), List.of("y" + place), Map.of(), twin).matched()).isZero();
    }

    /** Of many places some decide which rules are tried with all: another attribute matches nearly as many of them, and the better one is found all the same. */
    @Test
    void ofManyPlacesTheRuleIsTheOneThatMatchesMostOfAll() throws Exception {
        Town town = new Town();
        List<String> places = new java.util.ArrayList<>();
        for (int i = 0; i < 1_500; i++) {
            town.house("h" + i, "use=dwelling", "old=" + (i % 12 == 5 ? "none" : "k" + i), "meter=" + (i % 15 == 7 ? "lost" : "K" + i));
            places.add("k" + i);
        }
        JoinResult best = Joins.best(places, Map.of(), "", town.twin());
        assertThat(best.rule()).isEqualTo(JoinRule.key("houses", "meter"));
        assertThat(best.matched()).isEqualTo(1_400);
        assertThat(Joins.best(java.util.stream.IntStream.range(0, 1_000).mapToObj(i -> "weather" + i).toList(), Map.of(), "", town.twin()).rule().kind())
                .isEqualTo(JoinRule.Kind.DISTRICT);
    }

    /** Keys written in the plain way and in a dressed one are the same, whichever way they are worked out. */
    @ParameterizedTest
    @CsvSource({"AB 12 c,ab-12.c", "Owner_7,OWNER 7", "Kv. Eken,kv eken", "A1,a-1"})
    void plainIdsAreSpelledAsDressedOnes(String plain, String dressed) {
        assertThat(BuildingKey.of(plain)).isEqualTo(BuildingKey.of(dressed)).isNotEmpty();
    }

    @Test
    void bothSidesTellWhatIsUnmatched() throws Exception {
        Twin twin = new Town().house("A").house("B").house("C").twin();
        JoinResult result = Joins.match(JoinRule.key("houses", ""), List.of(" a ", "b", "x"), Map.of(), twin);
        assertThat(shown(result, twin)).isEqualTo(" a =A; b=B");
        assertThat(result.rate()).isEqualTo(2.0 / 3);
        assertThat(result.unmatchedPlaces()).containsExactly("x");
        assertThat(result.unmatchedFeatures()).containsExactly("C");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        // houses | places | place→house=ties
        "Lindhaga 12;Lindhega 12|Lindhoga 12|Lindhoga 12→h0=1",
        "Bokvägen 1;Bokvägen 1|Bokvägn 1|Bokvägn 1→h0=1",
        // the more alike of two takes it, and the other one the next
        "Parkhagen 4;Barkhagen 4|Parkhagem 4;Parchagen 4|Parkhagem 4→h0=1;Parchagen 4→h1=2",
        // two misspelled ones are not both the same house
        "Kungsgatan 4;Kungsgatan 4|Kungsgaten 4;Kungsgatn 4|Kungsgaten 4→h0=2;Kungsgatn 4→h1=2",
        "Parkhaga 4;Lillvik 4|Parkhoga 4;Parkhga 4|Parkhoga 4→h0=1;Parkhga 4→h0=1",
        // one that is free before one that has its place already
        "Lundgatan 4;Lindgatan 4|Lundgatan 4;Lndgatan 4|Lndgatan 4→h1=0"})
    void eachPlaceAndEachHouseIsProposedOnce(String houses, String places, String expected) throws Exception {
        Town town = new Town();
        String[] addresses = houses.split(";");
        for (int h = 0; h < addresses.length; h++) {
            town.house("h" + h, "address=" + addresses[h]);
        }
        JoinResult result = Joins.match(JoinRule.address("houses", "address"), List.of(places.split(";")), Map.of(), town.twin());
        Map<String, JoinResult.Proposal> first = new java.util.LinkedHashMap<>();
        result.proposals().forEach(p -> first.putIfAbsent(p.place(), p));
        assertThat(first.values().stream().map(p -> p.place() + "→" + p.featureId() + "=" + p.ties()).toList()).containsExactlyInAnyOrder(expected.split(";"));
    }

    @Test
    void almostEqualKeysAreProposedAndAcceptedOneByOne() throws Exception {
        Twin twin = new Town().house("1", "address=Kungsholmsgatan 12").house("2", "address=Kungsholmsgatan 13").house("3", "address=Drottninggatan 1").twin();
        JoinRule rule = JoinRule.address("houses", "address");
        JoinResult result = Joins.match(rule, List.of("Kungsholmgatan 12", "Drottningatan 1", "Nowhere 7"), Map.of(), twin);
        assertThat(result.matched()).isZero();
        assertThat(result.proposals()).extracting(p -> p.place() + " → " + p.featureId() + " " + p.shown())
                .containsExactlyInAnyOrder("Kungsholmgatan 12 → 1 Kungsholmsgatan 12", "Drottningatan 1 → 3 Drottninggatan 1");
        assertThat(result.proposals()).allSatisfy(p -> assertThat(p.score()).isBetween(0.8, 1.0));
        JoinResult accepted = Joins.match(rule.accepting("Kungsholmgatan 12", "1"), List.of("Kungsholmgatan 12", "Drottningatan 1"), Map.of(), twin);
        assertThat(shown(accepted, twin)).isEqualTo("Kungsholmgatan 12=1");
        assertThat(Joins.match(rule.accepting("Nowhere 7", "gone"), List.of("Nowhere 7"), Map.of(), twin).notes()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"5,5,0,A", "25,5,0,B", "14,5,0,-", "14,5,5,A", "17,5,5,B", "14,5,3,-", "100,100,25,-"})
    void coordinatesFindTheFeatureTheyLieInOrTheNearest(double east, double north, double limit, String house) throws Exception {
        Twin twin = new Town().house("A").house("B").twin();
        Map<String, double[]> at = Map.of("p", new double[] {Town.EAST + east, Town.NORTH + north});
        JoinResult result = Joins.match(JoinRule.coordinates("houses", "EPSG:3006", limit), List.of("p"), at, twin);
        assertThat(shown(result, twin)).isEqualTo(house.equals("-") ? "" : "p=" + house);
    }

    @Test
    void degreesAreTakenToTheTwin() throws Exception {
        // 18.0686° E 59.3293° N is 674 571.87 E, 6 580 743.01 N of SWEREF 99 TM by Lantmäteriet's Gauss–Krüger formulas, reckoned apart from this program:
        // 923.58 m from the house's corner at 674 010, 6 580 010
        Twin twin = new Town().house("A").twin();
        Map<String, double[]> at = Map.of("p", new double[] {18.0686, 59.3293});
        assertThat(Joins.match(JoinRule.coordinates("houses", "OGC:CRS84", 924), List.of("p"), at, twin).matched()).isEqualTo(1);
        assertThat(Joins.match(JoinRule.coordinates("houses", "OGC:CRS84", 923), List.of("p"), at, twin).matched()).isZero();
    }

    @Test
    void aLookupTableStandsBetween() throws Exception {
        Path file = TableCases.file(folder, "lookup.csv", "meter;house\nM1;A\nM2;b\nM3;Z\n");
        Twin twin = new Town().house("A").house("B").twin();
        JoinResult result = Joins.match(JoinRule.key("houses", "").withLookup(file.toString(), "meter", "house"), List.of("m1", "M2", "M3", "M4"), Map.of(), twin);
        assertThat(shown(result, twin)).isEqualTo("m1=A; M2=B");
        assertThat(result.notes()).hasSize(1);
        assertThatThrownBy(() -> Joins.match(JoinRule.key("houses", "").withLookup(file.toString(), "meter", "nothing"), List.of("M1"), Map.of(), twin))
                .isInstanceOf(AssistException.class).hasMessageContaining("lookup.csv").hasMessageContaining("nothing");
    }

    @Test
    void theBestRuleIsFound() throws Exception {
        Twin twin = new Town().house("1", "code=X1", "adress=Storgatan 1").house("2", "code=X2", "adress=Storgatan 3").house("3", "code=X3", "adress=Storgatan 5").twin();
        assertThat(Joins.best(List.of("x1", "x3"), Map.of(), "", twin).rule()).isEqualTo(JoinRule.key("houses", "code"));
        assertThat(Joins.best(List.of("Storg. 1", "Storg. 5"), Map.of(), "", twin).rule()).isEqualTo(JoinRule.address("houses", "adress"));
        Map<String, double[]> at = new LinkedHashMap<>();
        at.put("p", new double[] {Town.EAST + 5, Town.NORTH + 5});
        at.put("q", new double[] {Town.EAST + 25, Town.NORTH + 5});
        assertThat(Joins.best(List.of("p", "q"), at, "EPSG:3006", twin).rule().kind()).isEqualTo(JoinRule.Kind.COORDINATES);
        assertThat(Joins.best(List.of("weather"), Map.of(), "", twin).rule().kind()).isEqualTo(JoinRule.Kind.DISTRICT);
    }

    @ParameterizedTest
    @CsvSource({"abc,abc,0", "abc,abd,1", "abc,acb,1", "abc,ab,1", "abc,xyz,3", "kungsholmgatan,kungsholmsgatan,1"})
    void lettersThatDifferAreCounted(String a, String b, int distance) {
        assertThat(EditDistance.of(a, b, 5)).isEqualTo(distance);
        assertThat(EditDistance.of(b, a, 5)).isEqualTo(distance);
        assertThat(EditDistance.of(a, b, Math.max(0, distance - 1))).isEqualTo(distance == 0 ? 0 : distance);
    }

    @Test
    void whatIsNotThereIsSaid() {
        Twin twin = new Town().house("A").twin();
        assertThatThrownBy(() -> Joins.match(JoinRule.key("gone", ""), List.of("a"), Map.of(), twin)).isInstanceOf(AssistException.class).hasMessageContaining("gone");
        assertThatThrownBy(() -> Joins.match(JoinRule.key("houses", "nothing"), List.of("a"), Map.of(), twin)).isInstanceOf(AssistException.class).hasMessageContaining("nothing");
        assertThatThrownBy(() -> Joins.match(JoinRule.coordinates("houses", "EPSG:99999999", 5), List.of("a"), Map.of("a", new double[] {1, 1}), twin))
                .isInstanceOf(AssistException.class).hasMessageContaining("EPSG:99999999");
    }
}
