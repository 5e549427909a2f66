package org.kvarter.remote.layer;

import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.text.Normalizer;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.kvarter.geo.CrsException;
import org.kvarter.remote.FeedException;
import org.kvarter.remote.http.FeedClient;
import org.kvarter.task.Progress;
import org.kvarter.text.Texts;

/**
 * Fetches layers of services into files. A file is written whole or not at all: what was fetched before stays until the new one is complete.
 * Blocks its thread; thread-safe.
 */
public final class LayerFetcher {

    private static final Texts TEXTS = Texts.in(LayerFetcher.class);
    private static final long MOST_TILE_BYTES = 512L << 20;

    private final FeedClient client;
    private final Path folder;
    private final InstantSource time;

    /** @param folder where files are kept, one folder each; made when needed */
    public LayerFetcher(FeedClient client, Path folder, InstantSource time) {
        this.client = client;
        this.folder = folder;
        this.time = time;
    }

    /**
     * A file that was fetched.
     *
     * @param file    the file
     * @param at      when
     * @param records number of features, or of pictures put together
     * @param remark  one sentence about what was left out; empty where nothing was
     */
    public record Fetched(Path file, Instant at, int records, String remark) {
    }

    /** The file of the same question that is here already, such as without a network; empty where none is. */
    public Optional<Fetched> kept(LayerSource source) {
        Path own = folder.resolve(source.digest());
        for (String ending : new String[] {".geojson", ".city.jsonl", ".tif", ".tileset.json", ending(source.query())}) {
            Path file = own.resolve(name(source.title()) + ending);
            try {
                if (Files.isRegularFile(file)) {
                    return Optional.of(new Fetched(file, Files.getLastModifiedTime(file).toInstant(), 0, ""));
                }
            } catch (IOException e) {
                continue; // gone meanwhile
            }
        }
        return Optional.empty();
    }

    /** Fetches a layer into a file of its own. */
    public Fetched fetch(LayerSource source, Progress progress) throws FeedException {
        return into(folder.resolve(source.digest()), source, Optional.empty(), progress);
    }

    /** Fetches a layer anew in place of a file. */
    public Fetched refresh(LayerSource source, Path file, Progress progress) throws FeedException {
        return into(file.toAbsolutePath().getParent(), source, Optional.of(file), progress);
    }

    /** Whether a file lies where files of services are kept on this machine, or where packages are unpacked beside that, rather than wherever a project says. */
    public boolean keeps(Path file) {
        Path at = file.toAbsolutePath().normalize();
        Path own = folder.toAbsolutePath().normalize();
        return at.startsWith(own) || at.startsWith(own.resolveSibling("unpacked"));
    }

    private Fetched into(Path own, LayerSource source, Optional<Path> known, Progress progress) throws FeedException {
        Path draft = null;
        try {
            Files.createDirectories(own);
            draft = Files.createTempFile(own, ".kvarter-", ".tmp");
            Result result = write(source, draft, progress);
            if (result.records() == 0) {
                throw FeedException.lasting(TEXTS.get(source.area() == null ? "nothing" : "nothingThere", source.title()));
            }
            Path file = known.orElse(own.resolve(name(source.title()) + result.ending()));
            replace(draft, file);
            return new Fetched(file, time.instant(), result.records(), result.remark());
        } catch (IOException e) {
            throw FeedException.lasting(TEXTS.get("unwritable", own));
        } catch (CrsException e) {
            throw FeedException.lasting(e.getMessage());
        } finally {
            discard(draft);
        }
    }

    /** @param ending of the file's name */
    record Result(String ending, int records, String remark) {
    }

    private Result write(LayerSource source, Path draft, Progress progress) throws FeedException, IOException, CrsException {
        LayerQuery query = source.query();
        if (query instanceof LayerQuery.Items || query instanceof LayerQuery.FeatureType) {
            return new FeatureFile(client, source).write(draft, progress);
        }
        if (query instanceof LayerQuery.Tileset) {
            Path tiles = draft.resolveSibling(TilesetFile.FOLDER + time.instant().toEpochMilli());
            try {
                Result result = new TilesetFile(client, source, tiles, MOST_TILE_BYTES).write(draft, progress);
                others(tiles);
                return result;
            } catch (IOException | FeedException | RuntimeException e) {
                delete(tiles);
                throw e;
            }
        }
        if (query instanceof LayerQuery.Document document) {
            FeedClient.Raw raw = client.raw(source.request(document.url()));
            byte[] body = raw.body().length == 0 ? raw.body() : WholeFile.checked(raw.body(), document.ending(), raw.at());
            Files.write(draft, body);
            return new Result(document.ending(), body.length == 0 ? 0 : 1, "");
        }
        return new GroundPicture(client, source).write(draft, progress);
    }

    /** Of the folders of tiles, the one before this one stays until the file names this one; older ones go. */
    private static void others(Path tiles) throws IOException {
        try (Stream<Path> all = Files.list(tiles.getParent())) {
            List<Path> before = all.filter(f -> f.getFileName().toString().startsWith(TilesetFile.FOLDER) && !f.equals(tiles)).sorted().toList();
            before.stream().limit(Math.max(0, before.size() - 1)).forEach(LayerFetcher::delete);
        }
    }

    private static void delete(Path folder) {
        if (Files.isDirectory(folder)) {
            try (Stream<Path> all = Files.walk(folder)) {
                all.sorted(java.util.Comparator.reverseOrder()).forEach(LayerFetcher::discard);
            } catch (IOException e) {
                org.slf4j.LoggerFactory.getLogger(LayerFetcher.class).warn("{} cannot be deleted", folder);
            }
        }
    }

    private static String ending(LayerQuery query) {
        return query instanceof LayerQuery.Document document ? document.ending() : ".geojson";
    }

    /** A file name that people recognise, of letters and digits that every system allows. */
    static String name(String title) {
        String plain = Normalizer.normalize(title, Normalizer.Form.NFC).replaceAll("[^\\p{L}\\p{N}]+", "-").replaceAll("^-+|-+$", "");
        String cut = plain.substring(0, Math.min(60, plain.length()));
        return cut.isEmpty() ? "layer" : cut.toLowerCase(Locale.ROOT);
    }

    private static void replace(Path draft, Path file) throws IOException {
        try {
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static void discard(Path draft) {
        try {
            if (draft != null) {
                Files.deleteIfExists(draft);
            }
        } catch (IOException e) {
            org.slf4j.LoggerFactory.getLogger(LayerFetcher.class).warn("{} cannot be deleted", draft);
        }
    }
}
