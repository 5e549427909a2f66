package org.kvarter.importing.citygml;

import java.io.IOException;

/** Time series of energy demand and dynamizers. */
final class SeriesReader {

    boolean isOne(String name) {
        return name.equals("EnergyDemand") || name.equals("Dynamizer");
    }

    /** Reads the demand at hand and goes past it. */
    void read(Xml x, String owner) throws IOException {
        x.text();
    }
}
