package org.kvarter.project;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.zip.GZIPInputStream;

/**
 * Files that a model names in its text, such as pictures, buffers, materials, tiles, prototypes, grids and tables of series, wherever in it: any word or quoted text that ends
 * like one and is the name of a file beside the model or below. Names within named text files count too.
 */
final class ModelFiles {

    /** Model formats whose text is looked through. */
    static final Set<String> MODELS = Set.of("obj", "gltf", "dae", "json", "jsonl", "cityjson", "gml", "xml", "gz");
    private static final Set<String> NAMED = Set.of("mtl", "png", "jpg", "jpeg", "gif", "bmp", "tif", "tiff", "bin", "glb", "gltf", "b3dm",
            "i3dm", "cmpt", "json", "subtree", "csv", "tsv", "txt", "dat", "asc", "grd", "xyz", "gml", "xml", "obj", "dae");
    private static final Set<String> LOOKED_INTO = Set.of("mtl", "gltf", "json", "gml", "xml", "obj", "dae");
    private static final int LONGEST = 400;
    private static final int MOST = 20_000;
    private static final int DEEPEST = 8;

    private final Path root;
    private final Set<Path> found = new LinkedHashSet<>();

    private ModelFiles(Path root) {
        this.root = root;
    }

    /** The files named, in the order of their names' first appearance. */
    static Set<Path> namedBy(Path model) throws IOException {
        Path file = model.toAbsolutePath().normalize();
        ModelFiles files = new ModelFiles(file.getParent());
        files.read(file, 0);
        files.found.remove(file);
        return files.found;
    }

    private void read(Path file, int depth) throws IOException {
        try (InputStream in = Files.newInputStream(file);
             Reader reader = new BufferedReader(new InputStreamReader(unpacked(file, in), StandardCharsets.UTF_8), 1 << 16)) {
            StringBuilder quoted = new StringBuilder();
            StringBuilder word = new StringBuilder();
            for (int c = reader.read(); c >= 0 && found.size() < MOST; c = reader.read()) {
                boolean end = c == '"' || c == '\'' || c == '<' || c == '>' || c == '\n' || c == '\r';
                if (end || c <= ' ' || c == ',') {
                    look(word, file, depth);
                    word.setLength(0);
                } else {
                    word.append((char) c);
                }
                if (end) {
                    // a name with blanks follows its keyword: "map_Kd my brick.png"
                    look(quoted, file, depth);
                    int blank = quoted.indexOf(" ");
                    if (blank > 0) {
                        look(quoted.delete(0, blank + 1), file, depth);
                    }
                    quoted.setLength(0);
                } else {
                    quoted.append((char) c);
                }
                if (quoted.length() > LONGEST) {
                    quoted.setLength(0);
                }
                if (word.length() > LONGEST) {
                    word.setLength(0);
                }
            }
            look(word, file, depth);
            look(quoted, file, depth);
        }
    }

    private static InputStream unpacked(Path file, InputStream in) throws IOException {
        return extension(file.toString()).equals("gz") ? new GZIPInputStream(in) : in;
    }

    private void look(CharSequence text, Path in, int depth) throws IOException {
        String name = text.toString().strip().replace('\\', '/').replaceFirst("[?#].*$", "");
        if (name.length() < 5 || !NAMED.contains(extension(name))) {
            return;
        }
        if (name.indexOf('{') >= 0) { // of implicit tiles, which are as many as there are
            for (Path file : TileFiles.matching(in.toAbsolutePath().getParent(), name, MOST)) {
                add(file, depth);
            }
            return;
        }
        for (String spelling : new String[] {name, decoded(name)}) {
            try {
                add(in.resolveSibling(spelling).normalize(), depth);
            } catch (InvalidPathException e) {
                // no name of a file
            }
        }
    }

    private void add(Path file, int depth) throws IOException {
        if (!file.startsWith(root) || found.size() >= MOST || !Files.isRegularFile(file) || !found.add(file) || depth >= DEEPEST) {
            return;
        }
        String extension = extension(file.toString());
        if (LOOKED_INTO.contains(extension)) {
            read(file, depth + 1);
        } else if (extension.equals("i3dm") || extension.equals("cmpt") || extension.equals("subtree")) {
            for (String named : TileFiles.namedIn(file)) {
                look(named, file, depth + 1);
            }
        }
    }

    private static String decoded(String name) {
        try {
            return URLDecoder.decode(name.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return name;
        }
    }

    private static String extension(CharSequence name) {
        int dot = name.length() - 1;
        while (dot >= 0 && name.length() - dot < 9 && name.charAt(dot) != '.') {
            dot--;
        }
        return dot < 0 || name.charAt(dot) != '.' ? "" : name.subSequence(dot + 1, name.length()).toString().strip().toLowerCase(Locale.ROOT);
    }
}
