package org.kvarter.importing.osm;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.zip.GZIPInputStream;
import org.kvarter.importing.SourceHead;

/**
 * A file in one of the two forms, plain or (XML) gzipped.
 *
 * @param head its beginning
 * @param pbf  whether it is PBF, else XML
 * @param gzip whether it is gzipped
 */
record OsmFile(SourceHead head, boolean pbf, boolean gzip) {

    static OsmFile of(SourceHead head) {
        return new OsmFile(head, OsmHead.isPbf(head.text()), OsmHead.isGzip(head));
    }

    /**
     * Hands all elements to {@code handler}.
     *
     * @param check called now and then; may throw to cancel
     * @throws MalformedOsmException where it breaks off; what came before has been handed on
     * @throws RefusedOsmException   where it is of a kind that is not read
     */
    void read(OsmHandler handler, Runnable check) throws IOException {
        try (InputStream raw = new BufferedInputStream(Files.newInputStream(head.file()), 1 << 16)) {
            if (pbf) {
                new PbfReader(handler, check).read(raw);
            } else {
                new OsmXmlReader(handler, check).read(gzip ? new GZIPInputStream(raw, 1 << 16) : raw);
            }
        } catch (java.io.EOFException | java.util.zip.ZipException e) {
            throw new MalformedOsmException("gzip", e);
        }
    }
}
