/** Data from services: setting a feed up by looking at what it answers, and how the feeds are doing. */
package org.kvarter.ui.feeds;
