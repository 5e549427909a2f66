package org.kvarter.sample;

import java.util.Locale;

/**
 * A synthetic year like Stockholm's (59.3° N): air temperature with slow and daily swings, sun above moving clouds, wind.
 *
 * <p>Sun position after Spencer (1971); clear-sky irradiance after Haurwitz (1945); split into direct and diffuse after Erbs, Klein
 * and Duffie (1982). Values are means over the hour that begins at the stamp.
 */
final class Weather {
    private static final double LATITUDE = StrictMath.toRadians(59.33);
    private static final double LONGITUDE_DEGREES = 18.07;
    private static final double SOLAR_CONSTANT = 1361;

    /** Air temperature, °C. */
    final double[] temperature = new double[Year.HOURS];
    /** Global irradiance on the horizontal, W/m². */
    final double[] global = new double[Year.HOURS];
    /** Direct irradiance normal to the beam, W/m². */
    final double[] direct = new double[Year.HOURS];
    /** Diffuse irradiance on the horizontal, W/m². */
    final double[] diffuse = new double[Year.HOURS];
    private final double[][] towardsSun = new double[Year.HOURS][];
    /** Wind speed at 10 m, m/s. */
    final double[] wind = new double[Year.HOURS];

    Weather() {
        Dice dice = Dice.of("north wind");
        double front = 0;
        double cloud = 0;
        double gust = 0;
        double hourly = 0;
        double[] clear = new double[Year.HOURS];
        for (int h = 0; h < Year.HOURS; h++) {
            double season = StrictMath.cos(2 * StrictMath.PI * (h / 24.0 - 201) / 365);
            if (h % 6 == 0) {
                front = 0.92 * front + 0.392 * dice.bell();
                cloud = 0.86 * cloud + 0.51 * dice.bell();
            }
            hourly = 0.8 * hourly + 0.6 * dice.bell();
            gust = 0.93 * gust + 0.367 * dice.bell();
            clear[h] = Math.max(0.13, Math.min(1, 0.665 + 0.09 * season + 0.23 * cloud + 0.07 * hourly));
            sun(h, clear[h]);
            wind[h] = Math.max(0.2, 3.6 - 0.5 * season + 1.5 * gust + 0.4 * hourly + 0.35 * gust * gust);
            double slow = 7.75 + 10 * season + 0.55 * StrictMath.cos(4 * StrictMath.PI * (h / 24.0 - 201) / 365);
            double daily = -StrictMath.cos(2 * StrictMath.PI * ((h + 1.2 + 24 - 3) % 24) / 24) * (1.2 + 2.9 * Math.max(0, clear[h] - 0.2) * (0.75 + 0.6 * season));
            double night = season < 0 ? 3.2 * (clear[h] - 0.6) * season : 0;
            temperature[h] = slow + 2.9 * front + daily + night + 0.25 * hourly;
        }
    }

    private void sun(int hour, double clear) {
        double g = 2 * StrictMath.PI * (hour / 24.0) / 365;
        double declination = 0.006918 - 0.399912 * StrictMath.cos(g) + 0.070257 * StrictMath.sin(g) - 0.006758 * StrictMath.cos(2 * g)
                + 0.000907 * StrictMath.sin(2 * g) - 0.002697 * StrictMath.cos(3 * g) + 0.00148 * StrictMath.sin(3 * g);
        double equation = 229.18 * (0.000075 + 0.001868 * StrictMath.cos(g) - 0.032077 * StrictMath.sin(g) - 0.014615 * StrictMath.cos(2 * g)
                - 0.040849 * StrictMath.sin(2 * g));
        double solarTime = hour % 24 + 0.5 + LONGITUDE_DEGREES / 15 + equation / 60;
        double angle = StrictMath.toRadians(15 * (solarTime - 12));
        double sine = StrictMath.sin(LATITUDE) * StrictMath.sin(declination) + StrictMath.cos(LATITUDE) * StrictMath.cos(declination) * StrictMath.cos(angle);
        towardsSun[hour] = new double[] {-StrictMath.cos(declination) * StrictMath.sin(angle),
            StrictMath.cos(LATITUDE) * StrictMath.sin(declination) - StrictMath.sin(LATITUDE) * StrictMath.cos(declination) * StrictMath.cos(angle), sine};
        if (sine <= 0.005) {
            return;
        }
        double above = SOLAR_CONSTANT * (1 + 0.033 * StrictMath.cos(g)) * sine;
        double ghi = 1098 * sine * StrictMath.exp(-0.057 / sine) * clear;
        double kt = Math.min(0.85, ghi / above);
        double share = kt <= 0.22 ? 1 - 0.09 * kt
                : kt <= 0.8 ? 0.9511 - 0.1604 * kt + 4.388 * kt * kt - 16.638 * kt * kt * kt + 12.336 * kt * kt * kt * kt : 0.165;
        global[hour] = ghi;
        diffuse[hour] = ghi * share;
        direct[hour] = Math.min(950, ghi * (1 - share) / Math.max(0.06, sine));
    }

    /** Direction to the sun in the middle of an hour: east, north, up, of length 1; not copied. */
    double[] towardsSun(int hour) {
        return towardsSun[hour];
    }

    /** The file: one header, one line per hour. */
    String csv() {
        StringBuilder out = new StringBuilder("time,temperature_degC,global_horizontal_W_m2,direct_normal_W_m2,diffuse_horizontal_W_m2,wind_m_s\n");
        for (int h = 0; h < Year.HOURS; h++) {
            out.append(String.format(Locale.ROOT, "%s,%.1f,%.0f,%.0f,%.0f,%.1f%n", Year.stamp(h), temperature[h] + 0.0, global[h], direct[h], diffuse[h], wind[h])
                    .replace(System.lineSeparator(), "\n").replace(",-0.0,", ",0.0,"));
        }
        return out.toString();
    }
}
