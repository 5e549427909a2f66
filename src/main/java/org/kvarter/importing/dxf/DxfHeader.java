package org.kvarter.importing.dxf;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the beginning of a DXF file states.
 *
 * @param version $ACADVER, empty where it is missing
 * @param charset of its texts: UTF-8 from AC1021 on, else its code page
 * @param units   $INSUNITS, 0 where it is missing
 */
record DxfHeader(String version, Charset charset, int units) {

    private static final int BYTES = 1 << 20;

    static DxfHeader of(Path file) throws IOException {
        byte[] bytes;
        try (InputStream in = Files.newInputStream(file)) {
            bytes = in.readNBytes(BYTES);
        }
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        String version = variable(text, "\\$ACADVER", "1");
        Charset charset = version.compareTo("AC1021") >= 0 ? StandardCharsets.UTF_8 : codePage(variable(text, "\\$DWGCODEPAGE", "3"));
        String units = variable(text, "\\$INSUNITS", "70");
        return new DxfHeader(version, charset, units.matches("\\d{1,3}") ? Integer.parseInt(units) : 0);
    }

    private static String variable(String text, String name, String code) {
        Matcher matcher = Pattern.compile(name + "\\s*\\R\\s*" + code + "\\s*\\R([^\\r\\n]{0,40})").matcher(text);
        return matcher.find() ? matcher.group(1).strip() : "";
    }

    private static Charset codePage(String name) {
        Matcher digits = Pattern.compile("(?i)ANSI_(\\d{3,4})").matcher(name);
        String java = digits.matches() ? "windows-" + digits.group(1) : "windows-1252";
        try {
            return Charset.isSupported(java) ? Charset.forName(java) : Charset.forName("windows-1252");
        } catch (IllegalArgumentException e) {
            return StandardCharsets.ISO_8859_1;
        }
    }

    /** The drawing program's year of the version, as people know it; the version itself where it has none. */
    String release() {
        return switch (version) {
            case "AC1009" -> "R12";
            case "AC1012" -> "R13";
            case "AC1014" -> "R14";
            case "AC1015" -> "2000";
            case "AC1018" -> "2004";
            case "AC1021" -> "2007";
            case "AC1024" -> "2010";
            case "AC1027" -> "2013";
            case "AC1032" -> "2018";
            default -> version;
        };
    }
}
