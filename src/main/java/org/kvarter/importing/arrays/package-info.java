/**
 * Level 3. Growable arrays within a memory budget, and geometry on them, for readers that stream big files into compact form.
 *
 * <p>Knows nobody.
 */
package org.kvarter.importing.arrays;
