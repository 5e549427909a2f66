package org.kvarter.geo.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.NoSuchElementException;
import org.geotools.api.data.FeatureReader;
import org.geotools.api.data.Query;
import org.geotools.api.data.Transaction;
import org.geotools.api.feature.simple.SimpleFeature;
import org.geotools.api.feature.simple.SimpleFeatureType;
import org.geotools.factory.CommonFactoryFinder;
import org.geotools.filter.text.ecql.ECQL;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.WKTReader;

/** What all stores promise, over the same four houses in each format. */
class StoreContractTest {

    private static final String ALFA = "MULTIPOLYGON(((0 0, 0 10, 10 10, 10 0, 0 0)))";
    private static final String BETA = "MULTIPOLYGON(((20 0, 20 10, 30 10, 30 0, 20 0),(22 2, 28 2, 28 8, 22 8, 22 2)))";
    private static final String GRABO =
            "MULTIPOLYGON(((100 100, 100 110, 110 110, 110 100, 100 100)),((120 100, 120 110, 130 110, 130 100, 120 100)))";

    @TempDir
    Path folder;

    enum Format {
        GEOPACKAGE {
            @Override
            Path write(Path folder) throws Exception {
                Path file = folder.resolve("houses.gpkg");
                try (GpkgFile gpkg = GpkgFile.create(file)) {
                    Geometry a = new WKTReader().read(ALFA);
                    Geometry b = new WKTReader().read(BETA);
                    Geometry c = new WKTReader().read(GRABO);
                    gpkg.table("houses", "MULTIPOLYGON", 3011, "name TEXT, height DOUBLE, storeys MEDIUMINT")
                            .row("houses", GpkgFile.blob(a), "Alfa", 12.5, 4).row("houses", GpkgFile.blob(b), "Beta", 8.0, 2)
                            .row("houses", GpkgFile.blob(c), "Gråbo", 20.25, 6).row("houses", null, null, null, null)
                            .index("houses", new Object[] {1, a}, new Object[] {2, b}, new Object[] {3, c});
                }
                return file;
            }
        },
        SHAPEFILE {
            @Override
            Path write(Path folder) throws Exception {
                double[] alfa = {0, 0, 0, 10, 10, 10, 10, 0, 0, 0};
                double[] beta = {20, 0, 20, 10, 30, 10, 30, 0, 20, 0};
                double[] yard = {22, 2, 28, 2, 28, 8, 22, 8, 22, 2};
                double[] west = {100, 100, 100, 110, 110, 110, 110, 100, 100, 100};
                double[] east = {120, 100, 120, 110, 130, 110, 130, 100, 120, 100};
                return new ShpFile(5).field("name", 'C', 20, 0).field("height", 'N', 8, 2).field("storeys", 'N', 3, 0)
                        .parts(new double[][] {alfa}, "Alfa", "12.5", "4").parts(new double[][] {beta, yard}, "Beta", "8.0", "2")
                        .parts(new double[][] {west, east}, "Gråbo", "20.25", "6").nothing().write(folder, "houses");
            }
        },
        GEOJSON {
            @Override
            Path write(Path folder) throws Exception {
                return Files.writeString(folder.resolve("houses.geojson"), """
                        {"type": "FeatureCollection", "crs": {"type": "name", "properties": {"name": "urn:ogc:def:crs:EPSG::3011"}},
                         "features": [
                          {"type": "Feature", "properties": {"name": "Alfa", "height": 12.5, "storeys": 4}, "geometry":
                           {"type": "MultiPolygon", "coordinates": [[[[0,0],[10,0],[10,10],[0,10],[0,0]]]]}},
                          {"geometry": {"coordinates": [[[[20,0],[20,10],[30,10],[30,0],[20,0]],[[22,2],[28,2],[28,8],[22,8],[22,2]]]],
                           "type": "MultiPolygon"}, "type": "Feature", "properties": {"name": "Beta", "height": 8, "storeys": 2}},
                          {"type": "Feature", "properties": {"name": "Gråbo", "height": 20.25, "storeys": 6}, "geometry":
                           {"type": "MultiPolygon", "coordinates": [[[[100,100],[110,100],[110,110],[100,110],[100,100]]],
                                                                    [[[120,100],[130,100],[130,110],[120,110],[120,100]]]]}},
                          {"type": "Feature", "properties": null, "geometry": null}]}""");
            }
        },
        FLATGEOBUF {
            @Override
            Path write(Path folder) throws Exception {
                WKTReader wkt = new WKTReader();
                return Files.write(folder.resolve("houses.fgb"), new FgbFile(3011, 6).row(wkt.read(ALFA), "Alfa", 12.5, 4)
                        .row(wkt.read(BETA), "Beta", 8.0, 2).row(wkt.read(GRABO), "Gråbo", 20.25, 6).row(null, null, null, null).bytes(true));
            }
        };

        abstract Path write(Path folder) throws Exception;
    }

    private Opened open(Format format) throws Exception {
        return Opened.of(format.write(folder));
    }

    private static List<Object> names(List<SimpleFeature> features) {
        return features.stream().map(f -> f.getAttribute("name")).toList();
    }

    private static Query query(String ecql) throws Exception {
        return new Query("houses", ECQL.toFilter(ecql));
    }

    @ParameterizedTest
    @EnumSource(Format.class)
    void tellsNamesSchemaCountAndBounds(Format format) throws Exception {
        try (Opened opened = open(format)) {
            assertThat(opened.store().getTypeNames()).containsExactly("houses");
            SimpleFeatureType schema = opened.store().getSchema("houses");
            assertThat(schema.getGeometryDescriptor().getType().getBinding()).isEqualTo(org.locationtech.jts.geom.MultiPolygon.class);
            assertThat(schema.getDescriptor("name").getType().getBinding()).isEqualTo(String.class);
            assertThat(schema.getDescriptor("height").getType().getBinding()).isEqualTo(Double.class);
            assertThat(Number.class).isAssignableFrom(schema.getDescriptor("storeys").getType().getBinding());
            assertThat(opened.store().getFeatureSource("houses").getCount(Query.ALL)).isEqualTo(4);
            var bounds = opened.store().getFeatureSource("houses").getBounds();
            assertThat(List.of(bounds.getMinX(), bounds.getMinY(), bounds.getMaxX(), bounds.getMaxY()))
                    .containsExactly(0.0, 0.0, 130.0, 110.0);
            assertThat(opened.sentences()).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(Format.class)
    void yieldsValuesAndGeometries(Format format) throws Exception {
        try (Opened opened = open(format)) {
            List<SimpleFeature> all = opened.features();
            assertThat(names(all)).containsExactly("Alfa", "Beta", "Gråbo", null);
            assertThat(all).extracting(f -> f.getAttribute("height")).containsExactly(12.5, 8.0, 20.25, null);
            assertThat(all).extracting(f -> f.getAttribute("storeys")).extracting(s -> s == null ? null : ((Number) s).intValue())
                    .containsExactly(4, 2, 6, null);
            assertThat(all.subList(0, 3)).extracting(f -> ((Geometry) f.getDefaultGeometry()).getArea())
                    .containsExactly(100.0, 64.0, 200.0);
            assertThat(((Geometry) all.get(2).getDefaultGeometry()).getNumGeometries()).isEqualTo(2);
            assertThat(all.get(3).getDefaultGeometry()).isNull();
        }
    }

    @ParameterizedTest
    @EnumSource(Format.class)
    void keepsIdsFromReadingToReading(Format format) throws Exception {
        try (Opened opened = open(format)) {
            List<String> first = opened.features().stream().map(SimpleFeature::getID).toList();
            assertThat(first).doesNotHaveDuplicates().allMatch(id -> id.startsWith("houses."));
            assertThat(opened.features()).extracting(SimpleFeature::getID).containsExactlyElementsOf(first);
            List<SimpleFeature> second = opened.features(new Query("houses",
                    CommonFactoryFinder.getFilterFactory().id(CommonFactoryFinder.getFilterFactory().featureId(first.get(1)))));
            assertThat(names(second)).containsExactly("Beta");
        }
    }

    @ParameterizedTest
    @EnumSource(Format.class)
    void answersBoxesAndFilters(Format format) throws Exception {
        String geometry = format == Format.GEOPACKAGE ? "geom" : format == Format.SHAPEFILE ? "the_geom" : "geometry";
        try (Opened opened = open(format)) {
            assertThat(names(opened.features(query("BBOX(" + geometry + ", 15, -5, 40, 20)")))).containsExactly("Beta");
            assertThat(names(opened.features(query("BBOX(" + geometry + ", 112, 102, 118, 108)")))).containsExactly("Gråbo");
            assertThat(opened.features(query("BBOX(" + geometry + ", 40, 40, 50, 50)"))).isEmpty();
            assertThat(names(opened.features(query("storeys > 2")))).containsExactly("Alfa", "Gråbo");
            assertThat(names(opened.features(query("5 > storeys AND height < 10")))).containsExactly("Beta");
            assertThat(names(opened.features(query("name = 'Gråbo' OR storeys = 4")))).containsExactly("Alfa", "Gråbo");
            assertThat(names(opened.features(query("NOT (storeys = 4) AND name IS NOT NULL")))).containsExactly("Beta", "Gråbo");
            assertThat(names(opened.features(query("name ILIKE 'gr%'")))).containsExactly("Gråbo");
            assertThat(names(opened.features(query("storeys > 2 AND BBOX(" + geometry + ", -1, -1, 50, 50)")))).containsExactly("Alfa");
            assertThat(opened.store().getFeatureSource("houses").getCount(query("storeys > 2"))).isEqualTo(2);
            assertThat(opened.store().getFeatureSource("houses").getBounds(query("storeys < 5")).getMaxX()).isEqualTo(30);
        }
    }

    @ParameterizedTest
    @EnumSource(Format.class)
    void answersPartsOfTheAttributesLimitsAndOrder(Format format) throws Exception {
        try (Opened opened = open(format)) {
            Query part = new Query("houses", ECQL.toFilter("INCLUDE"), new String[] {"storeys", "name"});
            part.setMaxFeatures(2);
            List<SimpleFeature> two = opened.features(part);
            assertThat(two).hasSize(2).allSatisfy(f -> assertThat(f.getAttributeCount()).isEqualTo(2));
            assertThat(two.get(1).getAttribute(1)).isEqualTo("Beta");
            Query filtered = new Query("houses", ECQL.toFilter("height > 10"), new String[] {"name"});
            filtered.setSortBy(CommonFactoryFinder.getFilterFactory().sort("height", org.geotools.api.filter.sort.SortOrder.DESCENDING));
            assertThat(names(opened.features(filtered))).containsExactly("Gråbo", "Alfa");
        }
    }

    @ParameterizedTest
    @EnumSource(Format.class)
    void endsAReaderProperly(Format format) throws Exception {
        try (Opened opened = open(format);
                FeatureReader<SimpleFeatureType, SimpleFeature> reader =
                        opened.store().getFeatureReader(new Query("houses"), Transaction.AUTO_COMMIT)) {
            for (int i = 0; i < 4; i++) {
                reader.next();
            }
            assertThat(reader.hasNext()).isFalse();
            assertThatThrownBy(reader::next).isInstanceOf(NoSuchElementException.class);
        }
    }
}
