package org.kvarter.sample;

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

    String cityJson() {
        return CityJson.write(registry.buildings(), waterside.all());
    }

    List<GeoPackage.Layer> layers() {
        return Layers.of(ground, sites, registry, planting);
    }

    byte[] terrainTiff() {
        return GeoTiff.write(terrain.heights(), Terrain.COLUMNS, Terrain.ROWS, Terrain.CELL, Frame.EAST0, Frame.NORTH0 + Frame.HEIGHT);
    }
}
