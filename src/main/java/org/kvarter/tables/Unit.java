package org.kvarter.tables;

import java.util.Objects;

/**
 * A unit of measurement.
 *
 * @param symbol    as people write it: {@code kWh}, {@code m³}, {@code °C}
 * @param dimension what it measures
 * @param factor    how many of the dimension's base unit one is; NaN where it is no multiple (°F)
 */
public record Unit(String symbol, Dimension dimension, double factor) {

    /** What units measure, with the base unit of each. */
    public enum Dimension {
        /** kWh. */
        ENERGY("kWh"),
        /** kW. */
        POWER("kW"),
        /** °C. */
        TEMPERATURE("°C"),
        /** m³. */
        VOLUME("m³"),
        /** m³/h. */
        FLOW("m³/h"),
        /** kg. */
        MASS("kg"),
        /** m. */
        LENGTH("m"),
        /** m². */
        AREA("m²"),
        /** W/m². */
        IRRADIANCE("W/m²"),
        /** Wh/m². */
        IRRADIATION("Wh/m²"),
        /** kWh/m². */
        INTENSITY("kWh/m²"),
        /** Pa. */
        PRESSURE("Pa"),
        /** m/s. */
        SPEED("m/s"),
        /** Degrees of arc. */
        ANGLE("°"),
        /** %. */
        SHARE("%"),
        /** A currency, without exchange. */
        MONEY("€"),
        /** A price per energy, of the unit's own currency. */
        PRICE("€/MWh"),
        /** Things counted. */
        COUNT(""),
        /** Volt. */
        VOLTAGE("V"),
        /** Ampere. */
        CURRENT("A"),
        /** g/kWh and the like, parts per million, lux. */
        OTHER("");

        private final String base;

        Dimension(String base) {
            this.base = base;
        }

        /** Symbol of the unit that factors refer to. */
        public String base() {
            return base;
        }
    }

    public Unit {
        Objects.requireNonNull(symbol, "symbol");
        Objects.requireNonNull(dimension, "dimension");
    }

    /** A value of this unit in another of the same dimension. */
    public double to(Unit other, double value) {
        if (!fits(other)) {
            throw new IllegalArgumentException(symbol + " is not " + other.symbol);
        }
        if (dimension == Dimension.TEMPERATURE) {
            return other.fromCelsius(celsius(value));
        }
        return value * factor / other.factor;
    }

    /** Whether values of the two measure the same: prices of two currencies do not, nor do two units that are known by name only. */
    public boolean fits(Unit other) {
        return dimension == other.dimension && (dimension == Dimension.OTHER ? symbol.equals(other.symbol) : currency().equals(other.currency()));
    }

    /** The currency of money and prices; empty for everything else. */
    public String currency() {
        if (dimension != Dimension.MONEY && dimension != Dimension.PRICE) {
            return "";
        }
        String money = symbol.replaceFirst("/.*", "");
        return switch (money) {
            case "ct" -> "€";
            case "öre" -> "kr";
            default -> money;
        };
    }

    private double celsius(double value) {
        return switch (symbol) {
            case "K" -> value - 273.15;
            case "°F" -> (value - 32) / 1.8;
            default -> value;
        };
    }

    private double fromCelsius(double celsius) {
        return switch (symbol) {
            case "K" -> celsius + 273.15;
            case "°F" -> celsius * 1.8 + 32;
            default -> celsius;
        };
    }
}
