package org.kvarter.sample.timber;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/** The data section of a STEP file while it is written (ISO 10303-21). Instances of equal text that nobody owns are written once. */
final class Step {
    private final StringBuilder data = new StringBuilder();
    private final Map<String, String> once = new HashMap<>();
    private int number;

    /** The reference of an instance that others may share. */
    String shared(String instance) {
        return once.computeIfAbsent(instance, this::own);
    }

    /** The reference of an instance of its own. */
    String own(String instance) {
        data.append('#').append(++number).append('=').append(instance).append(";\n");
        return "#" + number;
    }

    /** A real number to a tenth of a millimetre. */
    static String n(double value) {
        return plain(StrictMath.rint(value * 1e4) / 1e4);
    }

    /** The share of a direction. */
    static String ratio(double value) {
        return plain(StrictMath.rint(value * 1e9) / 1e9);
    }

    private static String plain(double value) {
        return value == StrictMath.rint(value) ? (long) value + "." : Double.toString(value);
    }

    static String list(Collection<String> references) {
        return "(" + String.join(",", references) + ")";
    }

    String point(double x, double y, double z) {
        return shared("IFCCARTESIANPOINT((" + n(x) + "," + n(y) + "," + n(z) + "))");
    }

    String direction(double[] d) {
        return shared("IFCDIRECTION((" + ratio(d[0]) + "," + ratio(d[1]) + "," + ratio(d[2]) + "))");
    }

    String axes(Spot s) {
        String turned = s.isUpright() ? "$,$" : direction(s.up()) + "," + direction(s.along());
        return shared("IFCAXIS2PLACEMENT3D(" + point(s.x(), s.y(), s.z()) + "," + turned + ")");
    }

    /** The whole file. */
    String file(String name) {
        return "ISO-10303-21;\nHEADER;\nFILE_DESCRIPTION(('ViewDefinition [ReferenceView_V1.2]'),'2;1');\nFILE_NAME('" + name
                + "','2026-11-28T08:00:00',(''),(''),'','Kvarter sample generator','');\nFILE_SCHEMA(('IFC4'));\nENDSEC;\nDATA;\n" + data
                + "ENDSEC;\nEND-ISO-10303-21;\n";
    }
}
