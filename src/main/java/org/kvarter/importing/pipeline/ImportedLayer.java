package org.kvarter.importing.pipeline;

import java.util.Optional;
import org.kvarter.mesh.LayerMesh;
import org.kvarter.model.Layer;

/**
 * A layer that has been read whole.
 *
 * @param layer  the layer, its diagnostics included
 * @param mesh   its triangles, where it is a {@link org.kvarter.model.SolidLayer}
 * @param report what was read and left out
 */
public record ImportedLayer(Layer layer, Optional<LayerMesh> mesh, LayerReport report) {
}
