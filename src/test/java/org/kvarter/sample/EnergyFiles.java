package org.kvarter.sample;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Wide tables of kWh per hour: first column the hour's start in UTC, then one column per building. */
final class EnergyFiles {
    private EnergyFiles() {
    }

    /** The table; two decimals below a mean of 2 kWh/h, one below 20, else whole numbers. */
    static String csv(List<Building> buildings, List<double[]> series) {
        StringBuilder out = new StringBuilder(16 << 20).append("time");
        buildings.forEach(b -> out.append(',').append(b.id()));
        out.append('\n');
        int[] decimals = series.stream().mapToInt(EnergyFiles::decimals).toArray();
        for (int h = 0; h < Year.HOURS; h++) {
            out.append(Year.stamp(h));
            for (int i = 0; i < decimals.length; i++) {
                number(out.append(','), series.get(i)[h], decimals[i]);
            }
            out.append('\n');
        }
        return out.toString();
    }

    private static int decimals(double[] values) {
        double sum = 0;
        for (double v : values) {
            sum += v;
        }
        double mean = sum / values.length;
        return mean < 2 ? 2 : mean < 20 ? 1 : 0;
    }

    private static void number(StringBuilder out, double value, int decimals) {
        int unit = decimals == 2 ? 100 : decimals == 1 ? 10 : 1;
        long scaled = StrictMath.round(value * unit);
        out.append(scaled / unit);
        long rest = scaled % unit;
        if (rest != 0) {
            out.append('.').append(decimals == 2 && rest < 10 ? "0" : "").append(decimals == 2 && rest % 10 == 0 ? rest / 10 : rest);
        }
    }

    /** One entry in a zip file with a fixed time. */
    static byte[] zip(String name, String content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.setLevel(Deflater.BEST_COMPRESSION);
            ZipEntry entry = new ZipEntry(name);
            entry.setTimeLocal(LocalDateTime.of(2025, 1, 1, 0, 0));
            zip.putNextEntry(entry);
            zip.write(content.getBytes(StandardCharsets.US_ASCII));
            zip.closeEntry();
        }
        return bytes.toByteArray();
    }
}
