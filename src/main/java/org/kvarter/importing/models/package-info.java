/**
 * What formats of three-dimensional models have in common: features of polygons in units of their own, an axis that points up, pictures,
 * and refusing what is damaged or too large in the same sentences.
 *
 * <p>Knows {@code importing}, {@code model}, {@code task}, {@code text}.
 */
package org.kvarter.importing.models;
