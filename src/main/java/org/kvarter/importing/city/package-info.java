/**
 * Level 3. What CityJSON and CityGML share as two encodings of one data model: levels of detail and the choice among them, the layer of
 * each type of city object, the kind of each semantic surface, and attributes of surfaces brought to their objects.
 *
 * <p>Knows {@code model}.
 */
package org.kvarter.importing.city;
