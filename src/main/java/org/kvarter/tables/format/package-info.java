/** The formats of {@code tables}: one class or a few for each, none of which anybody outside needs to know. */
package org.kvarter.tables.format;
