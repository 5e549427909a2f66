package org.kvarter.remote.service;

import java.util.List;
import java.util.Optional;
import org.kvarter.remote.FeedException;

/** Knows one kind of service by its answers. Stateless. */
interface Recogniser {

    /** Addresses at which such a service may be found below the one that a person gave, which has no query and no slash at its end. */
    default List<String> guesses(String base) {
        return List.of();
    }

    /**
     * The service, where the answer is one of its kind; empty for others.
     *
     * @throws FeedException where it is one, but does not tell what it has
     */
    Optional<Service> look(Asker.Reply reply, Asker asker) throws FeedException;
}
