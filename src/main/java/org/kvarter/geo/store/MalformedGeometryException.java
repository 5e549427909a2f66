package org.kvarter.geo.store;

/** One record's geometry cannot be used; the message is a clause in the display language ("has a coordinate that is not finite"). */
final class MalformedGeometryException extends Exception {

    private static final long serialVersionUID = 1L;

    MalformedGeometryException(String key, Object... arguments) {
        super(StoreTexts.get(key, arguments), null, false, false);
    }
}
