package org.kvarter.importing.obj;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.kvarter.importing.textures.TextureFiles;
import org.kvarter.model.Texture;

/** The materials of MTL files as colours and pictures. Not thread-safe. */
final class MtlReader {

    private static final int MAX_MATERIALS = 100_000;

    private static final class Material {
        private int rgb = -1;
        private int alpha = 255;
        private String picture = "";
        private Path folder;
    }

    private final Map<String, Material> materials = new HashMap<>();
    private final TextureFiles pictures;

    MtlReader(TextureFiles pictures) {
        this.pictures = pictures;
    }

    /** Colour of a material, 0 where it has none. */
    int argb(String material) {
        Material found = materials.get(material);
        return found == null || found.rgb < 0 ? 0 : found.alpha << 24 | found.rgb;
    }

    boolean knows(String material) {
        return materials.containsKey(material);
    }

    /** Picture of a material; empty where it has none or it is missing, of which the pictures tell. */
    Optional<Texture> texture(String material) {
        Material found = materials.get(material);
        if (found == null || found.picture.isEmpty()) {
            return Optional.empty();
        }
        return pictures.find(found.folder, found.picture)
                .map(t -> new Texture(t.name(), t.image(), Texture.Alpha.BLEND, found.alpha << 24 | 0xFFFFFF));
    }

    /**
     * The file an OBJ file names, only beside it or below: a file from elsewhere may not make us open any file of this machine.
     */
    static Optional<Path> locate(Path obj, String name) {
        try {
            Path folder = obj.toAbsolutePath().normalize().getParent();
            Path file = folder.resolve(name.replace('\\', '/')).normalize();
            return file.startsWith(folder) && Files.isRegularFile(file) ? Optional.of(file) : Optional.empty();
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    void read(Path file) throws IOException {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            LineReader line = new LineReader(in);
            Material material = null;
            while (line.next()) {
                String keyword = line.word();
                if (keyword != null && keyword.equals("newmtl")) {
                    material = start(line.rest());
                } else if (keyword != null && material != null) {
                    material.folder = file.toAbsolutePath().getParent();
                    property(keyword, line, material);
                }
            }
        }
    }

    private Material start(String name) {
        Material material = new Material();
        if (materials.size() < MAX_MATERIALS) {
            materials.put(name, material);
        }
        return material;
    }

    private void property(String keyword, LineReader line, Material material) {
        switch (keyword) {
            case "Kd" -> colour(material, line);
            case "d" -> opacity(material, line.number64());
            case "Tr" -> opacity(material, 1 - line.number64());
            case "map_Kd" -> material.picture = picture(line.rest());
            default -> { }
        }
    }

    /** {@code Kd r g b}, or {@code Kd r} for a grey; spectral files are left alone. */
    private static void colour(Material material, LineReader line) {
        double red = line.number64();
        double green = line.number64();
        double blue = line.number64();
        if (Double.isFinite(red)) {
            material.rgb = channel(red) << 16 | channel(Double.isFinite(green) ? green : red) << 8
                    | channel(Double.isFinite(blue) ? blue : red);
        }
    }

    /** One that is wholly transparent stays faintly there: writers disagree on whether {@code Tr} counts up or down. */
    private static void opacity(Material material, double share) {
        if (Double.isFinite(share)) {
            material.alpha = Math.max(1, channel(share));
        }
    }

    /** The file name after options such as {@code -s 2 2 1}; it may hold blanks. */
    private static String picture(String words) {
        String left = words;
        while (left.startsWith("-")) {
            String without = left.replaceFirst("^-(o|s|t|mm)(\\s+[-+.\\d][\\d.eE+-]*){1,3}\\s+|^-\\w+\\s+\\S+\\s+", "");
            if (without.equals(left)) {
                return "";
            }
            left = without;
        }
        return left;
    }

    private static int channel(double share) {
        return (int) Math.round(255 * Math.max(0, Math.min(1, share)));
    }
}
