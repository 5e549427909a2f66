package org.kvarter.project;

/**
 * A feature whose label stays.
 *
 * @param layer   id of its layer
 * @param feature its id in the source
 */
public record ProjectPin(String layer, String feature) {
}
