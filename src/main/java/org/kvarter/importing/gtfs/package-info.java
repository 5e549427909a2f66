/**
 * Part of level 3. GTFS feeds, zipped or as a folder, to lines, stops and vehicles of a timetable. An own streaming reader over bytes: broken
 * rows cost themselves, missing files cost what depends on them.
 */
package org.kvarter.importing.gtfs;
