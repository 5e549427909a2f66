/**
 * Level 3. What an IFC file says about its products beside their geometry: classes, units, relations, property sets and quantities,
 * materials, classifications. Attribute positions hold for IFC2x3 TC1, IFC4 ADD2 TC1 and IFC4.3 ADD2.
 *
 * <p>Knows {@code ifc.step}, {@code ifc.geometry} for colours of materials, and {@code model}.
 */
package org.kvarter.importing.ifc.content;
