/**
 * Part of level 3. Drawings in ASCII DXF (Autodesk's DXF Reference, AC1009 to AC1032): lines, polylines with bulges, curves, hatches,
 * texts and blocks as features with their layer and colour; faces as solids.
 */
package org.kvarter.importing.dxf;
