package org.kvarter.importing.citygml;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.kvarter.importing.DiagnosticTally;
import org.kvarter.importing.ReadOptions;
import org.kvarter.importing.city.AttributeRow;
import org.kvarter.importing.city.Lods;
import org.kvarter.model.Severity;
import org.locationtech.jts.geom.Geometry;

/** Brings chunks into the layers: what of them is shown, where it lies, how it looks. Not thread-safe. */
final class Assembler {

    private final ReadOptions options;
    private final Document document;
    private final Systems systems;
    private final Layers layers;
    private final Templates templates;
    private final DiagnosticTally problems;
    private final LodRanks ranks;
    private final boolean interior;
    /** What is stated beside the objects. */
    private final Looks looks;
    private final Pictures pictures;
    private int hiddenInterior;
    private int hiddenFootprints;
    private int chunks;
    private int kept;

    Assembler(ReadOptions options, Document document, Systems systems, Layers layers, Templates templates, Looks looks, Pictures pictures,
              DiagnosticTally problems) {
        this.options = options;
        this.document = document;
        this.systems = systems;
        this.layers = layers;
        this.templates = templates;
        this.looks = looks;
        this.pictures = pictures;
        this.problems = problems;
        this.ranks = new LodRanks(options.lod());
        this.interior = options.setting("interior").map(Boolean::parseBoolean).orElse(false);
    }

    /** What of a chunk is shown. */
    Choice choose(Chunk chunk) {
        return new Choice(chunk, ranks);
    }

    /** Ids of geometries that a chunk shows and that neither it nor {@code elsewhere} holds; empty where all is at hand. */
    Set<String> missing(Chunk chunk, Choice choice, GeometryStore elsewhere) {
        Set<String> ids = new HashSet<>();
        for (Choice.Foreign foreign : choice.foreign()) {
            if (!elsewhere.knows(foreign.id()) && !foreign.id().contains("#")) {
                ids.add(foreign.id());
            }
        }
        for (Chunk.Instance instance : chunk.instances) {
            if (!instance.template().startsWith(LibraryObjects.PREFIX) && !templates.store().knows(instance.template())
                    && !chunk.geometry.knows(instance.template()) && !elsewhere.knows(instance.template())) {
                ids.add(instance.template());
            }
        }
        return ids;
    }

    /**
     * Puts a chunk into the layers.
     *
     * @param elsewhere geometries of other chunks that this one may name
     */
    void add(Chunk chunk, Choice choice, GeometryStore elsewhere) {
        if (chunk.rows.isEmpty()) {
            return;
        }
        chunks++;
        ChunkView view = new ChunkView(chunk, choice, systems, elsewhere, templates, ranks);
        view.missing().forEach(id -> problems.add(Severity.WARNING, id.contains("#") ? "reference.external" : "reference.missing",
                chunk.rows.get(0).id, id));
        boolean[] show = shown(chunk, view);
        if (options.bbox().isPresent() && !view.meets(options, show)) {
            return;
        }
        kept++;
        paint(chunk, view);
        layers.startChunk();
        int[] layerRow = new int[chunk.rows.size()];
        Arrays.fill(layerRow, -1);
        for (int row = 0; row < layerRow.length; row++) {
            if (options.wantsLayer(chunk.rows.get(row).type.layer())) {
                layerRow[row] = emit(chunk, view, row, show[row], layerRow);
            }
        }
    }

    /** Which rows show their surfaces: not what lies inside a shell, nor footprints of what is shown in full. */
    private boolean[] shown(Chunk chunk, ChunkView view) {
        int n = chunk.rows.size();
        boolean[] show = new boolean[n];
        Arrays.fill(show, true);
        boolean[] shell = new boolean[n];
        for (int row = 0; row < n; row++) {
            shell[chunk.root(row)] |= view.isSolid(row) && !isInside(chunk, row);
        }
        for (int row = 0; row < n; row++) {
            if (!interior && view.isSolid(row) && shell[chunk.root(row)] && isInside(chunk, row)) {
                show[row] = false;
                hiddenInterior++;
            }
        }
        for (int row = n - 1; row >= 0; row--) {
            if (show[row] && view.isSolid(row) && view.lod(row) >= 1) {
                for (int at = chunk.rows.get(row).parent; at >= 0; at = chunk.rows.get(at).parent) {
                    if (show[at] && view.isSolid(at) && view.lod(at) >= 0 && view.lod(at) < 1) {
                        show[at] = false;
                        hiddenFootprints++;
                    }
                }
            }
        }
        return show;
    }

    /** A part of what lies inside lies inside. */
    private static boolean isInside(Chunk chunk, int row) {
        for (int at = row; at >= 0; at = chunk.rows.get(at).parent) {
            if (chunk.rows.get(at).type.interior()) {
                return true;
            }
        }
        return false;
    }

    private void paint(Chunk chunk, ChunkView view) {
        chunk.looks.colours.forEach(view::paint);
        boolean texture = false;
        for (String id : chunk.looks.elsewhere) {
            texture |= chunk.geometry.knows(id) || templates.store().knows(id);
        }
        if (!looks.colours.isEmpty() || !looks.elsewhere.isEmpty()) {
            for (String id : chunk.geometry.ids()) {
                Integer argb = looks.colours.get(id);
                if (argb != null) {
                    view.paint(id, argb);
                }
                texture |= looks.elsewhere.contains(id);
            }
        }
        document.texturedObjects += texture ? 1 : 0;
    }

    private int emit(Chunk chunk, ChunkView view, int row, boolean show, int[] layerRow) {
        Chunk.Row object = chunk.rows.get(row);
        Geometry flat = view.isSolid(row) ? null : view.flat(row);
        if (flat != null) {
            FlatBatch lines = layers.flat(object.type, chunk.system);
            lines.add(layers.distinct(object.id, lines.name), object.typeName, object.attributes, flat);
            return -1;
        }
        LayerBatch batch = layers.solid(object.type, chunk.system);
        int parent = object.parent < 0 ? -1 : layerRow[object.parent];
        boolean sameLayer = object.parent >= 0 && chunk.rows.get(object.parent).type.layer().equals(object.type.layer());
        int at = batch.addFeature(layers.distinct(object.id, batch.name), object.typeName, sameLayer ? parent : -1);
        AttributeRow attributes = object.attributes;
        for (int i = 0; i < attributes.names.size(); i++) {
            batch.attribute(at, attributes.names.get(i), attributes.values.get(i), attributes.units.get(i));
        }
        if (object.parent >= 0 && !sameLayer) {
            batch.attribute(at, "parent", chunk.rows.get(object.parent).id, "");
        }
        if (show) {
            view.addTo(batch, row, pictures);
        }
        return at;
    }

    /** Says what was left out, once all is read. */
    void report() {
        if (hiddenInterior > 0) {
            problems.add(Severity.INFO, "interior.hidden", "", hiddenInterior);
        }
        if (hiddenFootprints > 0) {
            problems.add(Severity.INFO, "footprint.hidden", "", hiddenFootprints);
        }
    }

    /** Members that met the box asked for, of those with objects. */
    int kept() {
        return kept;
    }

    int chunks() {
        return chunks;
    }

    /** The levels among {@code lods} that meet a wish. */
    static List<String> meeting(List<String> lods, String wish) {
        List<String> met = new ArrayList<>(lods);
        met.removeIf(lod -> !Lods.meets(lod, wish));
        return met;
    }
}
