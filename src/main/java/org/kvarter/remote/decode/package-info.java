/**
 * Part of level 3. Answers in other forms than JSON as the JSON they would be: XML, GML features, market documents of ENTSO-E, GTFS-Realtime,
 * CSV. Whoever maps rows, looks at samples or turns pages knows JSON alone. The home of the GTFS-Realtime bindings.
 */
package org.kvarter.remote.decode;
