/**
 * Level 3. Solids as faces in compact arrays, and what is done to them: sweeping profiles, cutting by planes and by other solids.
 * Metres, double precision. Knows nothing of STEP or IFC.
 *
 * <p>Knows JTS for what happens within one plane.
 */
package org.kvarter.importing.ifc.shape;
