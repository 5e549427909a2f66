package org.kvarter.remote.keys;

import java.util.Optional;

/** Keeps secrets by name. Thread-safe; may block while a person unlocks it. */
public interface SecretStore {

    /** Names the store where it is written down which one has a secret. */
    String id();

    /** The secret of a name; empty where there is none, or the store does not give it. */
    Optional<String> read(String name);

    /** Keeps a secret in place of another of its name; {@code false} where the store does not take it. */
    boolean write(String name, String secret);

    /** Forgets a secret. */
    void remove(String name);
}
