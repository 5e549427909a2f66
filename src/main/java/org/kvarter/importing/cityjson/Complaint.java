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

    static Complaint of(JsonProcessingException e) {
        JsonLocation at = e.getLocation();
        return new Complaint(kindOf(e), at == null ? "?" : String.valueOf(at.getLineNr()), at == null ? "?" : String.valueOf(at.getColumnNr()));
    }

    boolean isEncoding() {
        return key.equals("encoding");
    }

    private static String kindOf(JsonProcessingException e) {
        if (e instanceof JsonEOFException) {
            return "ended";
        }
        if (e instanceof StreamConstraintsException) {
            return "deep";
        }
        String message = String.valueOf(e.getOriginalMessage());
        return message.contains("UTF-8") ? "encoding" : "invalid";
    }
}
