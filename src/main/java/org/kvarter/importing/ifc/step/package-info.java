/**
 * Level 3. STEP physical files (ISO 10303-21:2016): an index of byte offsets and types over the bytes of the file, instances parsed
 * when they are asked for. Knows nothing of any schema.
 *
 * <p>Knows {@code importing.arrays}.
 */
package org.kvarter.importing.ifc.step;
