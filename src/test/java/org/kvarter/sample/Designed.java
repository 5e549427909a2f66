package org.kvarter.sample;

/** The district as the tests look at it: designed once for all of them. */
final class Designed {
    static final District DISTRICT = new District();

    private Designed() {
    }
}
