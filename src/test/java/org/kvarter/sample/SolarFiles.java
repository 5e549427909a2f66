package org.kvarter.sample;

import java.util.ArrayList;
import java.util.List;

/** The given series of the scenario of solar roofs, as tables like those of {@link EnergyFiles}. */
final class SolarFiles {
    private SolarFiles() {
    }

    /** Names and contents: what the roofs give, what the batteries do. */
    static List<String[]> of(District district) {
        List<Building> buildings = district.registry.buildings();
        List<double[]> electricity = district.electricity(district.heat());
        List<double[]> roofs = new ArrayList<>();
        List<double[]> batteries = new ArrayList<>();
        for (int i = 0; i < buildings.size(); i++) {
            roofs.add(Solar.production(buildings.get(i), district.weather));
            batteries.add(Solar.battery(buildings.get(i), electricity.get(i), roofs.get(i)));
        }
        return List.of(new String[] {"solar-2025.csv", csv(buildings, roofs)}, new String[] {"battery-2025.csv", csv(buildings, batteries)});
    }

    /** Only buildings that have anything; tenths of a kWh below 2.5 kWh in the highest hour, else whole ones. */
    private static String csv(List<Building> buildings, List<double[]> series) {
        StringBuilder out = new StringBuilder(8 << 20).append("time");
        List<double[]> columns = new ArrayList<>();
        for (int i = 0; i < series.size(); i++) {
            double most = java.util.Arrays.stream(series.get(i)).map(Math::abs).max().orElse(0);
            if (most > 0) {
                out.append(',').append(buildings.get(i).id());
                columns.add(series.get(i));
            }
        }
        boolean[] tenths = new boolean[columns.size()];
        for (int c = 0; c < tenths.length; c++) {
            tenths[c] = java.util.Arrays.stream(columns.get(c)).map(Math::abs).max().orElse(0) < 2.5;
        }
        out.append('\n');
        for (int h = 0; h < Year.HOURS; h++) {
            out.append(Year.stamp(h));
            for (int c = 0; c < tenths.length; c++) {
                out.append(',');
                number(out, columns.get(c)[h], tenths[c]);
            }
            out.append('\n');
        }
        return out.toString();
    }

    private static void number(StringBuilder out, double value, boolean tenths) {
        long scaled = StrictMath.round(Math.abs(value) * (tenths ? 10 : 1));
        out.append(value < 0 && scaled > 0 ? "-" : "").append(tenths ? scaled / 10 : scaled);
        if (tenths && scaled % 10 != 0) {
            out.append('.').append(scaled % 10);
        }
    }
}
