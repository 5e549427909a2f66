package org.kvarter.remote.map;

import java.util.List;
import org.kvarter.remote.FeedMapping;

/**
 * Records found in an answer, and what of them seems worth taking.
 *
 * @param mapping proposed
 * @param count   number of records
 * @param fields  all that records hold, in order
 */
public record Proposal(FeedMapping mapping, int count, List<Field> fields) {

    public Proposal {
        fields = List.copyOf(fields);
    }
}
