/**
 * Level 1. Values per feature to colours: ramps, classification, scales, legends.
 *
 * <p>Knows {@code model}, {@code text}, {@code series} (for overlays over time) and no library.
 */
package org.kvarter.overlay;
