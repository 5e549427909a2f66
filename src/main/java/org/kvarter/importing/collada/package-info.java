/**
 * Level 3. COLLADA 1.4 and 1.5 documents and KMZ archives that place some of them on the Earth. XML is read without document types and
 * external entities. Sources: Khronos Group, COLLADA – Digital Asset Schema Release 1.4.1 and 1.5.0; OGC 12-007r2, KML 2.3.
 */
package org.kvarter.importing.collada;
