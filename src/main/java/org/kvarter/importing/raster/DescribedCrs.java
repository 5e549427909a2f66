package org.kvarter.importing.raster;

import it.geosolutions.imageioimpl.plugins.tiff.TIFFImageReader;
import it.geosolutions.imageioimpl.plugins.tiff.TIFFImageReaderSpi;
import java.nio.file.Path;
import java.util.Optional;
import javax.imageio.stream.FileImageInputStream;
import org.geotools.coverage.grid.io.imageio.geotiff.GeoTiffIIOMetadataDecoder;
import org.geotools.coverage.grid.io.imageio.geotiff.GeoTiffMetadata2CRSAdapter;
import org.geotools.util.factory.GeoTools;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The coordinate reference system of a GeoTIFF that describes it in keys instead of naming a code, through GeoTools.
 */
final class DescribedCrs {

    private static final Logger LOG = LoggerFactory.getLogger(DescribedCrs.class);

    private DescribedCrs() {
    }

    /** Its well-known text; empty where GeoTools makes no sense of the keys. */
    static Optional<String> read(Path file) {
        TIFFImageReader reader = new TIFFImageReader(new TIFFImageReaderSpi());
        try (FileImageInputStream in = new FileImageInputStream(file.toFile())) {
            reader.setInput(in);
            GeoTiffIIOMetadataDecoder metadata = new GeoTiffIIOMetadataDecoder(reader.getImageMetadata(0));
            return Optional.of(new GeoTiffMetadata2CRSAdapter(GeoTools.getDefaultHints()).createCoordinateSystem(metadata).toWKT());
        } catch (Exception | LinkageError e) {
            // The adapter declares Exception itself; whatever it stumbles over, the keys cannot be understood.
            LOG.info("Keys of {} not understood", file, e);
            return Optional.empty();
        } finally {
            reader.dispose();
        }
    }
}
