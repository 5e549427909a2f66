package org.kvarter.importing.citygml;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * What must be known of a document before its first batch goes out, found by looking at its bytes once without understanding them: the
 * levels of detail, whether appearances lie outside the objects, whether there are pictures, the first reference system, whether the bytes are UTF-8.
 */
final class Prescan {

    private static final byte[] SRS_NAME = "srsName=".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] APPEARANCE = "appearanceMember".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] PLACES = "textureCoordinates".getBytes(StandardCharsets.US_ASCII);
    /** Bytes before the ones at hand that are kept to look back at. */
    private static final int BACK = 32;

    private final boolean[] lods = new boolean[10];
    private String srsName = "";
    private boolean globalAppearance;
    private boolean pictures;
    private boolean utf8 = true;
    private long characters;

    private Prescan() {
    }

    static Prescan of(InputStream in) throws IOException {
        Prescan scan = new Prescan();
        scan.run(in);
        return scan;
    }

    private void run(InputStream in) throws IOException {
        byte[] buffer = new byte[BACK + (1 << 16)];
        int follow = 0;
        long continued = 0;
        boolean zeros = false;
        boolean first = true;
        StringBuilder system = null;
        for (int n; (n = in.read(buffer, BACK, buffer.length - BACK)) > 0;) {
            zeros |= first && hasZeros(buffer, n);
            first = false;
            n = zeros ? withoutZeros(buffer, n) : n;
            for (int i = BACK; i < BACK + n; i++) {
                int b = buffer[i];
                if (b < 0) {
                    continued += (b & 0xC0) == 0x80 ? 1 : 0;
                    follow = following(b & 0xFF, follow);
                    continue;
                }
                if (follow != 0) {
                    utf8 = false;
                    follow = 0;
                }
                if (system != null) {
                    system = keep(system, (char) b);
                } else if (b == 'r' || b == 's' || b <= '=') {
                    system = look(buffer, i, b) ? new StringBuilder() : null;
                }
            }
            characters += n;
            System.arraycopy(buffer, n, buffer, 0, BACK);
        }
        characters -= continued;
    }

    /** Whether it is UTF-16, which has zeros between letters. */
    private static boolean hasZeros(byte[] buffer, int n) {
        for (int i = BACK; i < BACK + Math.min(n, 100); i++) {
            if (buffer[i] == 0) {
                return true;
            }
        }
        return false;
    }

    private static int withoutZeros(byte[] buffer, int n) {
        int to = BACK;
        for (int i = BACK; i < BACK + n; i++) {
            buffer[to] = buffer[i];
            to += buffer[i] == 0 ? 0 : 1;
        }
        return to - BACK;
    }

    /** Looks at what ends at {@code at}; answers whether the name of a reference system follows. */
    private boolean look(byte[] buffer, int at, int b) {
        if (b >= '0' && b <= '9') {
            if (buffer[at - 1] == 'd' && buffer[at - 2] == 'o' && buffer[at - 3] == 'l') {
                lods[b - '0'] |= buffer[at - 4] == '<' || buffer[at - 4] == ':';
            }
        } else if (b == 'r') {
            globalAppearance |= ends(buffer, at, APPEARANCE);
        } else if (b == 's') {
            pictures |= ends(buffer, at, PLACES);
        } else if (b == '=') {
            return srsName.isEmpty() && ends(buffer, at, SRS_NAME);
        }
        return false;
    }

    private static boolean ends(byte[] buffer, int at, byte[] word) {
        for (int i = 0; i < word.length; i++) {
            if (buffer[at - i] != word[word.length - 1 - i]) {
                return false;
            }
        }
        return true;
    }

    private StringBuilder keep(StringBuilder system, char c) {
        boolean quote = c == '"' || c == '\'';
        if (quote && system.length() > 0 || system.length() > 500) {
            srsName = system.toString().strip();
            return null;
        }
        return quote ? system : system.append(c);
    }

    /** How many bytes must follow by UTF-8; notes where it is broken. */
    private int following(int b, int follow) {
        if ((b & 0xC0) == 0x80) {
            utf8 &= follow > 0;
            return follow - 1;
        }
        utf8 &= follow == 0 && b >= 0xC2 && b < 0xF5;
        return b < 0xE0 ? 1 : b < 0xF0 ? 2 : 3;
    }

    /** Levels of detail that properties of geometry name, ascending. */
    List<String> lods() {
        List<String> all = new ArrayList<>();
        for (int lod = 0; lod < lods.length; lod++) {
            if (lods[lod]) {
                all.add(String.valueOf(lod));
            }
        }
        return all;
    }

    /** The first {@code srsName}, empty where there is none. */
    String srsName() {
        return srsName;
    }

    boolean hasGlobalAppearance() {
        return globalAppearance;
    }

    /** Whether corners have places on pictures. */
    boolean hasPictures() {
        return pictures;
    }

    /** Number of characters, where they are UTF-8 or one byte each. */
    long characters() {
        return characters;
    }

    boolean isUtf8() {
        return utf8;
    }
}
