package org.kvarter.importing.ply;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import org.kvarter.importing.models.DamagedModelException;

/** The values after the head, one after the other. */
interface PlyValues {

    /**
     * The next value.
     *
     * @throws EOFException where there is none
     */
    double next(PlyHeader.Type type) throws IOException;

    static PlyValues of(PlyHeader header, InputStream in) {
        if (header.encoding() == PlyHeader.Encoding.ASCII) {
            return new Words(in);
        }
        return new Binary(new DataInputStream(in), header.encoding() == PlyHeader.Encoding.BINARY_LITTLE_ENDIAN);
    }

    /** Numbers as words. */
    final class Words implements PlyValues {
        private static final int LONGEST = 64;
        private final InputStream in;

        Words(InputStream in) {
            this.in = in;
        }

        @Override
        public double next(PlyHeader.Type type) throws IOException {
            int c = in.read();
            while (c >= 0 && c <= ' ') {
                c = in.read();
            }
            if (c < 0) {
                throw new EOFException();
            }
            StringBuilder word = new StringBuilder();
            for (; c > ' '; c = in.read()) {
                if (word.length() == LONGEST) {
                    throw new DamagedModelException("number");
                }
                word.append((char) c);
            }
            try {
                return Double.parseDouble(word.toString());
            } catch (NumberFormatException e) {
                throw new DamagedModelException("number", e);
            }
        }
    }

    /** Numbers as bytes. */
    final class Binary implements PlyValues {
        private final DataInputStream in;
        private final boolean little;

        Binary(DataInputStream in, boolean little) {
            this.in = in;
            this.little = little;
        }

        @Override
        public double next(PlyHeader.Type type) throws IOException {
            return switch (type) {
                case INT8 -> in.readByte();
                case UINT8 -> in.readUnsignedByte();
                case INT16 -> (short) two();
                case UINT16 -> two() & 0xFFFF;
                case INT32 -> four();
                case UINT32 -> four() & 0xFFFFFFFFL;
                case FLOAT32 -> Float.intBitsToFloat(four());
                case FLOAT64 -> {
                    long bits = in.readLong();
                    yield Double.longBitsToDouble(little ? Long.reverseBytes(bits) : bits);
                }
            };
        }

        private int two() throws IOException {
            short bits = in.readShort();
            return little ? Short.reverseBytes(bits) : bits;
        }

        private int four() throws IOException {
            int bits = in.readInt();
            return little ? Integer.reverseBytes(bits) : bits;
        }
    }
}
