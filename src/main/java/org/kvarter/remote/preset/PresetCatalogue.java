package org.kvarter.remote.preset;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.kvarter.remote.FeedJson;
import org.kvarter.remote.FeedMapping;
import org.kvarter.text.Texts;

/**
 * The presets of some folders. A file that is none is told and costs itself.
 *
 * @param presets  by region and name
 * @param problems one sentence for each file that was not understood
 */
public record PresetCatalogue(List<Preset> presets, List<String> problems) {

    private static final Texts TEXTS = Texts.in(PresetCatalogue.class);
    private static final String FORMAT = "kvarter-preset";
    private static final long MOST_BYTES = 256 * 1024;
    private static final ObjectMapper JSON = FeedJson.MAPPER;

    public PresetCatalogue {
        presets = List.copyOf(presets);
        problems = List.copyOf(problems);
    }

    /** Reads all presets of folders, of which later ones take the places of earlier ones of the same id; folders need not exist. */
    public static PresetCatalogue read(List<Path> folders) {
        Map<String, Preset> found = new LinkedHashMap<>();
        List<String> problems = new ArrayList<>();
        for (Path folder : folders) {
            for (Path file : files(folder)) {
                try {
                    read(file).ifPresent(p -> found.put(p.id(), p));
                } catch (IOException | IllegalArgumentException e) {
                    problems.add(TEXTS.get("damaged", file, brief(e)));
                }
            }
        }
        List<Preset> all = new ArrayList<>(found.values());
        all.sort(Comparator.comparing(Preset::region).thenComparing(p -> p.name().get("en")));
        return new PresetCatalogue(all, problems);
    }

    private static List<Path> files(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(f -> f.toString().endsWith(".json") && Files.isRegularFile(f)).sorted().toList();
        } catch (IOException e) {
            return List.of();
        }
    }

    private static Optional<Preset> read(Path file) throws IOException {
        if (Files.size(file) > MOST_BYTES) {
            throw new IOException("larger than a preset is");
        }
        JsonNode root = JSON.readTree(Files.readAllBytes(file));
        if (root == null || !FORMAT.equals(root.path("format").asText())) {
            throw new IOException("no \"format\": \"" + FORMAT + "\"");
        }
        ObjectNode plain = root.deepCopy();
        JsonNode mapping = plain.remove("mapping");
        JsonNode needs = plain.remove("needs");
        Preset preset = JSON.treeToValue(plain, Preset.class);
        return Optional.of(new Preset(preset.id(), preset.name(), preset.region(), preset.kind(), preset.url(), preset.topic(), preset.headers(),
                preset.intervalSeconds(), mapping == null ? Optional.empty() : Optional.of(JSON.treeToValue(mapping, FeedMapping.class)),
                needs == null ? Optional.empty() : Optional.of(JSON.treeToValue(needs, Preset.Needs.class)), preset.licence(), preset.attribution(),
                preset.note(), preset.documentation()));
    }

    private static String brief(Exception e) {
        String words = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
        return words.length() > 160 ? words.substring(0, 159) + "…" : words;
    }
}
