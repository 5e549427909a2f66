package org.kvarter.remote.layer;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.Objects;

/** What is asked of a service to get a layer. Addresses are without secrets. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = LayerQuery.Items.class, name = "items"),
    @JsonSubTypes.Type(value = LayerQuery.FeatureType.class, name = "wfs"),
    @JsonSubTypes.Type(value = LayerQuery.Document.class, name = "file"),
    @JsonSubTypes.Type(value = LayerQuery.Tileset.class, name = "3dtiles"),
    @JsonSubTypes.Type(value = LayerQuery.WebMap.class, name = "wms"),
    @JsonSubTypes.Type(value = LayerQuery.TileMatrices.class, name = "wmts"),
    @JsonSubTypes.Type(value = LayerQuery.Tiles.class, name = "xyz")})
public sealed interface LayerQuery {

    /** Address that is asked. */
    String url();

    /** Whether the answer is a picture of the ground. */
    default boolean isPicture() {
        return this instanceof WebMap || this instanceof TileMatrices || this instanceof Tiles;
    }

    /**
     * Items of a collection of OGC API – Features (OGC 17-069r4): GeoJSON, or CityJSONFeatures as of 3DBAG.
     *
     * @param url of the items
     * @param crs system of the collection's storage, in which the box is asked for where it is projected (OGC 18-058r1); may be empty
     */
    record Items(String url, String crs) implements LayerQuery {

        public Items {
            Objects.requireNonNull(url, "url");
            crs = Objects.requireNonNullElse(crs, "");
        }
    }

    /**
     * Features of a type of a WFS (OGC 09-025r2).
     *
     * @param url     that answers GetFeature
     * @param version 2.0.0, 1.1.0 …
     * @param type    name with its prefix
     * @param format  output format to ask for, a JSON one where the service has any; empty for GML
     * @param crs     system to ask for, as the service writes it; may be empty
     * @param most    features that the service gives at a time, whatever is asked for; 0 where it does not say
     */
    record FeatureType(String url, String version, String type, String format, String crs, int most) implements LayerQuery {

        /** Of a service that does not say how much it gives at a time. */
        public FeatureType(String url, String version, String type, String format, String crs) {
            this(url, version, type, format, crs, 0);
        }

        public FeatureType {
            Objects.requireNonNull(url, "url");
            Objects.requireNonNull(type, "type");
            version = Objects.requireNonNullElse(version, "2.0.0");
            format = Objects.requireNonNullElse(format, "");
            crs = Objects.requireNonNullElse(crs, "");
            most = Math.max(0, most);
        }
    }

    /**
     * A file as it is.
     *
     * @param url    of the file
     * @param ending of its name, {@code .city.json}; says how it is read
     */
    record Document(String url, String ending) implements LayerQuery {

        public Document {
            Objects.requireNonNull(url, "url");
            // a name's end and no way to another folder, whoever wrote the project
            ending = ending != null && ending.matches("(\\.[A-Za-z0-9_]{1,40}){1,3}") ? ending : ".json";
        }
    }

    /**
     * A tileset of 3D Tiles, of which the tiles of an area are fetched.
     *
     * @param url of the {@code tileset.json}
     */
    record Tileset(String url) implements LayerQuery {

        public Tileset {
            Objects.requireNonNull(url, "url");
        }
    }

    /**
     * A layer of a WMS (OGC 06-042).
     *
     * @param url     that answers GetMap
     * @param version 1.3.0 or 1.1.1
     * @param layer   name
     * @param style   name; empty for the default
     * @param crs     system to ask for
     * @param format  media type of the picture
     * @param most    largest width and height of one picture, pixels
     */
    record WebMap(String url, String version, String layer, String style, String crs, String format, int most) implements LayerQuery {

        public WebMap {
            Objects.requireNonNull(url, "url");
            Objects.requireNonNull(layer, "layer");
            version = Objects.requireNonNullElse(version, "1.3.0");
            style = Objects.requireNonNullElse(style, "");
            crs = Objects.requireNonNullElse(crs, "EPSG:3857");
            format = Objects.requireNonNullElse(format, "image/png");
            most = most <= 0 ? 1024 : Math.min(most, 2048);
        }
    }

    /**
     * A layer of a WMTS (OGC 07-057r7), whose capabilities are read again before tiles are fetched.
     *
     * @param url    of the capabilities
     * @param layer  identifier
     * @param matrix identifier of the set of tile matrices
     */
    record TileMatrices(String url, String layer, String matrix) implements LayerQuery {

        public TileMatrices {
            Objects.requireNonNull(url, "url");
            Objects.requireNonNull(layer, "layer");
            Objects.requireNonNull(matrix, "matrix");
        }
    }

    /**
     * Tiles of web maps: squares of the spherical Mercator projection (EPSG:3857), halved level by level.
     *
     * @param url     with {@code {z}}, {@code {x}} and {@code {y}} ({@code {-y}} where rows are counted from the south)
     * @param deepest level
     */
    record Tiles(String url, int deepest) implements LayerQuery {

        public Tiles {
            Objects.requireNonNull(url, "url");
            deepest = deepest <= 0 ? 19 : Math.min(deepest, 24);
        }
    }
}
