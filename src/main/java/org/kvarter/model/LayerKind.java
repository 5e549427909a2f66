package org.kvarter.model;

/** What a layer shows, which decides its default look, its drawing order and its place in the layers panel. */
public enum LayerKind {
    TERRAIN, IMAGE, WATER, LAND_USE, GREEN, STREETS, RAIL, TRANSPORT, PLOTS, AREAS, LINES, ROUTES, POINTS, STOPS, STATIONS, TREES, FURNITURE, BRIDGES,
    TUNNELS, RELIEF, BUILDINGS, MOVEMENT, FLOWS, SENSORS, OTHER, BUILDING_ELEMENTS, SPACES
}
