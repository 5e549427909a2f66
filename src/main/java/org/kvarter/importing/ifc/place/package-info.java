/**
 * Level 3. Where an IFC file says that its model stands: map conversions, the property sets that stand for them in IFC2x3, latitude and
 * longitude of the site, coordinates that are those of a map. All are found, one is chosen, and what speaks against it is kept.
 *
 * <p>Knows {@code ifc.step}, {@code ifc.shape}, {@code ifc.content}, {@code geo}.
 */
package org.kvarter.importing.ifc.place;
