/**
 * Part of level 3. Layers from services: features, models and pictures of the ground fetched once for an area into a file that then goes the
 * way of every file. What was asked is kept with the source in the project ({@link org.kvarter.remote.layer.LayerSource}), so that it can be
 * asked again; without a network the file is what there is.
 */
package org.kvarter.remote.layer;
