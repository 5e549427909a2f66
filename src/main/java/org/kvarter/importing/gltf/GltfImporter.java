package org.kvarter.importing.gltf;

import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import org.kvarter.importing.HeightReference;
import org.kvarter.importing.ImportException;
import org.kvarter.importing.Importer;
import org.kvarter.importing.LayerSink;
import org.kvarter.importing.ReadOptions;
import org.kvarter.importing.SourceDescription;
import org.kvarter.importing.SourceHead;
import org.kvarter.importing.arrays.MemoryBudget;
import org.kvarter.importing.models.Matrix;
import org.kvarter.importing.models.ModelLayer;
import org.kvarter.importing.models.ModelReading;
import org.kvarter.importing.models.UpAxis;
import org.kvarter.importing.models.gltf.GltfDocument;
import org.kvarter.importing.models.gltf.GltfFeatures;
import org.kvarter.importing.models.gltf.GltfScene;
import org.kvarter.importing.models.gltf.IdFeatures;
import org.kvarter.importing.models.gltf.NodeFeatures;
import org.kvarter.task.Progress;

/**
 * Reads glTF 2.0 and GLB: each node with a mesh is a feature with name, material and extras; triangles have the base colour and picture of
 * their material. Skins and morph targets stay in their rest, animations, lines, points and lights are left out.
 *
 * <p>A scene whose extras say {@code crs}, {@code originEast}, {@code originNorth} and {@code originHeight}, as Kvarter writes them, stands
 * there; others have no place of their own.
 *
 * <p>Settings: {@code up} ({@code y}, as the format has it, or {@code z}), {@code unit}, {@code kind} as for OBJ.
 */
public final class GltfImporter implements Importer {

    @Override
    public String format() {
        return "glTF";
    }

    @Override
    public List<String> extensions() {
        return List.of(".glb", ".gltf");
    }

    @Override
    public double probe(SourceHead head) {
        boolean named = head.name().endsWith(".gltf") || head.name().endsWith(".glb");
        String text = head.text();
        if (text.startsWith("glTF")) {
            return 1;
        }
        String start = text.stripLeading();
        boolean tree = text.contains("\"meshes\"") || text.contains("\"nodes\"") || text.contains("\"accessors\"") || text.contains("\"buffers\"");
        if (start.startsWith("{") && text.contains("\"asset\"") && tree && !text.contains("\"geometricError\"")) {
            return named ? 1 : 0.9;
        }
        return named ? head.bytes().length == 0 ? 0.5 : 0.4 : 0;
    }

    @Override
    public void read(SourceHead source, ReadOptions options, LayerSink sink, Progress progress) throws ImportException {
        ModelReading.read(format(), source, options, sink, progress, layer -> {
            long size = Files.size(source.file());
            if (size > Integer.MAX_VALUE - 16) {
                throw new MemoryBudget.ExceededException();
            }
            layer.budget().claim(size);
            GltfDocument document = GltfDocument.open(ByteBuffer.wrap(Files.readAllBytes(source.file())), source.file(), layer.budget());
            layer.report(0.2);
            Optional<GltfPlace> place = GltfPlace.of(document);
            new GltfScene(document, layer, features(document, layer), place.map(GltfPlace::placer).orElse(null)).read(Matrix.IDENTITY);
            if (place.isPresent()) {
                layer.emitPlaced(new SourceDescription(format(), document.version(), Optional.of(place.get().crs()), List.of(), "", ""),
                        HeightReference.ABSOLUTE);
            } else {
                layer.emitLocal(document.version(), Optional.of(UpAxis.Y), 1);
            }
        });
    }

    /** Features of EXT_mesh_features where there are any, otherwise nodes. */
    private static GltfFeatures features(GltfDocument document, ModelLayer layer) {
        boolean ids = document.root().path("extensionsUsed").toString().contains("\"EXT_mesh_features\"");
        String title = layer.fileName().replaceFirst("\\.[A-Za-z]+$", "");
        return ids ? new IdFeatures(document, layer, title, null) : new NodeFeatures(layer);
    }
}
