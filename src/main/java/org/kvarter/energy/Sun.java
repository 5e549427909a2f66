package org.kvarter.energy;

import java.time.Instant;
import java.time.ZoneOffset;
import net.e175.klaus.solarpositioning.DeltaT;
import net.e175.klaus.solarpositioning.SPA;
import net.e175.klaus.solarpositioning.SolarPosition;

/**
 * Where the sun stands, seen from the ground.
 *
 * @param azimuthDegrees   clockwise from north, 0 … 360
 * @param elevationDegrees above the horizon, −90 … 90
 */
public record Sun(double azimuthDegrees, double elevationDegrees) {

    /** The sun of the model on the table: south-west at 33°, so that two facades differ. */
    public static final Sun STUDIO = new Sun(225, 33);

    /**
     * The sun at a time and place by the Solar Position Algorithm (Reda and Andreas 2004), without refraction near the horizon.
     *
     * @param latitude  degrees north, −90 … 90
     * @param longitude degrees east, −180 … 180
     */
    public static Sun at(Instant time, double latitude, double longitude) {
        var utc = time.atZone(ZoneOffset.UTC);
        SolarPosition position =
                SPA.calculateSolarPosition(utc, latitude, longitude, 0, DeltaT.estimate(utc.toLocalDate()));
        return new Sun(position.azimuth(), 90 - position.zenithAngle());
    }

    /** Unit vector from the ground towards the sun: east, north, up. */
    public double[] direction() {
        double azimuth = Math.toRadians(azimuthDegrees);
        double elevation = Math.toRadians(elevationDegrees);
        return new double[] {Math.sin(azimuth) * Math.cos(elevation), Math.cos(azimuth) * Math.cos(elevation), Math.sin(elevation)};
    }

    /** Whether it is above the horizon. */
    public boolean isUp() {
        return elevationDegrees > 0;
    }
}
