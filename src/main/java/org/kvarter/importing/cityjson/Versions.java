package org.kvarter.importing.cityjson;

import java.util.List;

/** Versions of the format that are read. */
final class Versions {

    private static final List<String> READ = List.of("1.0", "1.1", "2.0");

    private Versions() {
    }

    /**
     * The version as major and minor number.
     *
     * @throws UnsupportedVersionException for versions before 1.0 and after 2.x
     */
    static String require(String text) throws UnsupportedVersionException {
        for (String version : READ) {
            if (text.equals(version) || text.startsWith(version + ".")) {
                return version;
            }
        }
        if (text.startsWith("2.") || text.equals("2")) {
            return text;
        }
        if (text.equals("1")) {
            return "1.0";
        }
        throw new UnsupportedVersionException(text);
    }
}
