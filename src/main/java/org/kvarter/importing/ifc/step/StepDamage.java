package org.kvarter.importing.ifc.step;

/**
 * What was passed over while a file was indexed.
 *
 * @param broken     instances that do not end, or of no type
 * @param firstLost  id of the first of them, 0 for none
 * @param duplicates instances whose id was there before
 * @param complex    instances of several types at once
 * @param truncated  whether the file ends within its data
 */
public record StepDamage(int broken, int firstLost, int duplicates, int complex, boolean truncated) {
}
