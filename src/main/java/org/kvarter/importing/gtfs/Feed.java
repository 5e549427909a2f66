package org.kvarter.importing.gtfs;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.kvarter.importing.arrays.DoubleList;
import org.kvarter.importing.arrays.IntList;
import org.kvarter.importing.arrays.MemoryBudget;
import org.kvarter.importing.table.ByteIds;
import org.kvarter.mobility.Line;
import org.kvarter.model.AttributeTableBuilder;

/** The tables of a feed in columns, while it is read. Numbers of ids are rows. Not thread-safe. */
final class Feed {

    /** Day 0 of the calendars: no feed is older. */
    static final long FIRST_DAY = java.time.LocalDate.of(1990, 1, 1).toEpochDay();
    /** Days after it that are believed. */
    static final int DAYS = 366 * 80;

    final List<String> agencies = new ArrayList<>();
    ZoneId zone = ZoneOffset.UTC;
    String licence = "";

    final ByteIds routeIds = new ByteIds();
    final List<Line> lines = new ArrayList<>();
    final AttributeTableBuilder routeAttributes = new AttributeTableBuilder();

    final ByteIds stopIds = new ByteIds();
    /** Longitude, latitude and 0, three per stop; NaN where it has no place. */
    final DoubleList stopPlaces;
    final AttributeTableBuilder stopAttributes = new AttributeTableBuilder();
    final List<String> stopNames = new ArrayList<>();

    final ByteIds shapeIds = new ByteIds();
    /** Longitude, latitude and distance travelled (NaN where not stated), three per point, by shape. */
    double[] shapePoints = new double[0];
    int[] shapeStarts = {0};
    int shapeRows;

    final ByteIds serviceIds = new ByteIds();
    final List<BitSet> services = new ArrayList<>();

    final ByteIds tripIds = new ByteIds();
    final IntList tripRoute;
    final IntList tripService;
    final IntList tripShape;
    final IntList tripDirection;
    final List<String> headsigns = new ArrayList<>();

    /** Stop times by trip, in order; −1 for a time that is not given. */
    int[] timeStarts = {0};
    int[] arrive = new int[0];
    int[] depart = new int[0];
    int[] stop = new int[0];
    /** Distance travelled along the shape; NaN where it is not given. */
    float[] travelled = new float[0];
    int timeRows;

    /** Trip, start, end and headway in seconds, four each. */
    final IntList frequencies;
    final MemoryBudget budget;

    Feed(MemoryBudget budget) {
        this.budget = budget;
        stopPlaces = new DoubleList(budget);
        tripRoute = new IntList(budget);
        tripService = new IntList(budget);
        tripShape = new IntList(budget);
        tripDirection = new IntList(budget);
        frequencies = new IntList(budget);
    }

    /** The days of a service, made where it is new. */
    BitSet days(int service) {
        while (services.size() <= service) {
            services.add(new BitSet());
        }
        return services.get(service);
    }
}
