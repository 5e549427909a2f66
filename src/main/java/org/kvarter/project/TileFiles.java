package org.kvarter.project;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Files of a local 3D Tiles tileset that its text does not name one by one: implicit tiles, which a template stands for, and models that instanced tiles
 * name inside (OGC 3D Tiles 1.1, Implicit Tiling and Instanced 3D Model). Stateless.
 */
final class TileFiles {

    private static final Pattern VARIABLE = Pattern.compile("\\{(level|x|y|z)\\}");
    private static final int DEEPEST = 8;
    private static final int LARGEST = 16 << 20;
    private static final int I3DM = 0x6D643369;
    private static final int CMPT = 0x74706D63;
    private static final int SUBTREE = 0x74627573;
    private static final int HEADER = 32;

    private TileFiles() {
    }

    /** Files below a folder that a template stands for, at most so many. */
    static List<Path> matching(Path folder, String template, int most) throws IOException {
        StringBuilder regex = new StringBuilder();
        Matcher variable = VARIABLE.matcher(template);
        int at = 0;
        while (variable.find()) {
            regex.append(Pattern.quote(template.substring(at, variable.start()))).append("\\d+");
            at = variable.end();
        }
        if (at == 0) {
            return List.of();
        }
        Pattern wanted = Pattern.compile(regex.append(Pattern.quote(template.substring(at))).toString());
        try (Stream<Path> files = Files.walk(folder, DEEPEST)) {
            return files.filter(f -> wanted.matcher(folder.relativize(f).toString().replace('\\', '/')).matches() && Files.isRegularFile(f)).sorted().limit(most).toList();
        }
    }

    /** Names of files in a binary tile: of the model that an instanced one shows, and of a subtree's buffers; none for other content. */
    static List<String> namedIn(Path tile) throws IOException {
        List<String> names = new ArrayList<>();
        if (Files.size(tile) <= LARGEST) {
            read(ByteBuffer.wrap(Files.readAllBytes(tile)).order(ByteOrder.LITTLE_ENDIAN), names, 0);
        }
        return names;
    }

    private static void read(ByteBuffer tile, List<String> names, int depth) {
        if (tile.remaining() < 16 || depth > DEEPEST) {
            return;
        }
        int magic = tile.getInt(0);
        if (magic == I3DM && tile.remaining() >= HEADER && tile.getInt(28) == 0) {
            long from = HEADER + (long) tile.getInt(12) + tile.getInt(16) + tile.getInt(20) + tile.getInt(24);
            if (from >= HEADER && from < tile.remaining()) {
                names.add(text(tile, (int) from, tile.remaining()).replace("\0", "").strip());
            }
        } else if (magic == CMPT) {
            int at = 16;
            for (int i = 0; i < tile.getInt(12) && at + 12 <= tile.remaining(); i++) {
                int length = tile.getInt(at + 8);
                if (length < 12 || length > tile.remaining() - at) {
                    return;
                }
                read(tile.slice(at, length).order(ByteOrder.LITTLE_ENDIAN), names, depth + 1);
                at += length;
            }
        } else if (magic == SUBTREE && tile.remaining() >= 24) {
            long end = 24 + tile.getLong(8);
            Matcher uri = Pattern.compile("\"uri\"\\s*:\\s*\"([^\"]+)\"").matcher(text(tile, 24, (int) Math.max(24, Math.min(end, tile.remaining()))));
            while (uri.find()) {
                names.add(uri.group(1));
            }
        }
    }

    private static String text(ByteBuffer of, int from, int end) {
        byte[] bytes = new byte[end - from];
        of.get(from, bytes);
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
