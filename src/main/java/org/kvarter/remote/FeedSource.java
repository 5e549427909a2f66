package org.kvarter.remote;

import java.util.Objects;
import java.util.regex.Pattern;

/**
 * A feed as a project keeps it. Immutable; holds no secret.
 *
 * @param id      distinct in the project; letters, digits and hyphens, since the cache names a folder by it
 * @param title   what people call it
 * @param request how the service is asked
 * @param mapping what of its answer is taken
 * @param target  what the rows belong to
 * @param paused  whether it rests
 */
public record FeedSource(String id, String title, FeedRequest request, FeedMapping mapping, FeedTarget target, boolean paused) {

    private static final Pattern ID = Pattern.compile("[A-Za-z0-9-]{1,64}");

    public FeedSource {
        Objects.requireNonNull(title, "title");
        Objects.requireNonNull(request, "request");
        Objects.requireNonNull(mapping, "mapping");
        target = Objects.requireNonNullElse(target, FeedTarget.POINTS);
        if (!ID.matcher(Objects.requireNonNull(id, "id")).matches()) {
            throw new IllegalArgumentException("a feed's id is made of letters, digits and hyphens: " + id);
        }
    }

    /** Id of its series, and of its layer where its rows are points of their own. */
    public String seriesId() {
        return "feed-" + id;
    }

    /** The layer its series colours: its own, or the one it is joined to. */
    public String layerId() {
        return target.isPoints() ? seriesId() : target.layerId();
    }

    public FeedSource withPaused(boolean other) {
        return new FeedSource(id, title, request, mapping, target, other);
    }

    public FeedSource withTarget(FeedTarget other) {
        return new FeedSource(id, title, request, mapping, other, paused);
    }
}
