package org.kvarter.importing.cityjson;

import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import org.kvarter.importing.DiagnosticTally;
import org.kvarter.importing.ReadOptions;
import org.kvarter.importing.arrays.MemoryBudget;
import org.kvarter.model.Severity;
import org.kvarter.task.Progress;

/** Walks the root object of one document, its properties in any order, and hands the city objects on as they come. */
final class DocumentReader {

    /** Of what an extension says of the whole file, characters. */
    private static final int WORDS = 400;

    private static final int OBJECTS_PER_REPORT = 500;

    private final MemoryBudget budget;
    private final DiagnosticTally problems;
    private final ModelBuilder model;
    private final CityObjectReader objects;
    private final StagedObject staged;
    private final Progress progress;
    private final Runnable report;

    /** @param report called every few hundred objects to say how far the reading is */
    DocumentReader(MemoryBudget budget, DiagnosticTally problems, ModelBuilder model, ReadOptions options, Progress progress,
                   Runnable report) {
        this.budget = budget;
        this.problems = problems;
        this.model = model;
        this.objects = new CityObjectReader(problems, options);
        this.staged = new StagedObject(budget, options.lod());
        this.progress = progress;
        this.report = report;
    }

    /**
     * Reads the object the parser is about to deliver.
     *
     * @return whether there was an object; anything else is left unread
     * @throws UnsupportedVersionException as soon as a version shows that is not read
     */
    boolean read(JsonParser p, Document into) throws IOException {
        if (p.nextToken() == null || !Json.startsObject(p)) {
            return false;
        }
        for (String name; (name = p.nextFieldName()) != null;) {
            p.nextToken();
            switch (name) {
                case "type" -> into.type = Json.text(p);
                case "version" -> into.version = Versions.require(Json.text(p));
                case "CityObjects" -> readObjects(p, into);
                case "vertices" -> {
                    into.hasVertices = true;
                    into.vertices.clear();
                    Vertices.read(p, into.vertices);
                }
                case "transform" -> readTransform(p, into);
                case "appearance" -> into.appearance.read(p);
                case "geometry-templates" -> {
                    into.templates = new Templates(budget);
                    into.templates.read(p);
                }
                case "metadata" -> Metadata.read(p, into);
                case "extensions" -> readExtensions(p, into);
                case "id" -> p.skipChildren();
                default -> {
                    if (into.extraProperties.size() < 20) {
                        into.extraProperties.put(name, Json.words(p, WORDS));
                    } else {
                        p.skipChildren();
                    }
                }
            }
        }
        return true;
    }

    private void readObjects(JsonParser p, Document into) throws IOException {
        into.hasObjects = true;
        if (!Json.startsObject(p)) {
            problems.add(Severity.WARNING, "root.objectsNotAnObject", "");
            return;
        }
        for (String id; (id = p.nextFieldName()) != null;) {
            p.nextToken();
            if (objects.read(p, id, staged)) {
                model.add(staged);
            }
            if (model.objectCount() % OBJECTS_PER_REPORT == 0) {
                progress.checkCancelled();
                report.run();
            }
        }
    }

    private void readTransform(JsonParser p, Document into) throws IOException {
        double[] scale = null;
        double[] translate = null;
        if (Json.startsObject(p)) {
            for (String name; (name = p.nextFieldName()) != null;) {
                p.nextToken();
                switch (name) {
                    case "scale" -> scale = Json.numbers(p, 3);
                    case "translate" -> translate = Json.numbers(p, 3);
                    default -> p.skipChildren();
                }
            }
        }
        if (isFinite(scale) && isFinite(translate)) {
            into.transform = new Transform(scale, translate);
            if (scale[0] == 0 || scale[1] == 0 || scale[2] == 0) {
                problems.add(Severity.WARNING, "root.scaleZero", "");
            }
        } else {
            problems.add(Severity.WARNING, "root.transformBroken", "");
        }
    }

    private static boolean isFinite(double[] values) {
        if (values == null) {
            return false;
        }
        for (double value : values) {
            if (!Double.isFinite(value)) {
                return false;
            }
        }
        return true;
    }

    private static void readExtensions(JsonParser p, Document into) throws IOException {
        if (!Json.startsObject(p)) {
            return;
        }
        for (String name; (name = p.nextFieldName()) != null;) {
            p.nextToken();
            if (into.extensions.size() < 20) {
                into.extensions.add(name);
            }
            p.skipChildren();
        }
    }
}
