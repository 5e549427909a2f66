package org.kvarter.importing.pipeline;

import java.awt.geom.AffineTransform;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.kvarter.geo.CoordinateTransform;
import org.kvarter.geo.CrsException;
import org.kvarter.geo.ImageResampler;
import org.kvarter.geo.TerrainResampler;
import org.kvarter.importing.ElevationBatch;
import org.kvarter.importing.ImageBatch;
import org.kvarter.model.Bounds;
import org.kvarter.model.ImageLayer;
import org.kvarter.model.Layer;
import org.kvarter.model.LayerKind;
import org.kvarter.model.SourceRef;
import org.kvarter.model.Terrain;
import org.kvarter.model.TerrainLayer;

/** One raster on its way to a layer. One reading thread. */
final class RasterAssembly {

    private final String name;
    private final String title;
    private final Bounds extent;
    private ElevationBatch elevation;
    private ImageBatch image;
    private String id = "";
    private Layer layer;
    private String failure;

    private RasterAssembly(String name, String title, double[] affine, int width, int height) {
        this.name = name;
        this.title = title;
        this.extent = extent(affine, width, height);
    }

    static RasterAssembly elevation(ElevationBatch batch) {
        RasterAssembly raster = new RasterAssembly(batch.layer(), batch.title(), batch.affine(), batch.width(), batch.height());
        raster.elevation = batch;
        return raster;
    }

    static RasterAssembly image(ImageBatch batch) {
        RasterAssembly raster = new RasterAssembly(batch.layer(), batch.title(), batch.affine(), batch.width(), batch.height());
        raster.image = batch;
        return raster;
    }

    private static Bounds extent(double[] affine, int width, int height) {
        double[] corners = {0, 0, width, 0, 0, height, width, height};
        new AffineTransform(affine).transform(corners, 0, corners, 0, 4);
        Bounds box = Bounds.EMPTY;
        for (int i = 0; i < 8; i += 2) {
            box = box.include(corners[i], corners[i + 1], 0);
        }
        return box;
    }

    String name() {
        return name;
    }

    String title() {
        return title;
    }

    Bounds extent() {
        return extent;
    }

    LayerKind kind() {
        return elevation != null || layer instanceof TerrainLayer ? LayerKind.TERRAIN : LayerKind.IMAGE;
    }

    void identify(String layerId) {
        id = layerId;
    }

    boolean isPlaced() {
        return layer != null;
    }

    Optional<String> failure() {
        return Optional.ofNullable(failure);
    }

    void fail(String message) {
        failure = message;
    }

    Optional<Terrain> terrain() {
        return layer instanceof TerrainLayer ground ? Optional.of(ground.terrain()) : Optional.empty();
    }

    /** Resamples to the local frame and lets go of the source's grid. */
    void place(CoordinateTransform transform) throws CrsException {
        SourceRef unknown = new SourceRef("", "", "", "", "");
        if (elevation != null) {
            Terrain terrain = TerrainResampler.resample(elevation.affine(), elevation.width(), elevation.height(), elevation.heights(),
                    transform);
            layer = new TerrainLayer(id, title, unknown, terrain, List.of());
            elevation = null;
        } else {
            ImageResampler.Placed p = ImageResampler.resample(image.affine(), image.width(), image.height(), image.argb(), transform);
            layer = new ImageLayer(id, title, unknown, p.west(), p.north(), p.cell(), p.width(), p.height(), p.argb(), List.of());
            image = null;
        }
    }

    ImportedLayer finish(SourceRef source, Path file) {
        Layer named = layer instanceof TerrainLayer ground ? new TerrainLayer(id, title, source, ground.terrain(), List.of())
                : named((ImageLayer) layer, source);
        return new ImportedLayer(named, Optional.empty(),
                new LayerReport(id, title, named.kind(), file, 0, 0, 0, 0, 0, 0, List.of()));
    }

    private static ImageLayer named(ImageLayer picture, SourceRef source) {
        return new ImageLayer(picture.id(), picture.title(), source, picture.west(), picture.north(), picture.cell(), picture.width(),
                picture.height(), picture.argb(), List.of());
    }
}
