package org.kvarter.cli;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * {@code 1920x1080}.
 *
 * @param width  1 … 16,000
 * @param height 1 … 16,000
 */
record PixelSize(int width, int height) {

    private static final int MAXIMUM = 16_000;

    /** Reads {@code WxH}. */
    static final class Converter implements ITypeConverter<PixelSize> {
        @Override
        public PixelSize convert(String text) {
            String[] sides = text.toLowerCase(java.util.Locale.ROOT).split("[x×]");
            try {
                PixelSize size = new PixelSize(Integer.parseInt(sides[0].strip()), Integer.parseInt(sides[1].strip()));
                if (size.width > 0 && size.height > 0 && size.width <= MAXIMUM && size.height <= MAXIMUM) {
                    return size;
                }
            } catch (NumberFormatException | ArrayIndexOutOfBoundsException e) {
                throw new TypeConversionException("'" + text + "' is no size such as 1920x1080");
            }
            throw new TypeConversionException("'" + text + "' must lie between 1x1 and " + MAXIMUM + "x" + MAXIMUM);
        }
    }
}
