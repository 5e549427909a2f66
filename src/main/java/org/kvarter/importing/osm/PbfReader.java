package org.kvarter.importing.osm;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Set;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * Reads OSM PBF files (OpenStreetMap wiki, "PBF Format", version 0.6): blobs raw or zlib-compressed, each of at most 32 MiB, one in memory
 * at a time. Not thread-safe.
 */
final class PbfReader {

    /** As the format lays down. */
    private static final int MAX_HEADER = 64 * 1024;
    private static final int MAX_BLOB = 32 * 1024 * 1024;
    private static final Set<String> KNOWN = Set.of("OsmSchema-V0.6", "DenseNodes");

    private final OsmHandler handler;
    private final Runnable check;
    private boolean headerSeen;

    /** @param check called between blobs; may throw to cancel */
    PbfReader(OsmHandler handler, Runnable check) {
        this.handler = handler;
        this.check = check;
    }

    /**
     * Reads to the end.
     *
     * @throws MalformedOsmException where the file breaks off or is damaged
     * @throws RefusedOsmException   where it needs what is not known here
     */
    void read(InputStream in) throws IOException {
        DataInputStream data = new DataInputStream(in);
        long blob = 0;
        try {
            for (int first = data.read(); first >= 0; first = data.read(), blob++) {
                check.run();
                int length = first << 24 | data.readUnsignedByte() << 16 | data.readUnsignedShort();
                if (length < 0 || length > MAX_HEADER) {
                    throw new MalformedOsmException("blob " + blob);
                }
                blob(data, length);
            }
        } catch (EOFException e) {
            throw new MalformedOsmException("blob " + blob, e);
        }
    }

    private void blob(DataInputStream data, int headerLength) throws IOException {
        Pbf header = new Pbf(exactly(data, headerLength));
        String type = "";
        long size = -1;
        while (header.next()) {
            switch (header.field()) {
                case 1 -> type = header.string();
                case 3 -> size = header.varint();
                default -> header.skip();
            }
        }
        if (size < 0 || size > MAX_BLOB) {
            throw new MalformedOsmException(type);
        }
        byte[] packed = exactly(data, (int) size);
        if (type.equals("OSMHeader")) {
            header(unpacked(packed));
        } else if (type.equals("OSMData")) {
            if (!headerSeen) {
                throw new MalformedOsmException("OSMHeader");
            }
            new PbfBlock(handler).read(unpacked(packed));
        }
    }

    private static byte[] exactly(DataInputStream data, int size) throws IOException {
        byte[] bytes = data.readNBytes(size);
        if (bytes.length < size) {
            throw new EOFException();
        }
        return bytes;
    }

    private void header(byte[] bytes) throws IOException {
        Pbf header = new Pbf(bytes);
        while (header.next()) {
            if (header.field() == 4) {
                String feature = header.string();
                if (!KNOWN.contains(feature)) {
                    throw new RefusedOsmException(feature);
                }
            } else {
                header.skip();
            }
        }
        headerSeen = true;
    }

    private static byte[] unpacked(byte[] bytes) throws IOException {
        Pbf blob = new Pbf(bytes);
        byte[] raw = null;
        byte[] zlib = null;
        long size = -1;
        while (blob.next()) {
            switch (blob.field()) {
                case 1 -> raw = blob.array();
                case 2 -> size = blob.varint();
                case 3 -> zlib = blob.array();
                case 4 -> throw new RefusedOsmException("LZMA");
                case 5 -> throw new RefusedOsmException("bzip2");
                case 6 -> throw new RefusedOsmException("LZ4");
                case 7 -> throw new RefusedOsmException("Zstandard");
                default -> blob.skip();
            }
        }
        if (raw != null) {
            return raw;
        }
        if (zlib == null || size < 0 || size > MAX_BLOB) {
            throw new MalformedOsmException("blob");
        }
        return inflate(zlib, (int) size);
    }

    private static byte[] inflate(byte[] zlib, int size) throws MalformedOsmException {
        Inflater inflater = new Inflater();
        try {
            inflater.setInput(zlib);
            byte[] out = new byte[size];
            int filled = 0;
            while (filled < size) {
                int n = inflater.inflate(out, filled, size - filled);
                if (n == 0) {
                    throw new MalformedOsmException("zlib");
                }
                filled += n;
            }
            return out;
        } catch (DataFormatException e) {
            throw new MalformedOsmException("zlib", e);
        } finally {
            inflater.end();
        }
    }
}
