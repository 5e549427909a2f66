/**
 * Part of level 5. Feeds in the session: polled in the background, their answers among series and layers, their states for people to see.
 */
package org.kvarter.session.live;
