package org.kvarter.importing;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.kvarter.task.Progress;

/**
 * An {@link Importer} of sources in several levels of detail, which reads each part as fine as an eye should see it. The eye is the setting
 * {@link #VIEW}. Stateless, thread-safe.
 */
public interface EyeDetail {

    /** Place of an eye in source coordinates and its focal length in pixels, {@code x,y,z,focal}. */
    String VIEW = "view";

    /** Which parts a source is read in. */
    interface Cut {

        /** Whether there are finer ones for some, which a nearer eye would bring. */
        boolean isPartial();

        /** How many times too coarse the worst part would be for what other options ask; up to 1 all are fine enough. */
        double need(ReadOptions options);
    }

    /** Which parts a source is read in with some options, without reading them; one that cannot be read is not partial. */
    Cut cut(Path file, ReadOptions options, Progress progress);

    /** Options with another eye. */
    static ReadOptions seenFrom(ReadOptions options, double[] eye, double focal) {
        Map<String, String> settings = new HashMap<>(options.settings());
        settings.put(VIEW, String.format(Locale.ROOT, "%.7f,%.7f,%.1f,%.0f", eye[0], eye[1], eye[2], focal));
        return new ReadOptions(options.lod(), options.bbox(), settings);
    }
}
