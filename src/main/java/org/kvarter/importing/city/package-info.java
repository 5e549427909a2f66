/**
 * Level 3. What CityJSON and CityGML share as two encodings of one data model: levels of detail and the choice among them, the layer of
 * each type of city object, the kind of each semantic surface, attributes of surfaces brought to their objects, and relief as terrain.
 *
 * <p>Knows {@code importing}, {@code importing.arrays} and {@code model}.
 */
package org.kvarter.importing.city;
