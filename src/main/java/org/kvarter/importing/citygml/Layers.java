package org.kvarter.importing.citygml;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.kvarter.importing.DiagnosticTally;
import org.kvarter.importing.HeightReference;
import org.kvarter.importing.LayerSink;
import org.kvarter.importing.SolidBatch;
import org.kvarter.importing.SourceDescription;
import org.kvarter.importing.VectorBatch;
import org.kvarter.importing.arrays.MemoryBudget;
import org.kvarter.importing.city.CityObjectType;
import org.kvarter.model.FeatureTable;
import org.kvarter.model.Severity;
import org.kvarter.text.LocalText;
import org.kvarter.text.Texts;

/** The layers under way: each goes to the sink in batches as it fills. Not thread-safe. */
final class Layers {

    private final LayerSink sink;
    private final DiagnosticTally problems;
    private final MemoryBudget budget;
    private final Document document;
    private final List<String> lods;
    private final Texts texts = Texts.in(Layers.class);
    private final Map<String, LayerBatch> solids = new LinkedHashMap<>();
    private final Map<String, FlatBatch> flats = new LinkedHashMap<>();
    private final Map<String, String> systems = new HashMap<>();
    private final Map<String, Integer> duplicates = new HashMap<>();
    private final Map<String, String> layerOf = new HashMap<>();
    private boolean described;
    private String systemOfAll = "";

    Layers(LayerSink sink, DiagnosticTally problems, MemoryBudget budget, Document document, List<String> lods) {
        this.sink = sink;
        this.problems = problems;
        this.budget = budget;
        this.document = document;
        this.lods = lods;
    }

    /** The batch for solids of a type in a reference system. */
    LayerBatch solid(CityObjectType type, String system) {
        LayerBatch batch = solids.computeIfAbsent(type.layer(), name -> new LayerBatch(name, type, budget, problems));
        if (!systems.getOrDefault(batch.name, system).equals(system)) {
            flush(batch);
        }
        systems.put(batch.name, system);
        return batch;
    }

    /** The batch for points and lines of a type in a reference system. */
    FlatBatch flat(CityObjectType type, String system) {
        String name = type.layer() + " (lines)";
        FlatBatch batch = flats.computeIfAbsent(name, n -> new FlatBatch(n, type));
        if (!systems.getOrDefault(name, system).equals(system)) {
            flush(batch);
        }
        systems.put(name, system);
        return batch;
    }

    /** The layer of a feature, {@code null} for none. */
    String layerOf(String id) {
        return layerOf.get(id);
    }

    /** The id itself, or one like it where it has been used; notes the layer it goes to. */
    String distinct(String id, String layer) {
        if (layerOf.putIfAbsent(id, layer) == null) {
            return id;
        }
        String renamed;
        do {
            renamed = id + " (" + (duplicates.merge(id, 1, Integer::sum) + 1) + ")";
        } while (layerOf.putIfAbsent(renamed, layer) != null);
        problems.add(Severity.WARNING, "object.duplicateId", id, id, renamed);
        return renamed;
    }

    /** Another member begins: full batches go out. */
    void startChunk() {
        for (LayerBatch batch : solids.values()) {
            batch.startChunk();
            if (batch.isFull()) {
                flush(batch);
            }
        }
        flats.values().stream().filter(FlatBatch::isFull).forEach(this::flush);
    }

    /** Hands on what is left, in the order in which layers are looked at. */
    void finish() {
        describe();
        new ArrayList<>(solids.values()).stream().sorted(Comparator.comparing(b -> b.type.kind())).forEach(this::flush);
        flats.values().forEach(this::flush);
    }

    /** Says what the source is, once, before anything else. */
    void describe() {
        if (!described) {
            described = true;
            systemOfAll = document.system;
            sink.source(new SourceDescription("CityGML", document.version, document.system.isEmpty() ? Optional.empty()
                    : Optional.of(document.system), lods, document.title, ""));
        }
    }

    private void flush(LayerBatch batch) {
        if (batch.size() == 0) {
            return;
        }
        describe();
        batch.means.flush(batch);
        document.surfaceAttributes.addAll(batch.means.names());
        FeatureTable features = batch.giveFeatures();
        sink.solids(new SolidBatch(batch.name, title(batch.type, false), batch.type.kind(), HeightReference.ABSOLUTE, crs(batch.name),
                features, batch.givePolygons()));
    }

    private void flush(FlatBatch batch) {
        if (batch.size() == 0) {
            return;
        }
        describe();
        sink.vectors(new VectorBatch(batch.name, title(batch.type, true), batch.type.kind(), crs(batch.name), batch.giveFeatures(),
                batch.giveGeometries()));
    }

    private String crs(String layer) {
        String system = systems.getOrDefault(layer, systemOfAll);
        return system.equals(systemOfAll) ? "" : system;
    }

    private LocalText title(CityObjectType type, boolean flat) {
        String name = type.layer();
        LocalText title = texts.has("layer." + name) ? texts.everywhere("layer." + name) : LocalText.of(name);
        return flat ? texts.everywhere("layer.flat", title) : title;
    }
}
