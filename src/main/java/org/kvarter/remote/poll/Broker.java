package org.kvarter.remote.poll;

import com.fasterxml.jackson.databind.JsonNode;
import org.kvarter.remote.FeedException;
import org.kvarter.remote.FeedRequest;

/** Something that tells by itself, once it is subscribed to. */
@FunctionalInterface
public interface Broker {

    /** No broker can be reached. */
    Broker NONE = (request, listener) -> {
        throw FeedException.lasting(org.kvarter.text.Texts.in(Broker.class).get("noBroker"));
    };

    /** Gets what it tells, on its threads. */
    interface Listener {

        /** A message as a record. */
        void message(JsonNode record);

        /** The connection has ended without being closed; told once. */
        void lost(FeedException why);
    }

    /** Ends a subscription; nothing is told afterwards. */
    @FunctionalInterface
    interface Subscription {

        void close();
    }

    /**
     * Connects and subscribes; blocks until it has.
     *
     * @throws FeedException where the broker cannot be reached or refuses; one sentence
     */
    Subscription open(FeedRequest request, Listener listener) throws FeedException;
}
