package org.kvarter.importing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Assertions;
import org.kvarter.model.Diagnostic;
import org.kvarter.model.FeatureTable;
import org.kvarter.model.PolygonSet;
import org.kvarter.task.Progress;

/** Reads a file and holds what comes of it to what every importer owes. */
public final class SoundReading {

    /** A hang, not slowness, is what this finds. */
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private SoundReading() {
    }

    /** Reads, and holds what comes to the contract; {@code null} where the file was refused. */
    public static RecordingSink of(Importer importer, Path file) {
        return of(importer, file, ReadOptions.DEFAULT);
    }

    /** As above, of what {@code options} ask for. */
    public static RecordingSink of(Importer importer, Path file, ReadOptions options) {
        return Assertions.assertTimeoutPreemptively(PATIENCE, () -> {
            RecordingSink sink = new RecordingSink();
            try {
                importer.read(SourceHead.of(file), options, sink, Progress.NONE);
            } catch (ImportException e) {
                assertSentence(e.getMessage());
                assertThat(e.getMessage()).contains(file.getFileName().toString());
                return null;
            }
            assertThat(sink.description).isNotNull();
            sink.diagnostics.forEach(d -> assertSentence(d.message()));
            assertThat(sink.diagnostics).extracting(Diagnostic::source).allMatch(s -> !s.isEmpty());
            sink.solids.forEach(batch -> assertSound(batch.features(), batch.polygons()));
            sink.vectors.forEach(batch -> {
                assertSound(batch.features());
                assertThat(batch.geometries()).hasSize(batch.features().size());
            });
            sink.elevations.forEach(batch -> assertThat(batch.heights()).hasSize(batch.width() * batch.height()));
            sink.images.forEach(batch -> assertThat(batch.argb()).hasSize(batch.width() * batch.height()));
            return sink;
        });
    }

    private static void assertSentence(String message) {
        assertThat(message).isNotBlank().hasSizeLessThan(1000).doesNotContain("Exception", "\tat ", "java.", "com.fasterxml", "null");
    }

    private static void assertSound(FeatureTable features) {
        Set<String> ids = new HashSet<>(List.of(features.ids()));
        assertThat(ids).as("distinct ids").hasSize(features.size());
        for (int row = 0; row < features.size(); row++) {
            assertThat(features.parents()[row]).isBetween(-1, features.size() - 1).isNotEqualTo(row);
        }
    }

    private static void assertSound(FeatureTable features, PolygonSet polygons) {
        assertSound(features);
        List<String> faults = new ArrayList<>();
        int before = 0;
        for (int p = 0; p < polygons.polygonCount(); p++) {
            int feature = polygons.polygonFeature()[p];
            if (feature < before || feature >= features.size()) {
                faults.add("feature " + feature + " of polygon " + p);
            }
            before = feature;
            for (int r = polygons.firstRing(p); r < polygons.polygonRingEnds()[p]; r++) {
                if (polygons.ringEnds()[r] - polygons.firstCorner(r) < 3) {
                    faults.add("ring " + r);
                }
            }
        }
        for (int corner : polygons.corners()) {
            if (corner < 0 || corner >= polygons.vertexCount()) {
                faults.add("corner " + corner);
            }
        }
        for (double coordinate : polygons.vertices()) {
            if (!Double.isFinite(coordinate)) {
                faults.add("coordinate " + coordinate);
            }
        }
        assertThat(faults).isEmpty();
    }
}
