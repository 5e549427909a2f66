package org.kvarter.text;

import java.util.Locale;
import java.util.regex.Pattern;

/** Names of files and tables as people would write them. */
public final class FileNames {

    /** A hyphen that is none of a date or a range of numbers. */
    private static final Pattern JOINT = Pattern.compile("(?<!\\d)-|-(?!\\d)");

    private FileNames() {
    }

    /** {@code street_areas} and {@code quay-trees} as titles: "Street areas", "Quay trees"; {@code survey-2024-05} becomes "Survey 2024-05". */
    public static String readable(String name) {
        String spaced = JOINT.matcher(name.replace('_', ' ')).replaceAll(" ").trim().replaceAll(" {2,}", " ");
        return spaced.isEmpty() ? name : spaced.substring(0, 1).toUpperCase(Locale.ROOT) + spaced.substring(1);
    }

    /** A file's name without its ending. */
    public static String stem(String fileName) {
        int dot = fileName.lastIndexOf('.');
        return dot > 0 ? fileName.substring(0, dot) : fileName;
    }
}
