package org.kvarter.importing.osm;

import org.kvarter.importing.SourceHead;

/** What the head of a file tells of its form. Stateless. */
final class OsmHead {

    private static final int HEADER_REACH = 64;

    private OsmHead() {
    }

    /** Whether the root element is {@code osm}. */
    static boolean isXml(String text) {
        int at = text.indexOf("<osm");
        return at >= 0 && at + 4 < text.length() && " \t\r\n>".indexOf(text.charAt(at + 4)) >= 0 && isProlog(text.substring(0, at));
    }

    /** Only a declaration, comments and blanks come before the root. */
    private static boolean isProlog(String before) {
        String rest = before.replaceFirst("^(\u00EF\u00BB\u00BF|\uFEFF)", "").replaceAll("(?s)<\\?.*?\\?>|<!--.*?-->", "");
        return rest.isBlank();
    }

    /** Whether the first blob is an {@code OSMHeader}. */
    static boolean isPbf(String text) {
        return text.length() > 16 && text.charAt(0) == 0 && text.substring(0, Math.min(HEADER_REACH, text.length())).contains("OSMHeader");
    }

    static boolean isGzip(SourceHead head) {
        return head.text().startsWith("\u001F\u008B");
    }
}
