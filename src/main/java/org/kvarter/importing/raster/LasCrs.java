package org.kvarter.importing.raster;

import com.github.mreutegg.laszip4j.LASHeader;
import com.github.mreutegg.laszip4j.LASVariableLengthRecord;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The coordinate reference system in the records of a LAS file (ASPRS LAS 1.4 R15, "LASF_Projection"): well-known text or GeoTIFF's keys. Stateless. */
final class LasCrs {

    private static final String PROJECTION = "LASF_Projection";
    private static final int WKT = 2112;
    private static final int KEYS = 34735;
    private static final int GEOGRAPHIC = 2048;
    private static final int PROJECTED = 3072;
    private static final int VERTICAL = 4096;
    private static final int USER_DEFINED = 32767;

    private LasCrs() {
    }

    /** {@code EPSG:n}, {@code EPSG:n+m} or well-known text; empty where the file states none. */
    static Optional<String> of(LASHeader header) {
        Optional<String> keys = Optional.empty();
        for (LASVariableLengthRecord record : header.getVariableLengthRecords()) {
            if (!PROJECTION.equals(record.getUserID().strip().replace("\0", "")) || record.getData() == null) {
                continue;
            }
            if (record.getRecordID() == WKT) {
                byte[] text = new byte[record.getData().remaining()];
                record.getData().duplicate().get(text);
                String wkt = new String(text, StandardCharsets.UTF_8).replace("\0", "").strip();
                if (!wkt.isEmpty()) {
                    return Optional.of(wkt);
                }
            } else if (record.getRecordID() == KEYS) {
                keys = keys(record.getData().duplicate().order(ByteOrder.LITTLE_ENDIAN));
            }
        }
        return keys;
    }

    private static Optional<String> keys(ByteBuffer data) {
        Map<Integer, Integer> codes = new HashMap<>();
        for (int at = data.position() + 8; at + 8 <= data.limit(); at += 8) {
            if (data.getShort(at + 2) == 0) {
                codes.put(data.getShort(at) & 0xFFFF, data.getShort(at + 6) & 0xFFFF);
            }
        }
        int code = codes.getOrDefault(PROJECTED, codes.getOrDefault(GEOGRAPHIC, 0));
        int height = codes.getOrDefault(VERTICAL, 0);
        return code <= 0 || code >= USER_DEFINED ? Optional.empty()
                : Optional.of("EPSG:" + code + (height > 0 && height < USER_DEFINED ? "+" + height : ""));
    }
}
