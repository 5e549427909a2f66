package org.kvarter.mobility;

import java.time.LocalDate;
import java.util.BitSet;

/**
 * On which days services run. Immutable by agreement: the sets are not copied.
 *
 * @param firstDay epoch day of bit 0
 * @param days     one set of days per service
 */
public record ServiceCalendar(long firstDay, BitSet[] days) {

    /** Whether a service runs on a day, given as epoch day. */
    public boolean runs(int service, long epochDay) {
        long bit = epochDay - firstDay;
        return bit >= 0 && bit < Integer.MAX_VALUE && days[service].get((int) bit);
    }

    /** First day on which any service runs, {@code null} for none. */
    public LocalDate first() {
        int least = Integer.MAX_VALUE;
        for (BitSet set : days) {
            int at = set.nextSetBit(0);
            least = at >= 0 ? Math.min(least, at) : least;
        }
        return least == Integer.MAX_VALUE ? null : LocalDate.ofEpochDay(firstDay + least);
    }

    /** Last day on which any service runs, {@code null} for none. */
    public LocalDate last() {
        int most = -1;
        for (BitSet set : days) {
            most = Math.max(most, set.length() - 1);
        }
        return most < 0 ? null : LocalDate.ofEpochDay(firstDay + most);
    }
}
