/**
 * Part of level 5. The twin as a step of a story shows it: kept from the session, and put into it.
 *
 * <p>Knows {@code session} and {@code workshop}. JavaFX thread only.
 */
package org.kvarter.session.story;
