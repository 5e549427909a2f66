package org.kvarter.importing.stl;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import org.kvarter.importing.SourceHead;
import org.kvarter.importing.models.DamagedModelException;
import org.kvarter.importing.models.ModelLayer;
import org.kvarter.model.Severity;

/** Binary STL: 80 bytes of anything, a count, then 50 bytes a facet. What the file holds counts, not what it says. */
final class StlBinary {

    private static final int HEADER = 84;
    private static final int FACET = 50;

    private final ModelLayer layer;

    StlBinary(ModelLayer layer) {
        this.layer = layer;
    }

    /** Whether the count in the head agrees with the file's length. */
    static boolean fits(SourceHead head) throws IOException {
        if (head.bytes().length < HEADER || !Files.isRegularFile(head.file())) {
            return false;
        }
        long count = ByteBuffer.wrap(head.bytes()).order(ByteOrder.LITTLE_ENDIAN).getInt(80) & 0xFFFFFFFFL;
        return count > 0 && Files.size(head.file()) == HEADER + FACET * count;
    }

    void read() throws IOException {
        long size = Files.size(layer.file());
        if (size < HEADER + FACET) {
            throw new DamagedModelException(size + " B");
        }
        try (InputStream in = new BufferedInputStream(Files.newInputStream(layer.file()), 1 << 16)) {
            ByteBuffer head = ByteBuffer.wrap(in.readNBytes(HEADER)).order(ByteOrder.LITTLE_ENDIAN);
            long said = head.getInt(80) & 0xFFFFFFFFL;
            long there = (size - HEADER) / FACET;
            String words = new String(head.array(), 0, 80, StandardCharsets.ISO_8859_1);
            int feature = layer.feature(layer.fileName().replaceFirst("(?i)\\.stl$", ""), "solid", -1);
            facets(in, Math.min(said, there), feature, words.indexOf("COLOR="), head);
            if (said > there) {
                layer.problem(Severity.WARNING, "stl.count", "", said, there);
            }
        }
    }

    /** @param colour where in the head Magics' {@code COLOR=} with its RGBA stands, −1 where it does not */
    private void facets(InputStream in, long count, int feature, int colour, ByteBuffer head) throws IOException {
        int whole = colour < 0 || colour + 9 > 80 ? 0 : 0xFF000000 | (head.get(colour + 6) & 255) << 16 | (head.get(colour + 7) & 255) << 8
                | head.get(colour + 8) & 255;
        Corners corners = new Corners(layer);
        byte[] bytes = new byte[FACET];
        ByteBuffer facet = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        int[] ring = new int[3];
        for (long f = 0; f < count; f++) {
            if (in.readNBytes(bytes, 0, FACET) < FACET) {
                return;
            }
            for (int k = 0; k < 3; k++) {
                int at = 12 + 12 * k;
                ring[k] = corners.number(facet.getFloat(at), facet.getFloat(at + 4), facet.getFloat(at + 8));
            }
            if (ring[0] != ring[1] && ring[1] != ring[2] && ring[2] != ring[0]) {
                layer.triangle(feature, argb(facet.getShort(48) & 0xFFFF, colour >= 0, whole), ring[0], ring[1], ring[2]);
            } else {
                layer.problem(Severity.INFO, "face.degenerate", "");
            }
            if (f % 100_000 == 0) {
                layer.report((double) f / count);
            }
        }
    }

    /** Five bits a channel: VisCAM has a set bit 15 and blue first from the low end, Magics a clear one and red first. */
    private static int argb(int attribute, boolean magics, int whole) {
        boolean bit = (attribute & 0x8000) != 0;
        if (magics ? bit : !bit) {
            return whole;
        }
        int low = channel(attribute);
        int middle = channel(attribute >> 5);
        int high = channel(attribute >> 10);
        return magics ? 0xFF000000 | low << 16 | middle << 8 | high : 0xFF000000 | high << 16 | middle << 8 | low;
    }

    private static int channel(int bits) {
        return (bits & 31) * 255 / 31;
    }
}
