/**
 * Level 3. The way of a file to layers: probe → read → place → mesh.
 *
 * <p>{@link org.kvarter.importing.pipeline.ImportPipeline} asks every importer how sure it is, lets the best one read, moves its batches
 * into the district's frame, sets buildings on the terrain, meshes on workers and tells a listener while it goes. Knows {@code
 * importing}, {@code geo}, {@code mesh}, {@code model}, {@code task}, {@code text}; no concrete importer.
 */
package org.kvarter.importing.pipeline;
