package org.kvarter.cli;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.kvarter.study.sun.SunRule;

/**
 * Pictures to draw of one project or of files.
 *
 * @param files    one project, or any number of data files
 * @param crs      coordinate reference system for files that state none
 * @param pictures what to draw
 * @param width    pixels
 * @param height   pixels
 */
public record RenderJob(List<Path> files, Optional<String> crs, List<Picture> pictures, int width, int height) {

    /**
     * One picture.
     *
     * @param out     PNG file to write
     * @param view    name of a viewpoint; empty for {@code camera}, or where that is empty too, the first viewpoint or the whole district
     * @param camera  easting, northing, height in the district's system, yaw and pitch in degrees
     * @param time    model time; empty for the project's, and the sun then stands where the project has it
     * @param overlay id or title of an overlay; empty for the project's own choice, {@code none} for none
     * @param legend  whether the legend of an overlay stands in the picture
     * @param scenario id or name of a scenario; empty for the project's own choice, {@code none} for the district as it is
     * @param sun      hours of sun to show in place of an overlay; empty for none
     * @param title    in the picture, empty for none
     * @param north    whether a north arrow stands in the picture
     * @param scaleBar whether a scale bar does
     */
    public record Picture(Path out, Optional<String> view, Optional<double[]> camera, Optional<Instant> time, Optional<String> overlay,
                          boolean legend, Optional<String> scenario, Optional<SunHours> sun, String title, boolean north, boolean scaleBar) {
        public Picture {
            Objects.requireNonNull(out, "out");
        }

        /** A picture of the scenario the project shows. */
        public Picture(Path out, Optional<String> view, Optional<double[]> camera, Optional<Instant> time, Optional<String> overlay,
                       boolean legend) {
            this(out, view, camera, time, overlay, legend, Optional.empty(), Optional.empty(), "", false, false);
        }
    }

    /**
     * Hours of sun.
     *
     * @param rule   day, times and hours wanted
     * @param asRule whether what meets the rule is shown, rather than hours
     * @param csv    where the buildings' numbers are written as well
     */
    public record SunHours(SunRule rule, boolean asRule, Optional<Path> csv) {
    }

    public RenderJob {
        files = List.copyOf(files);
        pictures = List.copyOf(pictures);
    }
}
