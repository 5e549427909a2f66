package org.kvarter.model;

import java.util.Arrays;

/**
 * Where the things under way are at one moment and a little earlier, in arrays that grow and are used again frame after frame. Not
 * thread-safe.
 */
public final class MovingPoints {

    private final int places;
    private final double secondsApart;
    private int[] rows = new int[64];
    private float[] en;
    private float[] headings = new float[128];
    private int size;

    /**
     * @param earlier      how many earlier places of each are wanted, 0 for none
     * @param secondsApart model time between them, seconds
     */
    public MovingPoints(int earlier, double secondsApart) {
        this.places = earlier + 1;
        this.secondsApart = secondsApart;
        this.en = new float[64 * 2 * places];
    }

    /** Empties it. */
    public void clear() {
        size = 0;
    }

    /** Number of things under way. */
    public int size() {
        return size;
    }

    /** Places of each: the present one and the earlier ones. */
    public int places() {
        return places;
    }

    /** Model time between two places, seconds. */
    public double secondsApart() {
        return secondsApart;
    }

    /**
     * Takes in another thing.
     *
     * @param row          feature row
     * @param headingEast  east part of its direction, length 1
     * @param headingNorth north part
     * @return its index; the places are still to be set
     */
    public int add(int row, float headingEast, float headingNorth) {
        if (size == rows.length) {
            rows = Arrays.copyOf(rows, 2 * size);
            headings = Arrays.copyOf(headings, 4 * size);
            en = Arrays.copyOf(en, 4 * size * places);
        }
        rows[size] = row;
        headings[2 * size] = headingEast;
        headings[2 * size + 1] = headingNorth;
        return size++;
    }

    /** Sets a place of a thing, 0 for the present one; local metres. */
    public void place(int index, int place, double east, double north) {
        int at = 2 * (index * places + place);
        en[at] = (float) east;
        en[at + 1] = (float) north;
    }

    /** Feature row of a thing. */
    public int row(int index) {
        return rows[index];
    }

    public float east(int index, int place) {
        return en[2 * (index * places + place)];
    }

    public float north(int index, int place) {
        return en[2 * (index * places + place) + 1];
    }

    public float headingEast(int index) {
        return headings[2 * index];
    }

    public float headingNorth(int index) {
        return headings[2 * index + 1];
    }
}
