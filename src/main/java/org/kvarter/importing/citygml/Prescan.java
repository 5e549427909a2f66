package org.kvarter.importing.citygml;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

/**
 * What must be known of a document before its first batch goes out, found by looking at its bytes once without understanding them: the
 * levels of detail, whether appearances lie outside the objects, the first reference system, whether the bytes are UTF-8.
 */
final class Prescan {

    private static final long SRS_NAME = word("srsName=");
    private static final long APPEARAN = word("appearan");
    private static final long CE_MEMBER = word("ceMember");
    private static final long LOD = word("lod");

    private final boolean[] lods = new boolean[10];
    private String srsName = "";
    private boolean globalAppearance;
    private boolean utf8 = true;

    private Prescan() {
    }

    private static long word(String text) {
        long value = 0;
        for (int i = 0; i < text.length(); i++) {
            value = value << 8 | text.charAt(i);
        }
        return value;
    }

    static Prescan of(InputStream in) throws IOException {
        Prescan scan = new Prescan();
        scan.run(in);
        return scan;
    }

    private void run(InputStream in) throws IOException {
        byte[] buffer = new byte[1 << 16];
        long last = 0;
        long before = 0;
        int follow = 0;
        StringBuilder system = null;
        for (int n; (n = in.read(buffer, 0, buffer.length)) > 0;) {
            for (int i = 0; i < n; i++) {
                int b = buffer[i];
                if (b < 0) {
                    follow = following(b & 0xFF, follow);
                    continue;
                }
                if (b == 0) {
                    continue;
                }
                utf8 &= follow == 0;
                follow = 0;
                before = before << 8 | last >>> 56;
                last = last << 8 | b;
                if (system != null) {
                    system = keep(system, (char) b);
                } else if (b == '=') {
                    system = last == SRS_NAME && srsName.isEmpty() ? new StringBuilder() : null;
                } else if (b <= '9' && b >= '0' && (last >>> 8 & 0xFFFFFF) == LOD) {
                    lods[b - '0'] |= (last >>> 32 & 0xFF) == '<' || (last >>> 32 & 0xFF) == ':';
                } else if (b == 'r') {
                    globalAppearance |= last == CE_MEMBER && before == APPEARAN;
                }
            }
        }
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

    boolean isUtf8() {
        return utf8;
    }
}
