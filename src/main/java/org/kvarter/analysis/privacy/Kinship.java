package org.kvarter.analysis.privacy;

import java.util.HashMap;
import java.util.Map;

/** Which personal data tell of each other because one was reckoned from the other. Not thread-safe. */
final class Kinship {

    private final Map<String, String> parents = new HashMap<>();

    /** Notes that one was reckoned from the other. */
    void join(String one, String other) {
        String a = of(one);
        String b = of(other);
        if (!a.equals(b)) {
            parents.put(a, b);
        }
    }

    /** The same name for all that tell of each other. */
    String of(String data) {
        String at = data;
        while (parents.containsKey(at)) {
            at = parents.get(at);
        }
        return at;
    }
}
