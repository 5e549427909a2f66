/**
 * Level 4. What a facilitator tells with the twin: the story and its steps, and the tour that is handed out afterwards.
 *
 * <p>Knows {@code model}, {@code text}, {@code series}, {@code overlay} and {@code project}, in whose file a story is kept. Immutable
 * values; no window.
 */
package org.kvarter.workshop;
