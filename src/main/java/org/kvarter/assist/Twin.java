package org.kvarter.assist;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.kvarter.geo.CoordinateSystems;
import org.kvarter.geo.CoordinateTransform;
import org.kvarter.geo.CrsException;
import org.kvarter.mesh.TileMesh;
import org.kvarter.model.District;
import org.kvarter.model.LocalFrame;
import org.kvarter.model.SolidLayer;
import org.kvarter.model.VectorLayer;
import org.kvarter.text.Texts;

/** The features that tables are joined to: those of a district's solid and vector layers. Thread-safe; make it once for an import. */
public final class Twin {

    /** Nothing to join to. */
    public static final Twin EMPTY = new Twin(null, List.of());

    private static final Texts TEXTS = Texts.in(Twin.class);

    private final LocalFrame frame;
    private final List<TwinLayer> layers;

    private Twin(LocalFrame frame, List<TwinLayer> layers) {
        this.frame = frame;
        this.layers = layers;
    }

    /**
     * The features of a district.
     *
     * @param tiles the triangles of a solid layer by its id, for its footprints; none where they are not known: boxes serve then
     */
    public static Twin of(District district, Function<String, List<TileMesh>> tiles) {
        List<TwinLayer> layers = district.layers().stream().filter(l -> l instanceof SolidLayer || l instanceof VectorLayer)
                .filter(l -> l.features().size() > 0).map(l -> new TwinLayer(l, l instanceof SolidLayer ? tiles.apply(l.id()) : List.of())).toList();
        return new Twin(district.frame(), layers);
    }

    /** The features of a district without triangles. */
    public static Twin of(District district) {
        return of(district, id -> List.of());
    }

    /** Layers with features. */
    public List<TwinLayer> layers() {
        return layers;
    }

    /** The layer of that id. */
    public Optional<TwinLayer> layer(String id) {
        return layers.stream().filter(l -> l.id().equals(id)).findFirst();
    }

    /**
     * Coordinates of a reference system into local ones.
     *
     * @throws AssistException where the system is not known or the district has no place
     */
    CoordinateTransform toLocal(String crs) throws AssistException {
        if (frame == null) {
            throw new AssistException(TEXTS.get("join.noFrame"));
        }
        try {
            return new CoordinateSystems().toFrame(crs, frame);
        } catch (CrsException e) {
            throw new AssistException(TEXTS.get("join.crs", crs, e.getMessage()), e);
        }
    }
}
