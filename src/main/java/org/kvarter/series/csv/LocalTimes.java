package org.kvarter.series.csv;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;

/**
 * Local times of a file to instants, over both daylight-saving changes.
 *
 * <p>A file whose local times fall into the hour that spring skips does not follow daylight saving: it is in standard time all year. In
 * autumn the doubled hour's first appearance for a place is summer time, its second is standard time.
 */
public final class LocalTimes {

    private final ZoneRules rules;
    private final ZoneOffset standard;
    private boolean standardTimeOnly;
    private LocalDateTime skippedHour;

    public LocalTimes(ZoneId zone, LocalDateTime sample) {
        this.rules = zone.getRules();
        this.standard = rules.getStandardOffset(sample.toInstant(rules.getOffset(sample)));
    }

    /** First pass: notices times that daylight saving does not have. */
    public void notice(LocalDateTime local) {
        if (!standardTimeOnly && rules.getValidOffsets(local).isEmpty()) {
            standardTimeOnly = true;
            skippedHour = local;
        }
    }

    /** Whether the file turned out to be in standard time all year. */
    public boolean isStandardTimeOnly() {
        return standardTimeOnly;
    }

    /** The time that gave it away; {@code null} while none did. */
    public LocalDateTime skippedHour() {
        return skippedHour;
    }

    /** Whether the time appears twice on the wall clock. */
    public boolean isDoubled(LocalDateTime local) {
        return !standardTimeOnly && rules.getValidOffsets(local).size() == 2;
    }

    /** The instant of a local time; of a doubled one, the earlier. */
    public Instant instant(LocalDateTime local) {
        return local.toInstant(standardTimeOnly ? standard : rules.getOffset(local));
    }

    /** The later instant of a doubled time. */
    public Instant laterInstant(LocalDateTime local) {
        ZoneOffsetTransition transition = rules.getTransition(local);
        return local.toInstant(transition.getOffsetAfter());
    }
}
