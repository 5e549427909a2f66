package org.kvarter.remote.keep;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.kvarter.remote.FeedJson;
import org.kvarter.remote.FeedRow;
import org.kvarter.remote.FeedSource;
import org.kvarter.remote.http.Validators;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What feeds have answered, on the disk, for times without a network: a folder per feed with the last rows and all values. A feed that asks
 * another address or takes other fields has another folder, so that no project sees what another one fetched under the same id. What cannot
 * be read counts as never fetched. One thread per feed at a time.
 */
public final class FeedCache {

    private static final Logger LOG = LoggerFactory.getLogger(FeedCache.class);
    private static final String LATEST = "latest.json";
    private static final String HISTORY = "history.tsv";
    private static final long MOST_HISTORY_BYTES = 64L << 20;

    private final Path folder;

    /** @param folder of all feeds; made when needed */
    public FeedCache(Path folder) {
        this.folder = folder;
    }

    private Path of(FeedSource feed) {
        try {
            String topic = feed.request().topic().isEmpty() ? "" : " " + feed.request().topic();
            String asked = feed.request().url() + topic + "\n" + feed.request().credential() + "\n" + FeedJson.MAPPER.writeValueAsString(feed.mapping());
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(asked.getBytes(StandardCharsets.UTF_8));
            return folder.resolve(feed.id() + "-" + HexFormat.of().formatHex(digest, 0, 6));
        } catch (NoSuchAlgorithmException | com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new IllegalStateException("every Java has SHA-256, and a mapping is always writable", e);
        }
    }

    /** The files in which a feed is kept, by name; none where it never answered. */
    public Map<String, Path> files(FeedSource feed) {
        Path own = of(feed);
        Map<String, Path> files = new LinkedHashMap<>();
        for (String name : List.of(LATEST, HISTORY)) {
            if (Files.isReadable(own.resolve(name))) {
                files.put(name, own.resolve(name));
            }
        }
        return files.containsKey(LATEST) ? files : Map.of();
    }

    /**
     * Takes over what another machine kept of a feed, where nothing is kept of it here. Whether it has changed since is asked anew.
     *
     * @param from folder with the files of {@link #files}
     */
    public void adopt(FeedSource feed, Path from) {
        if (!files(feed).isEmpty() || !Files.isReadable(from.resolve(LATEST))) {
            return;
        }
        Path own = of(feed);
        try {
            JsonNode root = FeedJson.MAPPER.readTree(Files.readAllBytes(from.resolve(LATEST)));
            if (!root.isObject()) {
                return;
            }
            Files.createDirectories(own);
            if (Files.isReadable(from.resolve(HISTORY)) && Files.size(from.resolve(HISTORY)) <= 2 * MOST_HISTORY_BYTES) {
                Files.copy(from.resolve(HISTORY), own.resolve(HISTORY), StandardCopyOption.REPLACE_EXISTING);
            }
            replace(own.resolve(LATEST), FeedJson.MAPPER.writeValueAsBytes(((ObjectNode) root).put("etag", "").put("lastModified", "")));
        } catch (IOException e) {
            LOG.warn("What a package holds of the feed {} is not readable", feed.id(), e);
        }
    }

    /** What is kept of a feed; empty where nothing is. */
    public Optional<CachedFeed> read(FeedSource feed) {
        Path own = of(feed);
        try {
            JsonNode root = FeedJson.MAPPER.readTree(Files.readAllBytes(own.resolve(LATEST)));
            List<FeedRow> rows = new ArrayList<>();
            for (JsonNode row : root.path("rows")) {
                rows.add(new FeedRow(row.path("id").asText(), row.path("name").asText(), Instant.ofEpochMilli(row.path("time").asLong()),
                        row.path("value").asDouble(Double.NaN), row.path("unit").asText(), row.path("lon").asDouble(Double.NaN),
                        row.path("lat").asDouble(Double.NaN)));
            }
            FeedHistory history = new FeedHistory();
            readHistory(own.resolve(HISTORY), history);
            history.add(rows);
            return Optional.of(new CachedFeed(Instant.ofEpochMilli(root.path("fetched").asLong()),
                    new Validators(root.path("etag").asText(), root.path("lastModified").asText()), rows, history));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException | RuntimeException e) {
            LOG.warn("What was kept of the feed {} is not readable", feed.id(), e);
            return Optional.empty();
        }
    }

    private static void readHistory(Path file, FeedHistory history) throws IOException {
        try (BufferedReader reader = Files.newBufferedReader(file)) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                String[] cells = line.split("\t", 3);
                if (cells.length == 3 && cells[0].matches("-?\\d{1,15}")) {
                    try {
                        history.add(cells[2], Instant.ofEpochMilli(Long.parseLong(cells[0])), Float.parseFloat(cells[1]));
                    } catch (NumberFormatException e) {
                        LOG.debug("A line of {} is cut", file); // the last one, where the machine went down
                    }
                }
            }
        } catch (NoSuchFileException | MalformedInputException e) {
            LOG.debug("No history in {}", file);
        }
    }

    /** Keeps an answer; {@code fresh} are the values the file does not hold yet. A full disk costs the cache, not the feed. */
    public void write(FeedSource feed, CachedFeed kept, List<FeedRow> fresh) {
        Path own = of(feed);
        try {
            Files.createDirectories(own);
            Path history = own.resolve(HISTORY);
            if (Files.exists(history) && Files.size(history) > MOST_HISTORY_BYTES) {
                rewrite(history, kept.history());
            } else {
                try (BufferedWriter out = Files.newBufferedWriter(history, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
                    for (FeedRow row : fresh) {
                        out.write(line(row.id(), row.time(), (float) row.value()));
                    }
                }
            }
            replace(own.resolve(LATEST), FeedJson.MAPPER.writeValueAsBytes(latest(kept)));
        } catch (IOException e) {
            LOG.warn("The feed {} cannot be kept in {}", feed.id(), own, e);
        }
    }

    private static ObjectNode latest(CachedFeed kept) {
        ObjectNode root = FeedJson.MAPPER.createObjectNode().put("fetched", kept.fetched().toEpochMilli()).put("etag", kept.validators().etag())
                .put("lastModified", kept.validators().lastModified());
        ArrayNode rows = root.putArray("rows");
        for (FeedRow row : kept.rows()) {
            ObjectNode node = rows.addObject().put("id", row.id()).put("name", row.name()).put("time", row.time().toEpochMilli()).put("unit", row.unit());
            if (Double.isFinite(row.value())) {
                node.put("value", row.value());
            }
            if (row.hasPlace()) {
                node.put("lon", row.longitude()).put("lat", row.latitude());
            }
        }
        return root;
    }

    private static void rewrite(Path history, FeedHistory kept) throws IOException {
        StringBuilder all = new StringBuilder();
        kept.forEach((id, time, value) -> all.append(line(id, time, value)));
        replace(history, all.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static String line(String id, Instant time, float value) {
        return time.toEpochMilli() + "\t" + value + "\t" + id.replaceAll("[\\r\\n\\t]", " ") + "\n";
    }

    private static void replace(Path file, byte[] bytes) throws IOException {
        Path draft = Files.createTempFile(file.getParent(), ".kvarter-", ".tmp");
        try {
            Files.write(draft, bytes);
            try {
                Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } catch (AtomicMoveNotSupportedException e) {
                Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING);
            }
        } finally {
            Files.deleteIfExists(draft);
        }
    }
}
