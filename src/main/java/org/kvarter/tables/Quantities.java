package org.kvarter.tables;

/** Names of the quantities that are known by name throughout the program. Any other text is a quantity as well. */
public final class Quantities {

    public static final String ELECTRICITY = "electricity";
    public static final String HEAT = "heat";
    public static final String HOT_WATER = "hot water";
    public static final String COOLING = "cooling";
    public static final String GAS = "gas";
    public static final String WATER = "water";
    public static final String SOLAR = "solar";
    public static final String CHARGING = "charging";
    public static final String TEMPERATURE = "temperature";
    public static final String DEW_POINT = "dew point";
    public static final String INDOOR_TEMPERATURE = "indoor temperature";
    public static final String HUMIDITY = "humidity";
    public static final String PRESSURE = "pressure";
    public static final String WIND_SPEED = "wind speed";
    public static final String WIND_DIRECTION = "wind direction";
    public static final String GLOBAL_RADIATION = "global radiation";
    public static final String DIRECT_RADIATION = "direct radiation";
    public static final String DIFFUSE_RADIATION = "diffuse radiation";
    public static final String INFRARED_RADIATION = "infrared radiation";
    public static final String CLOUD_COVER = "cloud cover";
    public static final String PRECIPITATION = "precipitation";
    public static final String SNOW_DEPTH = "snow depth";
    public static final String PRICE = "price";
    public static final String CARBON = "carbon";
    public static final String CARBON_DIOXIDE = "carbon dioxide";
    public static final String OCCUPANCY = "occupancy";
    public static final String COUNT = "count";
    public static final String AREA = "area";

    private Quantities() {
    }
}
