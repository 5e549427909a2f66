/**
 * Level 3. IFC2x3, IFC4 and IFC4.3 as STEP files ({@code .ifc}) or zipped ({@code .ifczip}): building elements with their geometry,
 * openings cut out, property sets and quantities as attributes; spaces and the ground as layers of their own; the spatial structure as a
 * layer without geometry. Settings: {@code georeference} ({@code map}, {@code site} or {@code none}) and {@code crs}, the system a person
 * states, in which a map conversion then counts, or else the model's own coordinates. Source of the format: ISO 16739-1:2024 (IFC4.3),
 * IFC4 ADD2 TC1 and IFC2x3 TC1 by buildingSMART, over ISO 10303-21.
 *
 * <p>Knows {@code importing}, {@code model}, {@code task}, {@code text}, {@code geo}.
 */
package org.kvarter.importing.ifc;
