package org.kvarter.importing.stl;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.LineNumberReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Locale;
import org.kvarter.importing.SourceHead;
import org.kvarter.importing.models.DamagedModelException;
import org.kvarter.importing.models.ModelLayer;
import org.kvarter.model.Severity;

/** ASCII STL, one feature per {@code solid}. Facets may have more than three corners. */
final class StlText {

    private static final int MOST_CORNERS = 10_000;
    private static final int LONGEST_LINE = 4_096;

    private final ModelLayer layer;
    private final Corners corners;
    private final int[] ring = new int[MOST_CORNERS];
    private int size;
    private int feature = -1;

    StlText(ModelLayer layer) {
        this.layer = layer;
        this.corners = new Corners(layer);
    }

    /** Binary files may begin with "solid" too, but hold no "facet" as text and bytes that are no text. */
    static boolean isText(SourceHead head) {
        String text = head.text();
        return text.stripLeading().toLowerCase(Locale.ROOT).startsWith("solid") && text.indexOf('\0') < 0
                && text.toLowerCase(Locale.ROOT).contains("facet");
    }

    void read() throws IOException {
        double length = Math.max(1, Files.size(layer.file()));
        long read = 0;
        try (InputStream in = Files.newInputStream(layer.file());
             LineNumberReader lines = new LineNumberReader(new InputStreamReader(in, StandardCharsets.UTF_8), 1 << 16)) {
            StringBuilder line = new StringBuilder();
            for (int c = lines.read(); ; c = lines.read()) {
                read++;
                if (c == '\n' || c < 0) {
                    statement(line.toString().strip(), lines.getLineNumber());
                    line.setLength(0);
                } else if (line.length() < LONGEST_LINE) {
                    line.append((char) c);
                } else {
                    throw new DamagedModelException("line " + lines.getLineNumber());
                }
                if (c < 0) {
                    return;
                }
                if (read % (1 << 20) == 0) {
                    layer.progress().checkCancelled();
                    layer.report(read / length);
                }
            }
        }
    }

    private void statement(String line, int number) throws IOException {
        String[] words = line.split("\\s+");
        switch (words[0].toLowerCase(Locale.ROOT)) {
            case "solid" -> feature = layer.feature(line.length() > 5 ? line.substring(5).strip()
                    : layer.fileName().replaceFirst("(?i)\\.stl$", ""), "solid", -1);
            case "outer" -> size = 0;
            case "vertex" -> vertex(words, number);
            case "endloop" -> facet();
            default -> { }
        }
    }

    private void vertex(String[] words, int number) throws IOException {
        try {
            if (words.length < 4 || size == MOST_CORNERS) {
                throw new DamagedModelException("line " + number);
            }
            ring[size++] = corners.number(Float.parseFloat(words[1]), Float.parseFloat(words[2]), Float.parseFloat(words[3]));
        } catch (NumberFormatException e) {
            throw new DamagedModelException("line " + number, e);
        }
    }

    private void facet() throws IOException {
        if (feature < 0) {
            feature = layer.feature(layer.fileName(), "solid", -1);
        }
        int kept = 0;
        for (int i = 0; i < size; i++) {
            if (ring[i] != ring[(i + 1) % size]) {
                layer.polygons().corner(ring[i]);
                kept++;
            }
        }
        size = 0;
        if (!layer.polygons().endRing() || !layer.endPolygon(feature, 0)) {
            layer.problem(Severity.INFO, "face.degenerate", "", kept);
        }
    }
}
