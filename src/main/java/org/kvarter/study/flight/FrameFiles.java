package org.kvarter.study.flight;

import java.nio.file.Path;
import java.util.Locale;

/** Names of the numbered pictures of a flight, and how a film is made of them. Stateless. */
public final class FrameFiles {

    private FrameFiles() {
    }

    /** The picture of a frame: {@code frame-00001.png} for the first. */
    public static Path of(Path folder, int frame) {
        return folder.resolve(String.format(Locale.ROOT, "frame-%05d.png", frame + 1));
    }

    /** The command that makes a film of them. */
    public static String film(Path folder, int framesPerSecond) {
        return "ffmpeg -framerate " + framesPerSecond + " -i \"" + folder.resolve("frame-%05d.png") + "\" -c:v libx264 -pix_fmt yuv420p \""
                + folder.resolve("flight.mp4") + "\"";
    }
}
