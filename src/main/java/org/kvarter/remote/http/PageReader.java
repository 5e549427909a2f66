package org.kvarter.remote.http;

import com.fasterxml.jackson.databind.JsonNode;
import org.kvarter.remote.FeedException;

/** Takes the pages of an answer as they come. */
@FunctionalInterface
public interface PageReader {

    /**
     * Reads a page, which is dropped afterwards.
     *
     * @return number of records in it
     * @throws FeedException where it cannot be understood
     */
    int read(JsonNode page) throws FeedException;
}
