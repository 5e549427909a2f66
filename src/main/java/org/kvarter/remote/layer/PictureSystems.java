package org.kvarter.remote.layer;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Which of the systems that a map service draws in is asked for: metres and east first before degrees. Stateless. */
public final class PictureSystems {

    private static final List<String> PREFERRED = List.of("EPSG:3857", "EPSG:900913", "EPSG:3067", "EPSG:25832", "EPSG:25833", "EPSG:25835", "EPSG:32632",
            "EPSG:32633", "EPSG:28992", "CRS:84", "EPSG:4326");

    private PictureSystems() {
    }

    /** The best one, as the service spells it; {@code EPSG:3857} where there are none to choose from. */
    public static String best(Collection<String> offered) {
        for (String wanted : PREFERRED) {
            Optional<String> found = offered.stream().filter(o -> plain(o).equals(wanted)).findFirst();
            if (found.isPresent()) {
                return found.get();
            }
        }
        return offered.stream().filter(o -> plain(o).startsWith("EPSG:")).findFirst().orElse("EPSG:3857");
    }

    /** {@code EPSG:3857} however it is spelled. */
    public static String plain(String spelled) {
        String number = spelled.replaceAll(".*[:/](\\d+)$", "$1");
        return spelled.toUpperCase(java.util.Locale.ROOT).contains("CRS84") || spelled.equals("CRS:84") ? "CRS:84"
                : number.matches("\\d+") ? "EPSG:" + number : spelled;
    }
}
