package org.kvarter.importing.vector;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.geotools.api.data.FeatureReader;
import org.geotools.api.data.Query;
import org.geotools.api.data.Transaction;
import org.geotools.api.feature.simple.SimpleFeature;
import org.geotools.api.feature.simple.SimpleFeatureType;
import org.geotools.api.feature.type.GeometryDescriptor;
import org.geotools.factory.CommonFactoryFinder;
import org.kvarter.importing.ImportException;
import org.kvarter.importing.LayerSink;
import org.kvarter.model.AttributeTableBuilder;
import org.kvarter.model.LayerKind;
import org.kvarter.model.NamedUnits;
import org.kvarter.model.Severity;
import org.kvarter.task.Progress;
import org.locationtech.jts.geom.Geometry;

/**
 * Streams one table into the sink. Geometries of several dimensions become layers of their own, the rarer ones under the table's name
 * with {@code :points}, {@code :lines} or {@code :areas} behind. Used once, by one thread.
 */
final class TableReader {

    private static final int CHECK_EVERY = 1_000;
    private static final List<String> SUFFIXES = List.of(":points", ":lines", ":areas");

    private final OpenSource source;
    private final LayerPlan plan;
    private final LayerSink sink;
    private final NoteBook notes;
    private final String crs;
    private final HeightRule heights;
    private final FeatureIds ids;
    private final Map<Integer, LayerOutput> outputs = new HashMap<>();
    private final long[] origins = new long[HeightRule.Origin.values().length];

    /** @param crs the table's reference system where it differs from the source's, else empty */
    TableReader(OpenSource source, LayerPlan plan, LayerSink sink, NoteBook notes, String crs) throws ImportException {
        this.source = source;
        this.plan = plan;
        this.sink = sink;
        this.notes = notes;
        this.crs = crs;
        this.heights = HeightRule.of(plan.facts(), plan.settings());
        this.ids = new FeatureIds(plan.facts(), plan.settings().attribute("idAttribute"));
    }

    /** Reads all features that are asked for. */
    void read(Progress progress) throws ImportException, IOException {
        String name = plan.facts().name();
        String sentence = VectorTexts.get("progress.reading", plan.facts().title());
        long done = 0;
        try (FeatureReader<SimpleFeatureType, SimpleFeature> reader =
                source.store().getFeatureReader(query(), Transaction.AUTO_COMMIT)) {
            List<String> attributes = attributes(reader.getFeatureType());
            while (reader.hasNext()) {
                if (done++ % CHECK_EVERY == 0) {
                    progress.checkCancelled();
                    progress.report(plan.count() > 0 ? Math.min(1, (double) done / plan.count()) : Double.NaN, sentence);
                }
                add(reader.next(), attributes);
            }
        } catch (IOException e) {
            if (done == 0) {
                throw e;
            }
            notes.add(Severity.ERROR, name, VectorTexts.get("table.brokenAfter", source.fileName(), name, done));
        }
        outputs.values().forEach(LayerOutput::flush);
        report(name, done);
    }

    private Query query() throws IOException {
        String name = plan.facts().name();
        var options = plan.settings().options();
        if (options.bbox().isEmpty()) {
            return new Query(name);
        }
        double[] b = options.bbox().get();
        GeometryDescriptor geometry = source.store().getSchema(name).getGeometryDescriptor();
        return new Query(name, CommonFactoryFinder.getFilterFactory().bbox(geometry == null ? "" : geometry.getLocalName(),
                b[0], b[1], b[2], b[3], null));
    }

    private static List<String> attributes(SimpleFeatureType type) {
        List<String> names = new ArrayList<>();
        type.getAttributeDescriptors().forEach(d -> {
            if (!(d instanceof GeometryDescriptor)) {
                names.add(d.getLocalName());
            }
        });
        return names;
    }

    private void add(SimpleFeature feature, List<String> attributes) throws ImportException {
        Geometry geometry = feature.getDefaultGeometry() instanceof Geometry g && !g.isEmpty() ? g : null;
        LayerOutput output = output(geometry == null ? plan.facts().mainDimension() : geometry.getDimension());
        String id = ids.next(ids.attribute() == null ? null : feature.getAttribute(ids.attribute()),
                OpenSource.localId(feature, plan.facts().name()));
        AttributeTableBuilder table = output.attributes();
        for (String attribute : attributes) {
            Object value = plain(feature.getAttribute(attribute));
            if (value != null) {
                table.set(output.row(), attribute, value, value instanceof Number ? NamedUnits.of(attribute) : "");
            }
        }
        output.add(id, geometry, output.isSolid() && geometry != null ? raise(feature, id, geometry) : null);
    }

    private LayerOutput.Raise raise(SimpleFeature feature, String id, Geometry geometry) {
        HeightRule.Raised raised = heights.raise(feature::getAttribute);
        origins[raised.origin().ordinal()]++;
        return (extruder, row) -> {
            switch (extruder.add(row, geometry, raised.metres())) {
                case REPAIRED -> notes.add(Severity.WARNING, id, VectorTexts.get("footprint.repaired", source.fileName(), id));
                case EMPTY -> notes.add(Severity.WARNING, id, VectorTexts.get("footprint.empty", source.fileName(), id));
                case RAISED -> {
                }
            }
        };
    }

    /** Values as the model keeps them: dates become ISO text. */
    private static Object plain(Object value) {
        if (value instanceof java.sql.Date date) {
            return date.toLocalDate().toString();
        }
        if (value instanceof java.sql.Time time) {
            return time.toLocalTime().toString();
        }
        return value instanceof java.util.Date date ? date.toInstant().toString() : value;
    }

    private LayerOutput output(int dimension) throws ImportException {
        LayerOutput output = outputs.get(dimension);
        if (output == null) {
            LayerKind kind = plan.kind(dimension);
            boolean main = dimension == plan.facts().mainDimension();
            String name = plan.facts().name();
            String title = plan.facts().title();
            boolean raised = kind == LayerKind.BUILDINGS && dimension == 2;
            output = new LayerOutput(new LayerOutput.Target(main ? name : name + SUFFIXES.get(dimension),
                    main ? title : VectorTexts.get("title." + dimension, title), name, kind, crs), sink,
                    raised ? new FootprintExtruder() : null);
            outputs.put(dimension, output);
        }
        return output;
    }

    /** Tells what the heights come from and what else a person should know of the whole table. */
    private void report(String name, long features) {
        if (ids.repeated() > 0) {
            notes.add(Severity.INFO, name, VectorTexts.get("table.repeatedIds", source.fileName(), name, ids.repeated()));
        }
        long raised = origins[0] + origins[1] + origins[2];
        if (raised > 0) {
            heights.height().ifPresent(h -> origin(name, "heights.height", HeightRule.Origin.HEIGHT, h.attribute()));
            heights.storeys().ifPresent(s -> origin(name, "heights.storeys", HeightRule.Origin.STOREYS, s.attribute()));
            long guessed = origins[HeightRule.Origin.DEFAULT.ordinal()];
            if (guessed > 0) {
                notes.add(Severity.WARNING, name,
                        VectorTexts.get("heights.default", source.fileName(), name, guessed, heights.defaultHeight()));
            }
        }
        if (features == 0) {
            notes.add(Severity.INFO, name, VectorTexts.get("table.empty", source.fileName(), name));
        }
    }

    private void origin(String name, String key, HeightRule.Origin origin, String attribute) {
        long count = origins[origin.ordinal()];
        if (count > 0) {
            notes.add(Severity.INFO, name, VectorTexts.get(key, source.fileName(), name, count, attribute));
        }
    }
}
