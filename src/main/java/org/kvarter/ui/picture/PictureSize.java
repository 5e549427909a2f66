package org.kvarter.ui.picture;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Size of a picture.
 *
 * @param width  pixels, {@value #LEAST} … {@value #MOST}
 * @param height pixels, {@value #LEAST} … {@value #MOST}
 */
public record PictureSize(int width, int height) {

    static final int LEAST = 16;
    static final int MOST = 20_000;
    private static final Pattern TEXT = Pattern.compile("\\s*(\\d{1,6})\\s*[x×*, ]\\s*(\\d{1,6})\\s*");

    public PictureSize {
        if (width < LEAST || height < LEAST || width > MOST || height > MOST) {
            throw new IllegalArgumentException("a picture is between 16 and 20,000 pixels wide and high");
        }
    }

    /** Sizes people ask for: screens, and A4 and A3 across at 300 dots per inch. */
    static List<PictureSize> common() {
        return List.of(new PictureSize(1920, 1080), new PictureSize(3840, 2160), new PictureSize(3508, 2480), new PictureSize(4961, 3508));
    }

    /** A size as people write it, {@code 1920 × 1080}; empty where it is none or too small or large. */
    public static Optional<PictureSize> parse(String text) {
        Matcher m = TEXT.matcher(text);
        if (!m.matches()) {
            return Optional.empty();
        }
        int width = Integer.parseInt(m.group(1));
        int height = Integer.parseInt(m.group(2));
        return width < LEAST || height < LEAST || width > MOST || height > MOST ? Optional.empty() : Optional.of(new PictureSize(width, height));
    }

    /** As people write it. */
    String text() {
        return width + " × " + height;
    }
}
