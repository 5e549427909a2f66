package org.kvarter.geo.store;

import org.kvarter.text.Texts;

/** This package's sentences. */
final class StoreTexts {

    private static final Texts TEXTS = Texts.in(StoreTexts.class);

    private StoreTexts() {
    }

    static String get(String key, Object... arguments) {
        return TEXTS.get(key, arguments);
    }
}
