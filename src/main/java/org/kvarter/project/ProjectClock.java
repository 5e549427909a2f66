package org.kvarter.project;

/**
 * The clock of a project.
 *
 * @param time   model time, ISO 8601 instant
 * @param start  beginning of the range, ISO 8601 instant
 * @param end    exclusive end of the range, ISO 8601 instant
 * @param zone   zone in which people read it
 * @param step   {@code HOUR}, {@code DAY}, {@code WEEK} or {@code MONTH}
 * @param studio whether the sun stands still in its studio position rather than following the clock
 * @param live   whether time follows the real one, where the project has feeds
 */
public record ProjectClock(String time, String start, String end, String zone, String step, boolean studio, boolean live) {
}
