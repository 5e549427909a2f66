/**
 * Level 3. Data from services: what a feed is, how it is asked, understood, kept for offline use and polled.
 *
 * <p>Knows all lower levels and {@code importing}; of libraries {@code java.net.http} and Jackson. No JavaFX: the command line fetches too.
 * Sub-packages: {@code http} asks, {@code map} understands the JSON, {@code keep} holds it on disk and as history, {@code poll} does it
 * again and again. A later kind of feed brings its own {@code http} and {@code map}; state, cache, history and polling are shared.
 */
package org.kvarter.remote;
