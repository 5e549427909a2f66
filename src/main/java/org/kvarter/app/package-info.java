/**
 * Level 8. Entry point, composition root, lifecycle, logging.
 *
 * <p>Knows everybody.
 */
package org.kvarter.app;
