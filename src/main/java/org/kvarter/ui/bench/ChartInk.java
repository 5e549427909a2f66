package org.kvarter.ui.bench;

import javafx.scene.paint.Color;

/** Colours of charts in a theme: quiet for all, the accent for what is selected. */
record ChartInk(Color mark, Color picked, Color text, Color muted, Color rule, Color brush, Color ground) {

    static ChartInk of(boolean dark) {
        return dark
                ? new ChartInk(Color.web("#6b727b"), Color.web("#5cc0b9"), Color.web("#e2e3e5"), Color.web("#a2a6ad"), Color.web("#30343a"), Color.web("#5cc0b9", 0.18), Color.web("#23262b"))
                : new ChartInk(Color.web("#b9b2a6"), Color.web("#0b7a75"), Color.web("#24262a"), Color.web("#5d6066"), Color.web("#e4e0d9"), Color.web("#0b7a75", 0.14), Color.web("#fefdfb"));
    }
}
