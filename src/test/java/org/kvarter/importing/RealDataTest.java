package org.kvarter.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.kvarter.model.Severity;
import org.kvarter.task.Progress;

/**
 * Files made by others: each loads with the counts of an independent reader, or is refused by a sentence that names it. The folder is
 * not part of the project; without it these tests are skipped.
 */
class RealDataTest {

    private static final Path FOLDER = Path.of("../shared/realdata");
    /** A hang, not slowness, is what this finds. */
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    /** The parts of a shapefile beside the .shp, which are refused with a hint to it. */
    private static final Set<String> SIDECARS = Set.of("shx", "dbf", "prj", "cpg");

    /**
     * Polygons at each object's highest level (in vienna, where each is there twice, once), counted by a script of a few lines that knows
     * nothing of this reader, less those without area or corners, counted by it as well; in 5870_ext less the 53 footprints below parts;
     * in Bau445 less the 25 surfaces of its thermal zone, which lie in those of the building.
     */
    private static final Map<String, Integer> POLYGONS = Map.ofEntries(Map.entry("cityjson/delft.json", 36_271 - 4),
            Map.entry("cityjson/zurich_subset_lod2.json", 2039), Map.entry("cityjson/3db_sub.json", 47_897),
            Map.entry("cityjson/vienna.jsonl", 9412 - 5), Map.entry("cityjson/5870_ext.jsonl", 2013 - 53),
            Map.entry("cityjson/euromast.json", 554), Map.entry("models/tour_part_dieu_0.obj", 1176),
            Map.entry("models/Wuson.stl", 3732), Map.entry("models/COLLADA.dae", 6720),
            Map.entry("citygml/Potsdam_LoD1.gml", 1547), Map.entry("citygml/berlin_alexanderplatz_mini.xml", 58 - 2),
            Map.entry("citygml/Bau445LoD2-ADE-results.gml", 39 - 25), Map.entry("citygml/lod2_buildings_v3.gml", 700),
            Map.entry("citygml/Opera-Lyon_CityGML3.0_LOD2_with_xAL3_FreeText.gml", 2279 - 4));

    private static final SourceInspector INSPECTOR = SourceInspector.ofInstalled();

    /** What a file is expected to do. */
    sealed interface Expected permits Loads, Refused, Warns {

        String file();
    }

    /** Loads with these numbers of features by type; rasters have none. */
    record Loads(String file, String format, Map<String, Integer> counts) implements Expected {
    }

    /** Is refused, and the sentence holds {@code words}. */
    record Refused(String file, String words) implements Expected {
    }

    /** Loads in part and says {@code words}, at least as bad as {@code severity}. */
    record Warns(String file, Severity severity, String words) implements Expected {
    }

    private static Loads loads(String file, String format, Object... counts) {
        Map<String, Integer> byType = new TreeMap<>();
        for (int i = 0; i < counts.length; i += 2) {
            byType.put((String) counts[i], (Integer) counts[i + 1]);
        }
        return new Loads(file, format, byType);
    }

    private static List<Expected> refused(String words, String... files) {
        return Arrays.stream(files).map(file -> (Expected) new Refused(file, words)).toList();
    }

    static Stream<Expected> expectations() {
        return Stream.of(cityModels(), buildingModels(), vectors(), rasters(), hostile(), others()).flatMap(List::stream);
    }

    private static List<Expected> cityModels() {
        return List.of(
                loads("cityjson/delft.json", "CityJSON 2.0", "Building", 160, "Road", 143, "PlantCover", 126, "LandUse", 81,
                        "GenericCityObject", 54, "Bridge", 3, "WaterBody", 3),
                loads("cityjson/zurich_subset_lod2.json", "CityJSON 1.1", "BuildingPart", 161, "Building", 49),
                loads("cityjson/vienna.jsonl", "CityJSONSeq 1.1", "Building", 149, "BuildingPart", 443),
                loads("cityjson/5870_ext.jsonl", "CityJSONSeq 1.1", "Building", 54, "BuildingPart", 54, "BuildingZ", 1),
                loads("cityjson/3db_sub.json", "CityJSON 1.0", "LandUse", 44, "Building", 26, "Road", 11, "WaterBody", 9,
                        "PlantCover", 8),
                loads("cityjson/japanese.city.json", "CityJSON 2.0", "Building", 2, "BuildingInstallation", 2),
                loads("cityjson/geom_temp.city.jsonl", "CityJSONSeq 2.0", "SolitaryVegetationObject", 15, "Bridge", 1,
                        "GenericCityObject", 1, "CityObjectGroup", 1),
                loads("cityjson/railway_appearance.city.jsonl", "CityJSONSeq 2.0", "Bridge", 1, "CityFurniture", 1),
                loads("cityjson/euromast.json", "CityJSON 1.0", "Building", 1, "BuildingInstallation", 2),
                loads("citygml/Potsdam_LoD1.gml", "CityGML 1.0", "Building", 97),
                loads("citygml/berlin_alexanderplatz_mini.xml", "CityGML 1.0", "Building", 2),
                loads("citygml/Bau445LoD2-ADE-results.gml", "CityGML 2.0", "Building", 1, "Construction", 4, "SolidMaterial", 3,
                        "EnergyDemand", 2, "ThermalZone", 1, "UsageZone", 1),
                loads("citygml/lod2_buildings_v3.gml", "CityGML 3.0", "Building", 100),
                loads("citygml/Opera-Lyon_CityGML3.0_LOD2_with_xAL3_FreeText.gml", "CityGML 3.0", "Building", 1),
                loads("citygml/523965_dem_6697_05_op.gml", "CityGML 2.0", "ReliefFeature", 2, "TINRelief", 2),
                loads("models/tour_part_dieu_0.obj", "OBJ", "file", 1), loads("models/Wuson.stl", "STL", "solid", 1),
                loads("models/COLLADA.dae", "COLLADA 1.4.1", "node", 2));
    }

    /**
     * Features of all layers; rooms, wholes without shape of their own (stairs, roofs) and the spatial structure are among them, a site with
     * ground twice. How many have a shape is held by {@code RealIfcTest}.
     */
    private static List<Expected> buildingModels() {
        return List.of(
                loads("ifc/AC20-FZK-Haus.ifc", "IFC 4", "IfcWallStandardCase", 13, "IfcWindow", 11, "IfcDoor", 5, "IfcSlab", 4, "IfcBeam", 4,
                        "IfcMember", 42, "IfcRailing", 2, "IfcStair", 1, "IfcSpace", 7, "IfcSite", 2, "IfcProject", 1, "IfcBuilding", 1,
                        "IfcBuildingStorey", 2),
                loads("ifc/Duplex_A_20110907_georeferenced.ifc", "IFC 2X3", "IfcWallStandardCase", 56, "IfcWall", 1, "IfcWindow", 24,
                        "IfcDoor", 14, "IfcSlab", 21, "IfcBeam", 8, "IfcFooting", 7, "IfcCovering", 13, "IfcRailing", 4, "IfcMember", 4,
                        "IfcStair", 2, "IfcStairFlight", 2, "IfcRoof", 1, "IfcFurnishingElement", 61, "IfcSpace", 21, "IfcSite", 1,
                        "IfcProject", 1, "IfcBuilding", 1, "IfcBuildingStorey", 4),
                loads("ifc/LargeBuilding.ifc", "IFC 2X3", "IfcWallStandardCase", 18, "IfcWindow", 42, "IfcDoor", 18, "IfcSlab", 4,
                        "IfcBuildingElementProxy", 13, "IfcFurnishingElement", 14, "IfcCovering", 5, "IfcRoof", 1, "IfcSpace", 8, "IfcSite", 1,
                        "IfcProject", 1, "IfcBuilding", 1, "IfcBuildingStorey", 2),
                loads("ifc/geographic-referencing-utm.ifc", "IFC 4X3", "IfcBuildingElementProxy", 1, "IfcSite", 1, "IfcProject", 1,
                        "IfcBuilding", 1, "IfcBuildingStorey", 1),
                loads("ifc/pass-grf005-unit_conversion_factor.ifc", "IFC 4X3", "IfcGeographicElement", 1, "IfcSite", 2, "IfcProject", 1));
    }

    private static List<Expected> vectors() {
        return List.of(
                loads("gis-vector/dutch_addresses_28992.gpkg", "GeoPackage", "OGRGeoJSON", 2481),
                loads("gis-vector/poi_portugal.gpkg", "GeoPackage", "poi_portugal", 8107),
                loads("gis-vector/buildings.gpkg", "GeoPackage", "buildings", 158),
                loads("gis-vector/countries.fgb", "FlatGeobuf 3", "countries", 179),
                loads("gis-vector/vl_riks.shp", "Shapefile", "vl_riks", 1091),
                loads("gis-vector/00_block_shape.shp", "Shapefile", "00_block_shape", 45),
                loads("gis-vector/inspireadressen.shp", "Shapefile", "inspireadressen", 2481),
                loads("gis-vector/tiger_roads.geojson", "GeoJSON", "tiger_roads", 8333),
                loads("raster/buildings.shp", "Shapefile", "buildings", 137),
                loads("energy/example_project_combined.json", "GeoJSON", "example_project_combined", 19),
                // the README counts lines of the tables, headers included
                loads("mobility/berlin.zip", "GTFS", "Stop", 211, "Route", 6, "Trip", 348, "StopTime", 8865, "ShapePoint", 8328),
                loads("mobility/bart.zip", "GTFS", "Stop", 46, "Route", 11, "Trip", 1620, "StopTime", 33270, "ShapePoint", 105),
                loads("mobility/station_information.json", "GBFS", "Station", 10),
                loads("mobility/lamassu-station_information.json", "GBFS", "Station", 2),
                loads("mobility/GUID50409331.json", "GeoJSON", "GUID50409331", 1),
                loads("sensors-api/items.geojson", "GeoJSON", "items", 9),
                // counted by a Python script of its own that decodes both forms; areas that the extract cuts are not among them
                loads("gis-vector/berlin-siegessaeule.osm", "OpenStreetMap", "Building", 5, "BuildingPart", 118, "Street", 141, "StreetArea", 68,
                        "Tree", 117, "TreeRow", 8, "Green", 16, "Water", 1, "Waterway", 1),
                loads("gis-vector/monaco-latest.osm.pbf", "OpenStreetMap", "Building", 1206, "BuildingPart", 14, "Street", 2345, "StreetArea", 18,
                        "Rail", 13, "Tree", 415, "TreeRow", 1, "Green", 71, "Water", 54, "Waterway", 3, "LandUse", 17));
    }

    private static List<Expected> rasters() {
        return List.of(loads("raster/DEM_KRbig.tif", "GeoTIFF"), loads("raster/DSM_KRbig.tif", "GeoTIFF"),
                loads("raster/elevation.tif", "GeoTIFF"), loads("raster/AROME_T2m_10.tiff", "GeoTIFF"),
                loads("raster/cogeo.tif", "GeoTIFF"), loads("raster/rgb_lzw.tif", "GeoTIFF"),
                new Refused("raster/shapes_lzw_predictor3.tif", "does not say where it lies"));
    }

    private static List<Expected> hostile() {
        return List.of(new Refused("hostile/xmlbomb.xml", "XML <bomb>"), new Refused("hostile/quadratic.xml", "XML"),
                new Refused("hostile/external_file.xml", "XML <root>"),
                new Refused("hostile/n_structure_100000_opening_arrays.json", "JSON"),
                new Warns("hostile/corrupt.tif", Severity.WARNING, ""), new Refused("hostile/truncated.tiff", "ends before"),
                new Warns("hostile/duplicate.json", Severity.WARNING, "LondonTower occurs more than once"),
                new Warns("hostile/extraattribute.json", Severity.INFO, "extension"),
                new Warns("hostile/many.json", Severity.INFO, "+census"), new Warns("hostile/many2.json", Severity.INFO, "+census"),
                new Warns("hostile/noise1.city.json", Severity.WARNING, "3 objects has a geometry"),
                new Warns("hostile/o.json", Severity.WARNING, "names vertex 44, but there are only 6"),
                new Warns("hostile/o2.json", Severity.WARNING, "2 objects has a geometry"),
                new Warns("hostile/o3.json", Severity.WARNING, "2 objects has a geometry"),
                new Refused("hostile/o4.json", "CityJSON 0.9"),
                new Warns("hostile/potatoes.city.json", Severity.WARNING, "scale of zero"));
    }

    private static List<Expected> others() {
        return Stream.of(
                refused("KHR_draco_mesh_compression", "models/2CylinderEngine.gltf"),
                refused("Parquet", "gis-vector/nyc_subset_overture.parquet"), refused("EPW", "energy/NLD_Amsterdam062400_IWEC.epw"),
                refused("PVGIS", "energy/tmy_45.000_8.000_2005_2023.json",
                        "energy/pvgis_hourly_Timeseries_45.000_8.000_SA2_10kWp_CIS_5_2a_2013_2014.json"),
                refused("CSV", "energy/Building_1.csv", "energy/Building_2.csv", "energy/demand.csv", "energy/selp_series.csv"),
                refused("Green Button", "energy/test_usage_data.xml"), refused("JSON", "energy/TypeElements_TABULA_DE.json"),
                refused("GTFS Realtime", "mobility/king-county-metro-1.pbf"),
                refused("GBFS", "mobility/station_status.json"),
                refused("SUMO", "mobility/ingolstadt21.net.xml", "mobility/ingolstadt21.rou.xml"),
                refused("JSON", "sensors-api/dataBatchPost.json", "sensors-api/example-normalized.jsonld"),
                refused("WFS_Capabilities", "sensors-api/wfs_dov_getcapabilities_200.xml"),
                refused("WMS_Capabilities", "sensors-api/wms_nccs_nasa_getcap_130.xml")).flatMap(List::stream).toList();
    }

    @BeforeEach
    void hereAndInEnglish() {
        assumeTrue(Files.isDirectory(FOLDER), "real data is not here");
        Locale.setDefault(Locale.Category.DISPLAY, Locale.ENGLISH);
    }

    @ParameterizedTest
    @MethodSource("expectations")
    void loadsOrIsRefusedInASentence(Expected expected) {
        Path file = FOLDER.resolve(expected.file());
        String name = file.getFileName().toString();
        Assertions.assertTimeoutPreemptively(PATIENCE, () -> {
            try {
                SourceInfo info = INSPECTOR.inspect(file, ReadOptions.DEFAULT, Progress.NONE);
                hold(expected, info);
            } catch (ImportException e) {
                if (!(expected instanceof Refused refused)) {
                    fail(name + " was refused: " + e.getMessage());
                    return;
                }
                assertThat(e.getMessage()).contains(name).contains(refused.words()).doesNotContain("Exception").endsWith(".");
            }
        });
    }

    private static void hold(Expected expected, SourceInfo info) {
        if (expected instanceof Loads loads) {
            assertThat((info.format() + " " + info.version()).trim()).startsWith(loads.format());
            assertThat(info.counts()).isEqualTo(loads.counts());
            assertThat(info.extent()).hasSize(6);
            int polygons = info.layers().stream().mapToInt(SourceInfo.LayerInfo::polygons).sum();
            assertThat(polygons).isEqualTo(POLYGONS.getOrDefault(loads.file(), polygons));
        } else if (expected instanceof Warns warns) {
            assertThat(info.diagnostics()).anyMatch(d -> d.severity().compareTo(warns.severity()) >= 0 && d.message().contains(warns.words()));
        } else {
            fail(expected.file() + " was read, not refused");
        }
    }

    @Test
    void speaksOfEveryFile() throws IOException {
        Set<String> known = expectations().map(Expected::file).collect(Collectors.toCollection(TreeSet::new));
        try (Stream<Path> files = Files.walk(FOLDER)) {
            Set<String> there = files.filter(Files::isRegularFile).map(f -> FOLDER.relativize(f).toString().replace('\\', '/'))
                    .filter(f -> !f.equals("README.md") && !SIDECARS.contains(f.substring(f.lastIndexOf('.') + 1)))
                    .collect(Collectors.toCollection(TreeSet::new));
            assertThat(known).isEqualTo(there);
        }
    }

    @Test
    void pointsFromThePartsOfAShapefileToTheShp() throws IOException {
        try (Stream<Path> files = Files.walk(FOLDER)) {
            files.filter(f -> SIDECARS.contains(f.toString().substring(f.toString().lastIndexOf('.') + 1)))
                    .forEach(f -> Assertions.assertThrows(ImportException.class,
                            () -> INSPECTOR.inspect(f, ReadOptions.DEFAULT, Progress.NONE)));
        }
    }
}
