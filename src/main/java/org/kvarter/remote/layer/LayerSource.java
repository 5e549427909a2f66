package org.kvarter.remote.layer;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.kvarter.remote.FeedJson;
import org.kvarter.remote.FeedRequest;

/**
 * Where a layer comes from, as the project keeps it among the settings of the layer's file. Immutable; holds no secret.
 *
 * @param title       what people call the layer
 * @param query       what is asked
 * @param headers     further headers, none of them secret
 * @param credential  name of a credential kept on this machine; empty for none
 * @param attribution what the service wants said wherever its data is shown; may be empty
 * @param area        what is asked about; {@code null} for everything
 * @param filter      which features are wanted, as {@link Conditions} reads it; empty for all
 */
public record LayerSource(String title, LayerQuery query, List<FeedRequest.Header> headers, String credential, String attribution, Area area,
                          String filter) {

    private static final String SERVICE = "service";
    private static final String FETCHED = "fetched";
    private static final int TIMEOUT_SECONDS = 60;

    public LayerSource {
        Objects.requireNonNull(title, "title");
        Objects.requireNonNull(query, "query");
        headers = headers == null ? List.of() : List.copyOf(headers);
        credential = Objects.requireNonNullElse(credential, "");
        attribution = Objects.requireNonNullElse(attribution, "");
        filter = Objects.requireNonNullElse(filter, "").strip();
    }

    /** All features of an area. */
    public LayerSource(String title, LayerQuery query, List<FeedRequest.Header> headers, String credential, String attribution, Area area) {
        this(title, query, headers, credential, attribution, area, "");
    }

    /** This with some features only. */
    public LayerSource withFilter(String other) {
        return new LayerSource(title, query, headers, credential, attribution, area, other);
    }

    /** What the settings of a file say; empty where it comes from no service. */
    public static Optional<LayerSource> of(Map<String, String> settings) {
        String text = settings.get(SERVICE);
        if (text == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(FeedJson.MAPPER.readValue(text, LayerSource.class));
        } catch (JsonProcessingException e) {
            return Optional.empty(); // of a later version: the file is there all the same
        }
    }

    /** When the file was fetched; empty where the settings do not say. */
    public static Optional<Instant> fetched(Map<String, String> settings) {
        try {
            return Optional.ofNullable(settings.get(FETCHED)).map(Instant::parse);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** Settings of a file that was fetched at a time, added to others of it. */
    public Map<String, String> settings(Map<String, String> others, Instant at) {
        Map<String, String> all = new HashMap<>(others);
        try {
            all.put(SERVICE, FeedJson.MAPPER.writer().without(com.fasterxml.jackson.databind.SerializationFeature.INDENT_OUTPUT)
                    .writeValueAsString(this));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("records of text are always writable", e);
        }
        all.put(FETCHED, at.toString());
        return all;
    }

    /** Names the same question by the same twelve signs. */
    String digest() {
        try {
            LayerQuery same = query instanceof LayerQuery.FeatureType t ? new LayerQuery.FeatureType(t.url(), t.version(), t.type(), t.format(), t.crs()) : query;
            String asked = same + "\n" + credential + "\n" + area + (filter.isEmpty() ? "" : "\n" + filter);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(asked.getBytes(StandardCharsets.UTF_8)), 0, 6);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** The request for an address of the service. */
    FeedRequest request(String url) {
        return new FeedRequest(url, headers, credential, null, 0, TIMEOUT_SECONDS, FeedRequest.MOST_BYTES);
    }
}
