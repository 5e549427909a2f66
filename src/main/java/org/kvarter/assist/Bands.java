package org.kvarter.assist;

import java.util.Optional;
import org.kvarter.tables.Quantities;
import org.kvarter.tables.Unit.Dimension;

/**
 * Plausible bands of quantities in Nordic and European districts: wide enough that what lies outside deserves a look, never a proof. Stateless.
 */
final class Bands {

    /**
     * A band.
     *
     * @param least in the base unit of its dimension
     * @param most  in the base unit
     */
    record Band(double least, double most) {

        boolean holds(double value) {
            return value >= least && value <= most;
        }
    }

    private Bands() {
    }

    /**
     * What single values can be, in the base unit of {@code dimension}; empty where nothing is known.
     *
     * <p>Sources: air temperature and pressure: World Meteorological Organization, World Weather and Climate Extremes Archive, for Europe
     * (−58.1 … 48.8 °C; 925 … 1083.8 hPa at sea level, less on mountains). Irradiance: solar constant 1,361 W/m² (Kopp and Lean 2011) with cloud
     * enhancement up to about 1,500 W/m². Wind: strongest ten-minute means in the Nordic mountains below 75 m/s. Price: harmonised limits of the European
     * day-ahead coupling, −500 … 4,000 €/MWh (ACER decision 01/2023), raised in steps to 5,000. Indoor carbon dioxide: outdoor 350 to the 5,000 ppm limit of
     * workplaces (directive 2006/15/EC). Energies and powers of a building: none above 100 MW, the size of a district heating plant.
     */
    static Optional<Band> values(String quantity, Dimension dimension) {
        return Optional.ofNullable(switch (quantity) {
            case Quantities.TEMPERATURE, Quantities.DEW_POINT -> dimension == Dimension.TEMPERATURE ? new Band(-60, 50) : null;
            case Quantities.INDOOR_TEMPERATURE -> dimension == Dimension.TEMPERATURE ? new Band(-10, 60) : null;
            case Quantities.HUMIDITY -> dimension == Dimension.SHARE ? new Band(0, 101) : null;
            case Quantities.GLOBAL_RADIATION, Quantities.DIRECT_RADIATION, Quantities.DIFFUSE_RADIATION -> dimension == Dimension.IRRADIANCE || dimension == Dimension.IRRADIATION ? new Band(-5, 1500) : null;
            case Quantities.INFRARED_RADIATION -> new Band(50, 700);
            case Quantities.WIND_SPEED -> dimension == Dimension.SPEED ? new Band(0, 75) : null;
            case Quantities.WIND_DIRECTION -> dimension == Dimension.ANGLE ? new Band(0, 360) : null;
            case Quantities.PRESSURE -> dimension == Dimension.PRESSURE ? new Band(60_000, 109_000) : null;
            case Quantities.PRICE -> dimension == Dimension.PRICE ? new Band(-600, 6000) : null;
            case Quantities.CARBON_DIOXIDE -> new Band(300, 10_000);
            default -> dimension == Dimension.POWER ? new Band(-100_000, 100_000) : dimension == Dimension.ENERGY ? new Band(-2_400_000, 2_400_000)
                    : dimension == Dimension.TEMPERATURE ? new Band(-60, 150) : null;
        });
    }

    /**
     * Energy (kWh) or water (m³) per square metre of floor and year; empty where nothing is known.
     *
     * <p>Sources: heat: buildings from passive houses (15 kWh/m² of heating, Passive House Institute) to unrenovated ones (above 250 kWh/m², TABULA
     * and EPISCOPE typologies, Institut Wohnen und Umwelt, 2016; Swedish blocks of flats use about 140 on average, Energimyndigheten, Energistatistik för
     * flerbostadshus). Electricity: household electricity 30 kWh/m² (Sveby, Brukarindata bostäder) at the low end, shops and offices up to some
     * hundred (Energimyndigheten, STIL2 surveys of premises). Hot water: 20 to 25 kWh/m² in homes (Sveby), several times that in hotels and sports halls.
     * Gas: as heat, with cooking only at the low end. Cooling: STIL2. Water: 100 to 140 l a person and day (Eurostat, Svenskt Vatten) on 20 to 60 m² each.
     * Solar: a roof yields up to 1,100 kWh per kilowatt-peak in Europe (PVGIS), about 200 kWh/m² of module, on buildings of one storey and more.
     */
    static Optional<Band> intensity(String quantity) {
        return Optional.ofNullable(switch (quantity) {
            case Quantities.HEAT -> new Band(10, 350);
            case Quantities.ELECTRICITY -> new Band(5, 500);
            case Quantities.HOT_WATER -> new Band(2, 120);
            case Quantities.GAS -> new Band(2, 400);
            case Quantities.COOLING -> new Band(1, 200);
            case Quantities.SOLAR -> new Band(0, 220);
            case Quantities.WATER -> new Band(0.1, 6);
            case "energy" -> new Band(10, 700);
            default -> null;
        });
    }

    /**
     * Energy (kWh) or water (m³) of one building in a year: from a garage to a hospital. Derived from the bands per square metre with floors from
     * 20 to 100,000 m².
     */
    static Optional<Band> total(String quantity) {
        return intensity(quantity).map(b -> new Band(Math.max(0, b.least()) * 20, b.most() * 100_000));
    }
}
