package org.kvarter.geo.store;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;

/** The geometry blob of GeoPackage (OGC 12-128r18, clause 2.1.3): header with optional envelope, then well-known binary. */
final class GeoPackageGeometry {

    private static final int HEADER = 8;
    private static final int[] ENVELOPE_DOUBLES = {0, 4, 6, 6, 8};

    private final WkbReader wkb = new WkbReader();

    /** The geometry of a blob. */
    Geometry read(byte[] blob) throws MalformedGeometryException {
        ByteBuffer in = header(blob);
        if ((blob[3] & 0x20) != 0) {
            throw new MalformedGeometryException("geometry.extended");
        }
        int skip = HEADER + 8 * envelopeDoubles(blob);
        if (skip > blob.length) {
            throw new MalformedGeometryException("geometry.truncated");
        }
        in.position(skip);
        return wkb.read(in);
    }

    /** Whether a ring of the last geometry was not closed. */
    boolean closedRing() {
        return wkb.closedRing();
    }

    /** The box the header states, {@code null} where it states none. */
    Envelope envelope(byte[] blob) throws MalformedGeometryException {
        ByteBuffer in = header(blob);
        if (envelopeDoubles(blob) == 0 || blob.length < HEADER + 32) {
            return null;
        }
        in.position(HEADER);
        double minX = in.getDouble();
        double maxX = in.getDouble();
        double minY = in.getDouble();
        double maxY = in.getDouble();
        return minX <= maxX && minY <= maxY ? new Envelope(minX, maxX, minY, maxY) : null;
    }

    private static ByteBuffer header(byte[] blob) throws MalformedGeometryException {
        if (blob.length < HEADER || blob[0] != 'G' || blob[1] != 'P') {
            throw new MalformedGeometryException("geometry.noBlob");
        }
        return ByteBuffer.wrap(blob).order((blob[3] & 1) == 1 ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
    }

    private static int envelopeDoubles(byte[] blob) throws MalformedGeometryException {
        int code = blob[3] >> 1 & 7;
        if (code >= ENVELOPE_DOUBLES.length) {
            throw new MalformedGeometryException("geometry.noBlob");
        }
        return ENVELOPE_DOUBLES[code];
    }
}
