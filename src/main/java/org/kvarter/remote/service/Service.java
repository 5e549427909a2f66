package org.kvarter.remote.service;

import java.util.List;
import java.util.Objects;

/**
 * A service that was found.
 *
 * @param kind        what it is
 * @param title       what it calls itself; its host where it says nothing
 * @param attribution what it wants said where its data is shown; may be empty
 * @param offers      what there is to choose from, in its order
 */
public record Service(ServiceKind kind, String title, String attribution, List<Offer> offers) {

    /** Offers that are listed; a catalogue beyond that is searched by its own means. */
    public static final int MOST_OFFERS = 2_000;

    public Service {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(title, "title");
        attribution = Objects.requireNonNullElse(attribution, "");
        offers = List.copyOf(offers.subList(0, Math.min(MOST_OFFERS, offers.size())));
    }
}
