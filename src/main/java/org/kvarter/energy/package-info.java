/**
 * Level 2. Energy of the district; so far the position of the sun.
 *
 * <p>Knows {@code model}, {@code series}, {@code text} and the solar position library.
 */
package org.kvarter.energy;
