package org.kvarter.remote.service;

/** Kinds of services that are recognised. */
public enum ServiceKind {
    /** OGC SensorThings 1.0 and 1.1. */
    SENSOR_THINGS,
    /** FIWARE NGSI-v2. */
    NGSI_V2,
    /** ETSI NGSI-LD. */
    NGSI_LD,
    /** General Bikeshare Feed Specification 1 to 3. */
    GBFS,
    /** GTFS-Realtime. */
    GTFS_REALTIME,
    /** Open Charge Point Interface. */
    OCPI,
    /** OGC API – Features, with CityJSON and 3D GeoVolumes too. */
    OGC_API,
    /** Web Feature Service. */
    WFS,
    /** Web Map Service. */
    WMS,
    /** Web Map Tile Service. */
    WMTS,
    /** Tiles by level, column and row. */
    XYZ,
    /** A broker of MQTT. */
    MQTT,
    /** Anything else with readings in it: JSON, CSV, XML. */
    PLAIN
}
