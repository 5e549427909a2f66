package org.kvarter.series.store.duck;

import org.kvarter.series.store.StoreException;

/** Carries a sentence through what only lets the driver's exceptions pass. */
final class Told extends RuntimeException {

    private static final long serialVersionUID = 1L;
    private final transient StoreException sentence;

    Told(StoreException sentence) {
        super(sentence);
        this.sentence = sentence;
    }

    StoreException sentence() {
        return sentence;
    }
}
