package org.kvarter.importing.ifc;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.kvarter.importing.ReadOptions;
import org.kvarter.importing.RecordingSink;
import org.kvarter.importing.SolidBatch;
import org.kvarter.model.Bounds;
import org.kvarter.model.PolygonSet;

/** Reads drafts and measures what comes of them. */
final class IfcModelReading {

    private IfcModelReading() {
    }

    static RecordingSink read(IfcDraft draft, Path folder, String... settings) throws Exception {
        Map<String, String> map = settings.length == 0 ? Map.of() : Map.of(settings[0], settings[1]);
        return RecordingSink.read(new IfcImporter(), draft.write(folder.resolve("draft.ifc")),
                new ReadOptions(Optional.empty(), Optional.empty(), map));
    }

    static SolidBatch elements(IfcDraft draft, Path folder) throws Exception {
        return read(draft, folder).solids("elements");
    }

    /** Volume a feature encloses by the divergence theorem, m³. */
    static double volume(PolygonSet set, int feature) {
        double sum = 0;
        double[] v = set.vertices();
        for (int p = 0; p < set.polygonCount(); p++) {
            if (set.polygonFeature()[p] == feature) {
                for (int r = set.firstRing(p); r < set.polygonRingEnds()[p]; r++) {
                    int a = 3 * set.corners()[set.firstCorner(r)];
                    for (int c = set.firstCorner(r) + 1; c + 1 < set.ringEnds()[r]; c++) {
                        int b = 3 * set.corners()[c];
                        int d = 3 * set.corners()[c + 1];
                        sum += v[a] * (v[b + 1] * v[d + 2] - v[b + 2] * v[d + 1]) - v[a + 1] * (v[b] * v[d + 2] - v[b + 2] * v[d])
                                + v[a + 2] * (v[b] * v[d + 1] - v[b + 1] * v[d]);
                    }
                }
            }
        }
        return sum / 6;
    }

    static double volume(IfcDraft draft, Path folder) throws Exception {
        return volume(elements(draft, folder).polygons(), 0);
    }

    static Bounds bounds(IfcDraft draft, Path folder) throws Exception {
        return elements(draft, folder).polygons().bounds();
    }
}
