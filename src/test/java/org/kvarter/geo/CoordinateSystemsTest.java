package org.kvarter.geo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CoordinateSystemsTest {

    private static final CoordinateSystems SYSTEMS = new CoordinateSystems();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            EPSG:28992                                                 | EPSG:28992      | EPSG:28992 |
            epsg:3011                                                  | EPSG:3011       | EPSG:3011  |
            3011                                                       | EPSG:3011       | EPSG:3011  |
            urn:ogc:def:crs:EPSG::7415                                 | EPSG:7415       | EPSG:28992 | EPSG:5709
            https://www.opengis.net/def/crs/EPSG/0/7415                | EPSG:7415       | EPSG:28992 | EPSG:5709
            http://www.opengis.net/def/crs/EPSG/0/2056                 | EPSG:2056       | EPSG:2056  |
            http://www.opengis.net/gml/srs/epsg.xml#4326               | EPSG:4326       | EPSG:4326  |
            urn:ogc:def:crs,crs:EPSG:6.12:25833,crs:EPSG:6.12:5783     | EPSG:25833+5783 | EPSG:25833 | EPSG:5783
            urn:ogc:def:crs,crs:EPSG:6.12:3068,crs:EPSG:6.12:5783      | EPSG:3068+5783  | EPSG:3068  | EPSG:5783
            EPSG:28992+5709                                            | EPSG:28992+5709 | EPSG:28992 | EPSG:5709
            EPSG:28992+EPSG:5709                                       | EPSG:28992+5709 | EPSG:28992 | EPSG:5709
            EPSG:28992+5109                                            | EPSG:28992      | EPSG:28992 |
            urn:ogc:def:crs:OGC:1.3:CRS84                              | EPSG:4326       | EPSG:4326  |
            OGC:CRS84                                                  | EPSG:4326       | EPSG:4326  |
            http://www.opengis.net/def/crs/OGC/1.3/CRS84               | EPSG:4326       | EPSG:4326  |
            urn:adv:crs:ETRS89_UTM32*DE_DHHN2016_NH                    | EPSG:25832+7837 | EPSG:25832 | EPSG:7837
            ESRI:102100                                                | EPSG:3857       | EPSG:3857  |
            https://epsg.io/3006                                       | EPSG:3006       | EPSG:3006  |
            +proj=utm +zone=32 +ellps=WGS84 +datum=WGS84 +units=m      | EPSG:32632      | EPSG:32632 |
            +init=epsg:3879                                            | EPSG:3879       | EPSG:3879  |
            SWEREF 99 18 00                                            | EPSG:3011       | EPSG:3011  |
            RD New                                                     | EPSG:28992      | EPSG:28992 |
            WGS 84                                                     | EPSG:4326       | EPSG:4326  |
            EPSG:5973                                                  | EPSG:5973       | EPSG:25833 | EPSG:5941
            EPSG:5555                                                  | EPSG:5555       | EPSG:25832 | EPSG:5783
            EPSG:9518                                                  | EPSG:9518       | EPSG:4326  | EPSG:3855
            EPSG:4979                                                  | EPSG:4979       | EPSG:4326  | ''
            EPSG:6697                                                  | EPSG:6697       | EPSG:6668  | EPSG:6695
            EPSG:3946                                                  | EPSG:3946       | EPSG:3946  |
            """)
    void understandsASpelling(String text, String code, String horizontal, String vertical) {
        CoordinateSystem system = SYSTEMS.find(text).orElseThrow();

        assertThat(system.code()).isEqualTo(code);
        assertThat(system.horizontal()).isEqualTo(horizontal);
        assertThat(system.vertical().map(HeightSystem::code).orElse(null)).isEqualTo(vertical);
        assertThat(SYSTEMS.find(system.definition())).as("its own spelling reads back").contains(system);
    }

    /** Codes outside the table are asked of the EPSG database, compound and three-dimensional ones among them. */
    @ParameterizedTest
    @CsvSource({"EPSG:21897, EPSG:21897, ", "EPSG:4759, EPSG:4759, ", "EPSG:5556, EPSG:25833, EPSG:5783",
            "EPSG:7423, EPSG:4258, EPSG:5621", "EPSG:8360, EPSG:4258, EPSG:8357", "EPSG:4959, EPSG:4167, ''"})
    void asksTheDatabase(String text, String horizontal, String vertical) {
        CoordinateSystem system = SYSTEMS.find(text).orElseThrow();

        assertThat(system.horizontal()).isEqualTo(horizontal);
        assertThat(system.vertical().map(HeightSystem::code).orElse(null)).isEqualTo(vertical);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "EPSG:", "EPSG:999999", "EPSG:5613", "12", "local", "unknown", "nonsense", "urn:ogc:def:crs",
            "PROJCS[", "PROJCS[\"x\"]", "GEOGCS[\"a\",DATUM[]]", "LOCAL_CS[\"x\",UNIT[\"m\",1]]", "EPSG:4978", "+proj=utm",
            "EPSG:3006.5", "PROJCS[\"x\",GEOGCS[\"y\"],PROJECTION[\"Nothing\"]]", "((((((((((((((((((("})
    void answersGarbageWithNothing(String text) {
        assertThat(SYSTEMS.find(text)).isEmpty();
        assertThatThrownBy(() -> SYSTEMS.require(text)).isInstanceOf(CrsException.class).hasMessageContaining("EPSG:3006");
    }

    @Test
    void nestedBracketsDoNotExhaustTheStack() {
        assertThat(SYSTEMS.find("A[".repeat(20_000))).isEmpty();
    }

    @Property(tries = 200)
    void neverThrowsForAnyText(@ForAll String text) {
        assertThat(SYSTEMS.find(text)).isNotNull();
    }

    @Test
    void recognisesEsriTextByItsParameters() {
        String etrs = "GEOGCS[\"GCS_ETRS_1989\",DATUM[\"D_ETRS_1989\",SPHEROID[\"GRS_1980\",6378137.0,298.257222101]],"
                + "PRIMEM[\"Greenwich\",0.0],UNIT[\"Degree\",0.0174532925199433]]";
        assertThat(find(tm("SWEREF99_18_00", sweref(), 18, 1, 150000, "Meter\",1.0"))).isEqualTo("EPSG:3011");
        assertThat(find(tm("SWEREF99_TM", sweref(), 15, 0.9996, 500000, "Meter\",1.0"))).isEqualTo("EPSG:3006");
        assertThat(find(tm("anything", sweref(), 15, 0.9996, 500000, "Meter\",1.0"))).isEqualTo("EPSG:3006");
        assertThat(find(tm("ETRS_1989_UTM_Zone_33N", etrs, 15, 0.9996, 500000, "Meter\",1.0"))).isEqualTo("EPSG:25833");
        assertThat(find(tm("EUREF_FIN_TM35FIN", etrs, 27, 0.9996, 500000, "Meter\",1.0"))).isEqualTo("EPSG:3067");
        assertThat(find(tm("ETRS_1989_GK25FIN", etrs, 25, 1, 25500000, "Meter\",1.0"))).isEqualTo("EPSG:3879");
        assertThat(find("GEOGCS[\"GCS_WGS_1984\",DATUM[\"D_WGS_1984\",SPHEROID[\"WGS_1984\",6378137,298.257223563]],"
                + "PRIMEM[\"Greenwich\",0],UNIT[\"Degree\",0.017453292519943295]]")).isEqualTo("EPSG:4326");
        assertThat(find("PROJCS[\"RD_New\",GEOGCS[\"GCS_Amersfoort\",DATUM[\"D_Amersfoort\",SPHEROID[\"Bessel_1841\",6377397.155,"
                + "299.1528128]],PRIMEM[\"Greenwich\",0.0],UNIT[\"Degree\",0.0174532925199433]],PROJECTION[\"Double_Stereographic\"],"
                + "PARAMETER[\"False_Easting\",155000.0],PARAMETER[\"False_Northing\",463000.0],PARAMETER[\"Central_Meridian\","
                + "5.38763888888889],PARAMETER[\"Scale_Factor\",0.9999079],PARAMETER[\"Latitude_Of_Origin\",52.15616055555555],"
                + "UNIT[\"Meter\",1.0]]")).isEqualTo("EPSG:28992");
        assertThat(find("PROJCS[\"CH1903+_LV95\",GEOGCS[\"GCS_CH1903+\",DATUM[\"D_CH1903+\",SPHEROID[\"Bessel_1841\",6377397.155,"
                + "299.1528128]],PRIMEM[\"Greenwich\",0.0],UNIT[\"Degree\",0.0174532925199433]],PROJECTION["
                + "\"Hotine_Oblique_Mercator_Azimuth_Center\"],PARAMETER[\"False_Easting\",2600000.0],PARAMETER[\"False_Northing\","
                + "1200000.0],PARAMETER[\"Scale_Factor\",1.0],PARAMETER[\"Azimuth\",90.0],PARAMETER[\"Longitude_Of_Center\","
                + "7.439583333333333],PARAMETER[\"Latitude_Of_Center\",46.95240555555556],UNIT[\"Meter\",1.0]]")).isEqualTo("EPSG:2056");
        assertThat(find("PROJCS[\"WGS_1984_Web_Mercator_Auxiliary_Sphere\",GEOGCS[\"GCS_WGS_1984\",DATUM[\"D_WGS_1984\",SPHEROID["
                + "\"WGS_1984\",6378137.0,298.257223563]],PRIMEM[\"Greenwich\",0.0],UNIT[\"Degree\",0.0174532925199433]],PROJECTION["
                + "\"Mercator_Auxiliary_Sphere\"],PARAMETER[\"False_Easting\",0.0],PARAMETER[\"False_Northing\",0.0],PARAMETER["
                + "\"Central_Meridian\",0.0],PARAMETER[\"Standard_Parallel_1\",0.0],PARAMETER[\"Auxiliary_Sphere_Type\",0.0],"
                + "UNIT[\"Meter\",1.0]]")).isEqualTo("EPSG:3857");
    }

    /** A near miss must not be taken for the real one: another scale, another datum, another unit. */
    @Test
    void keepsTheTextOfAnUnknownSystem() {
        for (String wkt : new String[] {tm("Site grid", sweref(), 18.5, 1, 150000, "Meter\",1.0"),
                tm("SWEREF99_18_00", sweref(), 18, 0.99991, 150000, "Meter\",1.0")}) {
            CoordinateSystem system = SYSTEMS.find(wkt).orElseThrow();
            assertThat(system.code()).isEmpty();
            assertThat(system.horizontal()).startsWith("PROJCS[");
            assertThat(system.isMetric()).isTrue();
        }
        CoordinateSystem feet = SYSTEMS.find(tm("SWEREF99_18_00", sweref(), 18, 1, 492125.98, "Foot\",0.3048")).orElseThrow();
        assertThat(feet.code()).isEmpty();
        assertThat(feet.metresPerUnit()).isEqualTo(0.3048);
    }

    @Test
    void splitsCompoundText() {
        String wkt = "COMPD_CS[\"SWEREF99 18 00 + RH2000\"," + tm("SWEREF99 18 00", sweref(), 18, 1, 150000, "metre\",1")
                + ",VERT_CS[\"NAVD88 height (ftUS)\",VERT_DATUM[\"x\",2005],UNIT[\"US survey foot\",0.304800609601219],"
                + "AXIS[\"Up\",UP],AUTHORITY[\"EPSG\",\"6360\"]]]";
        CoordinateSystem system = SYSTEMS.find(wkt).orElseThrow();

        assertThat(system.code()).isEqualTo("EPSG:3011+6360");
        assertThat(system.heightMetresPerUnit()).isEqualTo(1200.0 / 3937, org.assertj.core.data.Offset.offset(1e-9));
    }

    @Test
    void readsTheCodeOutOfNewerText() {
        String wkt = "PROJCRS[\"whatever\",BASEGEOGCRS[\"SWEREF99\",DATUM[\"SWEREF99\",ELLIPSOID[\"GRS 1980\",6378137,298.25]]],"
                + "CONVERSION[\"c\",METHOD[\"Transverse Mercator\",ID[\"EPSG\",9807]]],CS[Cartesian,2],ID[\"EPSG\",3014]]";
        assertThat(find(wkt)).isEqualTo("EPSG:3014");
    }

    @Test
    void theSampleDistrictNeedsNoDatabase() throws CrsException {
        CoordinateSystems fresh = new CoordinateSystems();
        org.kvarter.model.LocalFrame frame = new org.kvarter.model.LocalFrame("EPSG:3011", 153_000, 6_578_000, 0);
        for (String spelling : new String[] {"EPSG:3011", "urn:ogc:def:crs:EPSG::3011", "3011", "SWEREF99 18 00", "EPSG:5850",
                "https://www.opengis.net/def/crs/EPSG/0/3011", tm("SWEREF99_18_00", sweref(), 18, 1, 150000, "Meter\",1.0")}) {
            double[] xyz = {153_369.5, 6_579_456.25, 12};
            fresh.toFrame(spelling, frame).toLocal(xyz, 0, 1);
            assertThat(xyz).containsExactly(369.5, 1456.25, 12);
        }
        assertThat(fresh.isEngineOpen()).isFalse();
    }

    private static String find(String wkt) {
        return SYSTEMS.find(wkt).orElseThrow().code();
    }

    private static String sweref() {
        return "GEOGCS[\"GCS_SWEREF99\",DATUM[\"D_SWEREF99\",SPHEROID[\"GRS_1980\",6378137.0,298.257222101]],"
                + "PRIMEM[\"Greenwich\",0.0],UNIT[\"Degree\",0.0174532925199433]]";
    }

    private static String tm(String name, String geographic, double meridian, double scale, double falseEasting, String unit) {
        return "PROJCS[\"" + name + "\"," + geographic + ",PROJECTION[\"Transverse_Mercator\"],PARAMETER[\"False_Easting\","
                + falseEasting + "],PARAMETER[\"False_Northing\",0.0],PARAMETER[\"Central_Meridian\"," + meridian
                + "],PARAMETER[\"Scale_Factor\"," + scale + "],PARAMETER[\"Latitude_Of_Origin\",0.0],UNIT[\"" + unit + "]]";
    }
}
