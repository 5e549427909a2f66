/**
 * Level 3. From the representation items of an IFC file to faces: placements, curves, profiles, swept solids, boundary representations,
 * tessellations, Boolean results, mapped items, styles. Attribute positions hold for IFC2x3 TC1, IFC4 ADD2 TC1 and IFC4.3 ADD2
 * (ISO 16739-1:2024), which add attributes at the end only. Lengths come out in metres, angles in radians.
 *
 * <p>Knows {@code ifc.step} and {@code ifc.shape}.
 */
package org.kvarter.importing.ifc.geometry;
