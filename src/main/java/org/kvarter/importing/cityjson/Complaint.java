package org.kvarter.importing.cityjson;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.JsonEOFException;

/**
 * What the parser did not like, in terms of our own sentences.
 *
 * @param key    {@code ended}, {@code deep}, {@code encoding} or {@code invalid}
 * @param line   as text, from 1
 * @param column as text, from 1
 */
record Complaint(String key, String line, String column) {

    /**
     * @param end number of bytes there are; {@link Long#MAX_VALUE} while that is not known
     */
    static Complaint of(JsonProcessingException e, long end) {
        JsonLocation at = e.getLocation();
        return new Complaint(kindOf(e, at == null ? -1 : at.getByteOffset(), end), at == null ? "?" : String.valueOf(at.getLineNr()),
                at == null ? "?" : String.valueOf(at.getColumnNr()));
    }

    boolean isEncoding() {
        return key.equals("encoding");
    }

    /**
     * A value cut in the middle looks like any wrong value, and a letter of another encoding before a quote looks like an end: what tells
     * them apart is whether the end of the data has been reached.
     */
    private static String kindOf(JsonProcessingException e, long offset, long end) {
        if (e instanceof StreamConstraintsException) {
            return "deep";
        }
        if (String.valueOf(e.getOriginalMessage()).contains("UTF-8")) {
            return "encoding";
        }
        if (offset < 0) {
            return e instanceof JsonEOFException ? "ended" : "invalid";
        }
        if (offset >= end) {
            return "ended";
        }
        return e instanceof JsonEOFException ? "encoding" : "invalid";
    }
}
