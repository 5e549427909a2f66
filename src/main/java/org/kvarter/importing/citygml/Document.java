package org.kvarter.importing.citygml;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** What is known of the document as a whole while it is read. */
final class Document {

    /** {@code 1.0}, {@code 2.0} or {@code 3.0}; empty where no namespace says. */
    String version = "";
    String title = "";
    /** The reference system of the city model's envelope, or else the first one found; empty for none. */
    String system = "";
    /** Of coordinates whose geometry does not say. */
    int dimension = 3;
    /** City objects read. */
    int objects;
    /** Whether any ring has a place on a picture. */
    boolean hasPictures;
    /** Objects whose pictures lie otherwise than by places of corners. */
    int texturedObjects;
    /** Objects of types the standard does not know, shown in layers of their own. */
    final Map<String, Integer> unknown = new LinkedHashMap<>();
    /** Members that are nothing to see. */
    final SortedMap<String, Integer> others = new TreeMap<>();
    final Set<String> extensions = new LinkedHashSet<>();
    /** Names of the attributes of surfaces that were brought to objects. */
    final Set<String> surfaceAttributes = new TreeSet<>();

    void unknown(String type) {
        unknown.merge(type, 1, Integer::sum);
    }

    void other(String type) {
        others.merge(type, 1, Integer::sum);
    }

    void extension(String namespace) {
        if (extensions.size() < 20) {
            extensions.add(namespace);
        }
    }
}
