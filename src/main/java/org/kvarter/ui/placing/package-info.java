/**
 * Part of level 7. Putting a model where it is to stand: by handles in the twin, by exact numbers, by places that fit together. May know
 * {@code session}, {@code geo.place}, {@code ui.loading} and {@code ui.stage}.
 */
package org.kvarter.ui.placing;
