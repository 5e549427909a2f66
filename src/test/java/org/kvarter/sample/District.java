package org.kvarter.sample;

import java.util.ArrayList;
import java.util.List;

/** The whole district, designed from the same drawing every time. */
final class District {
    final StreetPlan plan = new StreetPlan();
    final GroundPlan ground = new GroundPlan(plan);
    final Terrain terrain = new Terrain(plan);
    final List<Site> sites = new Quarters(ground, terrain).sites();
    final Registry registry = new Registry(plan, sites);
    final Planting planting = new Planting(ground, sites);
    final Waterside waterside = new Waterside(plan);
    final StreetLife life = new StreetLife(ground, terrain, sites, planting);

    {
        Facades.dress(ground, terrain, sites);
    }

    final Weather weather = new Weather();

    /** Hourly heat per building, kWh. */
    List<double[]> heat() {
        return registry.buildings().stream().map(b -> Demand.heat(b, weather)).toList();
    }

    /** Hourly electricity per building, kWh, heat pumps included. */
    List<double[]> electricity(List<double[]> heat) {
        List<Building> all = registry.buildings();
        return java.util.stream.IntStream.range(0, all.size()).mapToObj(i -> Demand.electricity(all.get(i), weather, heat.get(i))).toList();
    }

    String cityJson() {
        List<Waterside.Structure> structures = new ArrayList<>(waterside.all());
        structures.addAll(life.all());
        return CityJson.write(registry.buildings(), structures);
    }

    List<GeoPackage.Layer> layers() {
        return Layers.of(ground, sites, registry, planting);
    }

    byte[] terrainTiff() {
        return GeoTiff.write(terrain.heights(), Terrain.COLUMNS, Terrain.ROWS, Terrain.CELL, Frame.EAST0, Frame.NORTH0 + Frame.HEIGHT);
    }
}
