package org.kvarter.remote;

import java.util.List;

/**
 * What an answer came to.
 *
 * @param records number of records found
 * @param rows    those that were understood, in the answer's order
 * @param issues  what was not, at most {@link #MOST_ISSUES}
 * @param remarks sentences about the answer as a whole
 */
public record FeedRows(int records, List<FeedRow> rows, List<RowIssue> issues, List<String> remarks) {

    /** Troubles that are kept; the rest is only counted by the rows that are missing. */
    public static final int MOST_ISSUES = 200;

    /** No answer. */
    public static final FeedRows NONE = new FeedRows(0, List.of(), List.of(), List.of());

    public FeedRows {
        rows = List.copyOf(rows);
        issues = List.copyOf(issues);
        remarks = List.copyOf(remarks);
    }

    /** Unit of the values: the first that a row states; empty where none does. */
    public String unit() {
        return rows.stream().map(FeedRow::unit).filter(u -> !u.isEmpty()).findFirst().orElse("");
    }
}
