/**
 * Level 3. Files to layers: the importer SPI, the pipeline (probe → read → place → mesh), and one sub-package per format.
 *
 * <p>Knows {@code model}, {@code task}, {@code text}, {@code geo}, {@code mesh}; each format its own library. Nobody outside this
 * package and the composition root sees a concrete importer.
 */
package org.kvarter.importing;
