package org.kvarter.remote;

/**
 * Trouble with one record.
 *
 * @param record  its number in the answer, from 0
 * @param message one sentence in the display language
 */
public record RowIssue(int record, String message) {
}
