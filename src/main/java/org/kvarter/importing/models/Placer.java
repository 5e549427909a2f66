package org.kvarter.importing.models;

/** Moves a point in place, from a model's axes to those of the layer it goes to. */
public interface Placer {

    /** Of three coordinates. */
    void place(double[] xyz);
}
