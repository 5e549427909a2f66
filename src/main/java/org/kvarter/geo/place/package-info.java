/**
 * Where a source belongs: candidates for its place, scored against what is already there, and the repairs that some of them need. May know
 * {@code model} and {@code geo}; nothing here is applied without being told to whoever asked for the source.
 */
package org.kvarter.geo.place;
