package org.kvarter.importing.collada;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.kvarter.importing.HeightReference;
import org.kvarter.importing.ImportException;
import org.kvarter.importing.Importer;
import org.kvarter.importing.LayerSink;
import org.kvarter.importing.ReadOptions;
import org.kvarter.importing.SourceDescription;
import org.kvarter.importing.SourceHead;
import org.kvarter.importing.models.Matrix;
import org.kvarter.importing.models.ModelLayer;
import org.kvarter.importing.models.ModelReading;
import org.kvarter.importing.textures.PictureHead;
import org.kvarter.model.ImageSource;
import org.kvarter.model.Severity;
import org.kvarter.model.Texture;
import org.kvarter.task.Progress;
import org.w3c.dom.Element;

/**
 * Reads KMZ archives with COLLADA models and puts these where the KML says: longitude, latitude, altitude, heading, tilt, roll and scale.
 * Altitudes count from the ground or from the sea as the first model has it; models of the other kind are left out, and told. Other
 * placemarks are left out.
 *
 * <p>Settings: {@code kind} as for OBJ.
 */
public final class KmzImporter implements Importer {

    @Override
    public String format() {
        return "KMZ";
    }

    @Override
    public List<String> extensions() {
        return List.of(".kmz");
    }

    @Override
    public double probe(SourceHead head) {
        boolean zip = head.text().startsWith("PK\u0003\u0004");
        boolean named = head.name().endsWith(".kmz");
        boolean kml = zip && head.text().contains(".kml");
        if (kml && head.text().contains(".dae")) {
            return 1;
        }
        return kml || named && zip ? 0.6 : named ? 0.4 : 0;
    }

    @Override
    public void read(SourceHead source, ReadOptions options, LayerSink sink, Progress progress) throws ImportException {
        ModelReading.read(format(), source, options, sink, progress, layer -> {
            try (KmzArchive archive = new KmzArchive(source.file(), layer.budget())) {
                Optional<String> document = archive.document();
                if (document.isPresent()) {
                    KmzArchive.Entry entry = archive.read(document.get());
                    Element root = Xml.read(entry.open(), entry.bytes().length, layer.budget());
                    boolean absolute = models(archive, entry.name(), KmlModel.of(root), layer);
                    layer.emitPlaced(new SourceDescription("KMZ", "", Optional.of(ModelLayer.CRS84), List.of(), "", ""),
                            absolute ? HeightReference.ABSOLUTE : HeightReference.ABOVE_GROUND);
                }
            }
        });
    }

    private static boolean models(KmzArchive archive, String document, List<KmlModel> models, ModelLayer layer) throws IOException {
        Boolean absolute = null;
        for (KmlModel model : models) {
            Optional<String> entry = archive.resolve(document, model.reference());
            if (!model.isPlaced() || entry.isEmpty()) {
                layer.problem(Severity.WARNING, "kmz.model", model.name(), model.reference());
                continue;
            }
            absolute = absolute == null ? Boolean.valueOf(model.absolute()) : absolute;
            if (absolute != model.absolute()) {
                layer.problem(Severity.WARNING, "kmz.heights", model.name());
                continue;
            }
            KmzArchive.Entry dae = archive.read(entry.get());
            ColladaDocument collada = ColladaDocument.read(dae.open(), dae.bytes().length, layer.budget());
            double metres = collada.metres();
            new ColladaScene(collada, layer, name -> picture(archive, document, dae.name(), model, name, layer), model.placer())
                    .read(model.turned().times(Matrix.scale(metres, metres, metres)).times(collada.upright()));
        }
        return absolute != null && absolute;
    }

    private static Optional<Texture> picture(KmzArchive archive, String document, String dae, KmlModel model, String name, ModelLayer layer) {
        Optional<String> entry = archive.resolve(dae, name);
        if (entry.isEmpty() && model.aliases().containsKey(name)) {
            entry = archive.resolve(document, model.aliases().get(name));
        }
        Optional<ImageSource> image = entry.map(e -> (ImageSource) new ImageSource.InArchive(archive.file(), e)).filter(PictureHead::isSound);
        if (image.isEmpty()) {
            layer.problem(Severity.WARNING, "gltf.picture", "", name);
        }
        return image.map(i -> new Texture(name, i));
    }
}
