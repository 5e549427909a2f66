package org.kvarter.sample;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;

/** Writes the sample district's files. */
public final class SampleDistrict {
    private SampleDistrict() {
    }

    /**
     * Writes {@code models/} and {@code datasets/} below a folder.
     *
     * @param args the project's folder, by default the current one
     */
    public static void main(String[] args) throws IOException, SQLException {
        write(Path.of(args.length > 0 ? args[0] : "."));
    }

    static void write(Path project) throws IOException, SQLException {
        District district = new District();
        Path models = Files.createDirectories(project.resolve("models"));
        Path datasets = Files.createDirectories(project.resolve("datasets"));
        Files.write(models.resolve("lindhamn.city.json"), district.cityJson().getBytes(StandardCharsets.UTF_8));
        for (char variant : new char[] {'a', 'b'}) {
            Files.writeString(models.resolve((variant == 'a' ? Newcomers.HOUSE_A : Newcomers.HOUSE_B) + ".ifc"), Newcomers.house(district.terrain, variant));
        }
        Files.write(models.resolve(Newcomers.LIGHTHOUSE + ".glb"), Newcomers.lighthouseGlb(district.plan));
        Files.write(datasets.resolve("lindhamn-terrain.tif"), district.terrainTiff());
        GeoPackage.write(datasets.resolve("lindhamn.gpkg"), district.layers());
        Files.writeString(datasets.resolve("weather-2025.csv"), district.weather.csv());
        Files.writeString(datasets.resolve("kvarter.json"), ProjectFile.write());
        Files.write(datasets.resolve(Transit.FILE), new Transit(district.plan).zip());
        Stations stations = new Stations(district.plan);
        Files.writeString(datasets.resolve(Stations.BIKES), stations.information());
        Files.writeString(datasets.resolve(Stations.BIKES_NOW), stations.status());
        Files.writeString(datasets.resolve(Stations.CHARGERS), stations.locations());
        Files.write(datasets.resolve(Stations.BIKES_YEAR + ".zip"), EnergyFiles.zip(Stations.BIKES_YEAR, stations.year()));
        Counts counts = new Counts(district.plan);
        Files.write(datasets.resolve(Counts.FILE + ".zip"), EnergyFiles.zip(Counts.FILE, counts.csv()));
        Files.writeString(datasets.resolve(Counts.SITES), counts.sites());
        Journeys journeys = new Journeys(district.plan);
        Files.writeString(datasets.resolve(Journeys.ZONES), journeys.zones());
        Files.writeString(datasets.resolve(Journeys.FILE), journeys.csv());
        Files.writeString(datasets.resolve(Traffic.FILE), new Traffic(district.plan).geoJson());
        Files.writeString(datasets.resolve("quay-traffic.geojson"), QuayPlan.traffic(district));
        Files.writeString(datasets.resolve("quay-trees.geojson"), QuayPlan.trees(district));
        for (String[] file : SolarFiles.of(district)) {
            Files.write(datasets.resolve(file[0] + ".zip"), EnergyFiles.zip(file[0], file[1]));
        }
        List<double[]> heat = district.heat();
        energy(datasets, "heat-2025.csv", district, heat);
        energy(datasets, "electricity-2025.csv", district, district.electricity(heat));
    }

    private static void energy(Path datasets, String name, District district, List<double[]> series) throws IOException {
        Files.write(datasets.resolve(name + ".zip"), EnergyFiles.zip(name, EnergyFiles.csv(district.registry.buildings(), series)));
    }
}
