package org.kvarter.remote.ogc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.kvarter.model.District;
import org.kvarter.model.VectorLayer;
import org.kvarter.remote.FeedException;
import org.kvarter.remote.layer.Area;
import org.kvarter.remote.layer.LayerFetcher;
import org.kvarter.remote.layer.LayerQuery;
import org.kvarter.remote.service.Offer;
import org.kvarter.remote.service.Service;
import org.kvarter.remote.service.ServiceKind;

/** WFS, WMS and OGC API – Features of a real server, MapServer of Debian, from the address to the layer in the district. */
class MapServerTest {

    private static final String EVERY_FORMAT = "\"wfs_getfeature_formatlist\" \"geojson\"";
    /** Benches 10 to 99, and nothing of what is beside them even where the box leans in a system of metres. */
    private static final Area NINETY = new Area(18.06095, 59.3299, 18.06995, 59.3301);
    private static final Area QUARTERS = new Area(18.059, 59.3275, 18.071, 59.3315);

    @TempDir
    Path folder;

    private MapServer server;
    private Town town;
    private Locale before;

    @BeforeEach
    void start() throws Exception {
        before = Locale.getDefault(Locale.Category.DISPLAY);
        Locale.setDefault(Locale.Category.DISPLAY, Locale.ENGLISH);
        server = new MapServer(folder);
        town = new Town(folder);
    }

    @AfterEach
    void stop() {
        if (server != null) {
            server.close();
        }
        Locale.setDefault(Locale.Category.DISPLAY, before);
    }

    @ParameterizedTest
    @CsvSource({"'', WFS", "?service=WFS&request=GetCapabilities, WFS", "?service=WFS&version=1.1.0&request=GetCapabilities, WFS", "?service=WMS&request=GetCapabilities, WMS",
        "?service=WMS&version=1.1.1&request=GetCapabilities, WMS", "/town/ogcapi, OGC_API", "/town/ogcapi/collections, OGC_API", "/town/ogcapi/collections?f=json, OGC_API"})
    void isFoundByWhateverAddressAPersonHas(String address, ServiceKind kind) throws Exception {
        Service service = town.find(server.serve("/ows", "EPSG:3006 EPSG:4326", EVERY_FORMAT) + address);
        assertThat(service.kind()).isEqualTo(kind);
        assertThat(service.offers()).extracting(Offer::title).contains("Benches", "Quarters");
        assertThat(service.title()).isEqualTo(address.contains("collections") ? "127.0.0.1" : "Little town");
    }

    /** The bare address of a map server is that of several services: its pictures are offered beside its features. */
    @Test
    void theBareAddressOffersFeaturesAndPictures() throws Exception {
        Service service = town.find(server.serve("/ows", "EPSG:3006 EPSG:3857", EVERY_FORMAT));
        assertThat(service.offers()).extracting(o -> ((Offer.Layer) o).query().getClass().getSimpleName() + " " + o.title()).containsExactlyInAnyOrder("FeatureType Quarters",
                "FeatureType Benches", "WebMap Little town", "WebMap Quarters", "WebMap Benches");
        assertThat(service.attribution()).isEqualTo("© Little town");
    }

    /** Every feature comes, from pages of the server's size, and stands where it stands, whichever way the axes are written. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "?service=WFS&request=GetCapabilities | EPSG:3006 | json", "?service=WFS&request=GetCapabilities | EPSG:4326 | json", "?service=WFS&request=GetCapabilities | EPSG:3857 | json",
        "?service=WFS&request=GetCapabilities | EPSG:3006 | gml", "?service=WFS&request=GetCapabilities | EPSG:4326 | gml", "?service=WFS&request=GetCapabilities | EPSG:3857 | gml",
        "?service=WFS&version=1.1.0&request=GetCapabilities | EPSG:3006 | gml", "?service=WFS&version=1.1.0&request=GetCapabilities | EPSG:4326 | gml",
        "?service=WFS&version=1.1.0&request=GetCapabilities | EPSG:4326 | json", "/town/ogcapi | EPSG:3006 | json"})
    void allBenchesStandWhereTheyStand(String address, String system, String format) throws Exception {
        boolean paged = !address.contains("1.1.0");
        String url = server.serve("/ows", system + " EPSG:25833", format.equals("json") ? EVERY_FORMAT : "", paged ? "\"wfs_maxfeatures\" \"500\"" : "",
                "\"oga_limit\" \"400\"", "\"oga_max_limit\" \"400\"");
        LayerFetcher.Fetched fetched = town.fetch(town.find(url + address), "Benches", null, "");
        assertThat(fetched.remark()).isEmpty();
        assertThat(fetched.records()).isEqualTo(MapServer.BENCHES);
        District district = Town.read(fetched.file());
        VectorLayer layer = (VectorLayer) district.layers().get(0);
        assertThat(layer.features().size()).isEqualTo(MapServer.BENCHES);
        for (int i = 0; i < MapServer.BENCHES; i += 57) {
            int bench = i;
            int row = row(layer, "b" + i);
            double[] at = Town.degrees(district, layer.geometries()[row].getCoordinate().x, layer.geometries()[row].getCoordinate().y);
            assertThat(at[0]).isCloseTo(MapServer.WEST + MapServer.STEP * i, within(2e-6));
            assertThat(at[1]).isCloseTo(MapServer.NORTH, within(2e-6));
            assertThat(layer.features().attributes().row(row)).containsEntry("name", i % 2 == 0 ? "Ek & Björk" : "O'Hara <2>").hasEntrySatisfying("seats", s -> assertThat(((Number) s).intValue()).isEqualTo(bench % 5));
        }
    }

    private static int row(VectorLayer layer, String code) {
        for (int row = 0; row < layer.features().size(); row++) {
            if (code.equals(layer.features().attributes().row(row).get("code"))) {
                return row;
            }
        }
        throw new AssertionError(code);
    }

    @ParameterizedTest
    @CsvSource({"?service=WFS&request=GetCapabilities, EPSG:3006", "?service=WFS&request=GetCapabilities, EPSG:4326", "?service=WFS&request=GetCapabilities, EPSG:3857",
        "?service=WFS&version=1.1.0&request=GetCapabilities, EPSG:3006", "?service=WFS&version=1.1.0&request=GetCapabilities, EPSG:4326", "/town/ogcapi, EPSG:3006"})
    void ofAnAreaComesWhatIsInIt(String address, String system) throws Exception {
        String url = server.serve("/ows", system + " EPSG:25833", EVERY_FORMAT);
        assertThat(town.fetch(town.find(url + address), "Benches", NINETY, "").records()).isEqualTo(90);
        Area sea = new Area(17.9, 59.2, 17.95, 59.25);
        assertThatThrownBy(() -> town.fetch(town.find(url + address), "Benches", sea, "")).isInstanceOf(FeedException.class);
    }

    /** Pages came with WFS 2.0; before, what is left out is at least said. */
    @Test
    void aServiceWithoutPagesThatGivesSomeOnlySaysSo() throws Exception {
        Service service = town.find(server.serve("/ows", "EPSG:3006", EVERY_FORMAT, "\"wfs_maxfeatures\" \"500\"") + "?service=WFS&version=1.1.0&request=GetCapabilities");
        assertThat(town.fetch(service, "Benches", null, "").remark()).contains("no more than 500 features");
        assertThat(town.fetch(service, "Benches", NINETY, "").remark()).isEmpty();
    }

    /** What a filter leaves, of all and of the ninety of an area; a WFS 2.0 is asked to leave the rest out itself. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"name = 'O''Hara <2>' | 600 | 45 | 2.0.0", "name = 'Ek & Björk' and seats >= 3 | 240 | 18 | 2.0.0", "seats < 1 | 240 | 18 | 2.0.0",
        "seats <> 2 | 960 | 72 | 2.0.0", "code = b42 | 1 | 1 | 2.0.0", "ms:seats > 3 | 240 | 18 | 2.0.0", "name = 'Ek & Björk' and seats >= 3 | 240 | 18 | 1.1.0",
        "ms:seats > 3 | 240 | 18 | api"})
    void aFilterLeavesWhatItSays(String filter, int all, int there, String kind) throws Exception {
        String url = server.serve("/ows", "EPSG:3006 EPSG:4326", EVERY_FORMAT);
        Service service = town.find(url + (kind.equals("api") ? "/town/ogcapi" : "?service=WFS&version=" + kind + "&request=GetCapabilities"));
        int before = server.web().asked().size();
        assertThat(town.fetch(service, "Benches", null, filter).records()).isEqualTo(all);
        if (kind.equals("2.0.0")) {
            assertThat(server.web().asked().subList(before, server.web().asked().size())).as("all would be two pages").singleElement().asString().contains("filter=<fes:Filter");
        }
        assertThat(town.fetch(service, "Benches", NINETY, filter).records()).isEqualTo(there);
    }

    /** The picture of the ground: red in the west, blue in the east, clear around them, in systems with either axis first. */
    @ParameterizedTest
    @CsvSource({"1.3.0, EPSG:3006", "1.3.0, EPSG:4326", "1.3.0, EPSG:3857", "1.3.0, EPSG:3067", "1.1.1, EPSG:3006", "1.1.1, EPSG:4326", "1.1.1, EPSG:3857"})
    void thePictureOfTheGroundLiesRight(String version, String system) throws Exception {
        String url = server.serve("/ows", system, "");
        Service service = town.find(url + "?service=WMS&version=" + version + "&request=GetCapabilities");
        assertThat(Town.offer(service, "Quarters").query()).isInstanceOfSatisfying(LayerQuery.WebMap.class, m -> assertThat(m.version()).isEqualTo(version));
        District district = Town.read(town.fetch(service, "Quarters", QUARTERS, "").file());
        assertQuarters(district, 1.5);
        assertThat(district.layers().get(0).source().licence()).isEqualTo("© Little town");
    }

    /** @param edge metres on both sides of each edge that are looked at */
    private static void assertQuarters(District district, double edge) throws Exception {
        double x = edge / 56_800;
        double y = edge / 111_400;
        double[][] places = {{18.062, 59.3295}, {18.06 + x, 59.328 + y}, {18.064 - x, 59.331 - y}, {18.068, 59.3295}, {18.066 + x, 59.328 + y}, {18.07 - x, 59.331 - y},
            {18.06 - x, 59.3295}, {18.064 + x, 59.3295}, {18.066 - x, 59.3295}, {18.062, 59.328 - y}, {18.068, 59.331 + y}};
        for (int i = 0; i < places.length; i++) {
            assertThat(Town.colour(district, places[i][0], places[i][1])).as("place %d", i).isEqualTo(i < 3 ? 0xFFFF0000 : i < 6 ? 0xFF0000FF : 0);
        }
    }

    /** What a real server says of what it does not have reaches the person in its words. */
    @Test
    void errorsAreToldInTheServersWords() throws Exception {
        String url = server.serve("/ows", "EPSG:3006", EVERY_FORMAT);
        assertThatThrownBy(() -> town.fetch(query(new LayerQuery.WebMap(url, "1.3.0", "nowhere", "", "EPSG:3006", "image/png", 0)), "x", QUARTERS, ""))
                .isInstanceOf(FeedException.class).hasMessageContaining("Invalid layer");
        assertThatThrownBy(() -> town.fetch(query(new LayerQuery.WebMap(url, "1.3.0", "quarters", "", "EPSG:2154", "image/png", 0)), "x", QUARTERS, ""))
                .isInstanceOf(FeedException.class).hasMessageContaining("Invalid CRS");
        assertThatThrownBy(() -> town.fetch(query(new LayerQuery.FeatureType(url, "2.0.0", "ms:nothing", "", "")), "x", QUARTERS, ""))
                .isInstanceOf(FeedException.class).hasMessageContaining("nothing");
        assertThatThrownBy(() -> town.fetch(query(new LayerQuery.Items(server.api(url) + "/collections/nothing/items", "")), "x", QUARTERS, ""))
                .isInstanceOf(FeedException.class);
        assertThatThrownBy(() -> town.fetch(town.find(url + "?service=WFS&request=GetCapabilities"), "Benches", null, "nothing = 1"))
                .isInstanceOf(FeedException.class);
    }

    private static Service query(LayerQuery query) {
        return new Service(ServiceKind.PLAIN, "x", "", java.util.List.of(new Offer.Layer("x", "", query)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"GoogleMapsCompatible", "WGS84", "sweref"})
    void tilesOfARealCacheLieRight(String grid) throws Exception {
        String source = server.serve("/ows", "EPSG:3006 EPSG:3857 EPSG:4326", "");
        String cache = MapCache.serve(server, "/tiles", source, folder);
        Service service = town.find(cache + "/wmts?service=WMTS&request=GetCapabilities");
        assertThat(service.kind()).isEqualTo(ServiceKind.WMTS);
        assertQuarters(Town.read(town.fetch(service, "Quarters, " + grid, QUARTERS, "").file()), 5);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/gmaps/quarters-GoogleMapsCompatible@GoogleMapsCompatible/{z}/{x}/{y}.png", "/tms/1.0.0/quarters-GoogleMapsCompatible@GoogleMapsCompatible/{z}/{x}/{-y}.png"})
    void tilesByTheirAddressLieRight(String template) throws Exception {
        String source = server.serve("/ows", "EPSG:3006 EPSG:3857 EPSG:4326", "");
        Service service = town.find(MapCache.serve(server, "/tiles", source, folder) + template);
        assertThat(service.kind()).isEqualTo(ServiceKind.XYZ);
        assertThat(service.offers()).singleElement().isInstanceOf(Offer.Layer.class);
        assertQuarters(Town.read(town.fetch(query(new LayerQuery.Tiles(((Offer.Layer) service.offers().get(0)).query().url(), 16)), "x", QUARTERS, "").file()), 5);
    }
}
