/**
 * Level 3. Data from services: what a feed is, how it is asked, understood, kept for offline use and polled.
 *
 * <p>Knows all lower levels and {@code importing}; of libraries {@code java.net.http}, Jackson, and in one sub-package each the GTFS-Realtime
 * bindings and the HiveMQ client. No JavaFX: the command line fetches too. Sub-packages: {@code http} asks, {@code mqtt} is told, {@code decode}
 * makes JSON of other forms, {@code map} understands it, {@code keep} holds it on disk and as history, {@code poll} does it again and again;
 * {@code service} finds out what a service has, {@code layer} fetches what stands there into files, {@code preset} knows services beforehand,
 * {@code keys} keeps secrets.
 */
package org.kvarter.remote;
