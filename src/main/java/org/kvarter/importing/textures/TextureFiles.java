package org.kvarter.importing.textures;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.kvarter.importing.DiagnosticTally;
import org.kvarter.model.Diagnostic;
import org.kvarter.model.ImageSource;
import org.kvarter.model.Severity;
import org.kvarter.model.Texture;
import org.kvarter.text.Texts;

/**
 * The picture files that one model file names. Only files beside the model or below count: a model from elsewhere may not make us open any
 * file of this machine. A picture that is missing or none is told once; its surfaces keep their colour. Not thread-safe.
 */
public final class TextureFiles {

    private final Path root;
    private final DiagnosticTally problems;
    private final Map<String, Optional<ImageSource>> known = new HashMap<>();

    /**
     * Pictures of a file.
     *
     * @param model    the file that names them
     * @param receiver told of what is missing
     */
    public TextureFiles(Path model, Consumer<Diagnostic> receiver) {
        root = model.toAbsolutePath().normalize().getParent();
        problems = new DiagnosticTally(model.getFileName().toString(), Texts.in(TextureFiles.class), receiver);
    }

    /** The picture of that name, beside the model. */
    public Optional<Texture> find(String name) {
        return find(root, name);
    }

    /**
     * The picture of that name.
     *
     * @param folder where the name was found, tried first
     * @param name   a path, absolute ones by their last part, or a URI reference
     */
    public Optional<Texture> find(Path folder, String name) {
        return source(folder, name).map(image -> new Texture(name, image));
    }

    /** As {@link #find(Path, String)}, only where its bytes are. */
    public Optional<ImageSource> source(Path folder, String name) {
        return known.computeIfAbsent(folder + "|" + name, k -> look(folder, name));
    }

    private Optional<ImageSource> look(Path folder, String name) {
        for (String candidate : spellings(name)) {
            for (Path base : new Path[] {folder, root}) {
                Optional<Path> file = inside(base, candidate);
                if (file.isPresent()) {
                    ImageSource image = new ImageSource.InFile(file.get());
                    if (PictureHead.isSound(image)) {
                        return Optional.of(image);
                    }
                    problems.add(Severity.WARNING, "texture.unreadable", "", name);
                    return Optional.empty();
                }
            }
        }
        problems.add(Severity.WARNING, "texture.missing", "", name);
        return Optional.empty();
    }

    /** As written, with its escapes undone, and by its last part. */
    private static Set<String> spellings(String name) {
        Set<String> all = new LinkedHashSet<>();
        String plain = name.replace('\\', '/').replaceFirst("^file:/*", "/");
        all.add(plain);
        try {
            all.add(URLDecoder.decode(plain.replace("+", "%2B"), StandardCharsets.UTF_8));
        } catch (IllegalArgumentException e) {
            // a percent sign of its own
        }
        for (String spelling : Set.copyOf(all)) {
            all.add(spelling.substring(spelling.lastIndexOf('/') + 1));
        }
        return all;
    }

    private Optional<Path> inside(Path base, String name) {
        try {
            Path file = base.toAbsolutePath().resolve(name).normalize();
            return !name.isBlank() && file.startsWith(root) && Files.isRegularFile(file) ? Optional.of(file) : Optional.empty();
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    /** Tells what was only counted. */
    public void finish() {
        problems.finish();
    }
}
