package org.kvarter.remote;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.kvarter.text.Texts;

/** Feeds as JSON: the description file of a feed, and the mapper for whatever services answer. Thread-safe. */
public final class FeedJson {

    private static final Texts TEXTS = Texts.in(FeedJson.class);
    private static final String FORMAT = "kvarter-feed";
    private static final long MOST_BYTES = 1 << 20;

    /** Reads answers: within bounds of depth, so that a hostile one costs no stack. */
    public static final ObjectMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(200).maxNameLength(2_000).build()).build())
            .enable(SerializationFeature.INDENT_OUTPUT)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .visibility(PropertyAccessor.GETTER, JsonAutoDetect.Visibility.NONE)
            .visibility(PropertyAccessor.IS_GETTER, JsonAutoDetect.Visibility.NONE)
            .visibility(PropertyAccessor.FIELD, JsonAutoDetect.Visibility.ANY)
            .build();

    private FeedJson() {
    }

    /**
     * Reads a feed's description: an object with {@code "format": "kvarter-feed"} and the fields of {@link FeedSource}.
     *
     * @throws FeedException where the file is missing or no description; the sentence says which
     */
    public static FeedSource read(Path file) throws FeedException {
        try {
            if (Files.size(file) > MOST_BYTES) {
                throw FeedException.lasting(TEXTS.get("file.notAFeed", file));
            }
            JsonNode root = MAPPER.readTree(Files.readAllBytes(file));
            if (root == null || !FORMAT.equals(root.path("format").asText())) {
                throw FeedException.lasting(TEXTS.get("file.notAFeed", file));
            }
            return MAPPER.treeToValue(root, FeedSource.class);
        } catch (JsonProcessingException e) {
            throw FeedException.lasting(TEXTS.get("file.damaged", file, e.getOriginalMessage()));
        } catch (IOException e) {
            throw FeedException.lasting(TEXTS.get("file.unreadable", file));
        }
    }
}
