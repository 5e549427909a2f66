package org.kvarter.geo.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A shape cut off anywhere is refused as such, whatever its type (point 1, line 3, area 5, points 8, and with heights 10 more). */
class ShapeGeometryTest {

    /** A record with one part of three vertices. */
    private static byte[] record(int code) {
        ByteBuffer out = ByteBuffer.allocate(256).order(ByteOrder.LITTLE_ENDIAN).putInt(code);
        int kind = code % 10;
        if (kind == 1) {
            out.putDouble(1).putDouble(2);
        } else {
            out.putDouble(0).putDouble(0).putDouble(9).putDouble(9);
            if (kind != 8) {
                out.putInt(1);
            }
            out.putInt(3);
            if (kind != 8) {
                out.putInt(0);
            }
            out.putDouble(0).putDouble(0).putDouble(9).putDouble(9).putDouble(9).putDouble(0);
        }
        return Arrays.copyOf(out.array(), out.position());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 5, 8, 11, 13, 15, 18})
    void aShapeCutOffIsRefused(int code) throws Exception {
        byte[] whole = record(code);
        assertThat(new ShapeGeometry().read(ByteBuffer.wrap(whole)).getNumPoints()).isPositive();
        for (int length = 0; length < whole.length; length++) {
            ByteBuffer cut = ByteBuffer.wrap(Arrays.copyOf(whole, length));
            assertThatThrownBy(() -> new ShapeGeometry().read(cut)).as("%d bytes", length).isInstanceOf(MalformedGeometryException.class);
        }
    }
}
