package org.kvarter.remote.service;

import java.util.Objects;
import org.kvarter.remote.FeedMapping;
import org.kvarter.remote.FeedRequest;
import org.kvarter.remote.layer.LayerQuery;

/** Something that a service has. */
public sealed interface Offer {

    /** What people call it. */
    String title();

    /** One line about it: unit, place, number, system; may be empty. */
    String detail();

    /**
     * Values that change: a feed.
     *
     * @param request how they are asked for
     * @param mapping what is taken of the answer; {@link FeedMapping#EMPTY} where that is to be looked at first
     */
    record Readings(String title, String detail, FeedRequest request, FeedMapping mapping) implements Offer {

        public Readings {
            Objects.requireNonNull(title, "title");
            Objects.requireNonNull(detail, "detail");
            Objects.requireNonNull(request, "request");
            Objects.requireNonNull(mapping, "mapping");
        }
    }

    /**
     * What stands there: a layer.
     *
     * @param query how it is fetched
     */
    record Layer(String title, String detail, LayerQuery query) implements Offer {

        public Layer {
            Objects.requireNonNull(title, "title");
            Objects.requireNonNull(detail, "detail");
            Objects.requireNonNull(query, "query");
        }
    }
}
