package org.kvarter.geo.store;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.time.DateTimeException;
import java.time.LocalDate;

/**
 * One row of a dBase table.
 *
 * @param bytes   the row with its deletion mark
 * @param charset encoding of texts
 */
record DbfRow(byte[] bytes, Charset charset) {

    boolean isDeleted() {
        return bytes[0] == '*';
    }

    /** The value of a field, {@code null} where it is blank or no value of its type (as {@code ****} for a number too long). */
    Object value(DbfHeader.Field field) {
        return switch (field.type()) {
            case 'I', '+' -> binary(field).getInt();
            case 'O', 'B' -> finite(binary(field).getDouble());
            case 'L' -> logical((char) bytes[field.offset()]);
            case 'N', 'F' -> number(text(field).trim(), field.javaType());
            case 'D' -> date(text(field).trim());
            default -> characters(field);
        };
    }

    private ByteBuffer binary(DbfHeader.Field field) {
        return ByteBuffer.wrap(bytes, field.offset(), field.length()).order(ByteOrder.LITTLE_ENDIAN);
    }

    private String text(DbfHeader.Field field) {
        return new String(bytes, field.offset(), field.length(), charset);
    }

    private String characters(DbfHeader.Field field) {
        String text = text(field);
        int end = text.length();
        while (end > 0 && (text.charAt(end - 1) == ' ' || text.charAt(end - 1) == 0)) {
            end--;
        }
        return end == 0 ? null : text.substring(0, end);
    }

    private static Double finite(double value) {
        return Double.isFinite(value) ? value : null;
    }

    private static Boolean logical(char mark) {
        return "TtYy".indexOf(mark) >= 0 ? Boolean.TRUE : "FfNn".indexOf(mark) >= 0 ? Boolean.FALSE : null;
    }

    private static Object number(String text, Class<?> type) {
        if (text.isEmpty() || text.charAt(0) == '*' || text.charAt(0) == 0) {
            return null;
        }
        try {
            if (type != Double.class && text.chars().allMatch(c -> c >= '0' && c <= '9' || c == '-' || c == '+')) {
                long value = Long.parseLong(text);
                return type == Integer.class ? (Object) (int) value : value;
            }
            return finite(Double.parseDouble(text.replace(',', '.')));
        } catch (NumberFormatException e) {
            return null;
        }
    }

    private static java.sql.Date date(String text) {
        if (text.length() != 8) {
            return null;
        }
        try {
            return java.sql.Date.valueOf(LocalDate.of(Integer.parseInt(text.substring(0, 4)), Integer.parseInt(text.substring(4, 6)),
                    Integer.parseInt(text.substring(6))));
        } catch (DateTimeException | NumberFormatException e) {
            return null;
        }
    }
}
