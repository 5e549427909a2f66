/**
 * A timber house for the sample district, drawn element by element and written as IFC4. Coordinates are metres: x east, y north from the
 * house's south-west corner, z up from its ground floor.
 */
package org.kvarter.sample.timber;
