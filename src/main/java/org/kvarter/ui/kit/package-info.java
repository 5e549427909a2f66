/**
 * Small pieces every panel is made of: icons, cards, formats of numbers, motion.
 *
 * <p>Knows {@code text} and {@code ui.settings}; no state of the session.
 */
package org.kvarter.ui.kit;
