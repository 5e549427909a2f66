package org.kvarter.mobility;

import java.time.Instant;

/**
 * Something leaves a stop.
 *
 * @param time     when
 * @param line     of which line
 * @param headsign where to; empty where the source does not say
 * @param trip     feature row of the trip
 */
public record Departure(Instant time, Line line, String headsign, int trip) {
}
