package org.kvarter.importing.vector;

import org.kvarter.text.Texts;

/** This package's sentences. */
final class VectorTexts {

    private static final Texts TEXTS = Texts.in(VectorTexts.class);

    private VectorTexts() {
    }

    static String get(String key, Object... arguments) {
        return TEXTS.get(key, arguments);
    }
}
