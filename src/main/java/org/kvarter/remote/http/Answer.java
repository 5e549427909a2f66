package org.kvarter.remote.http;

import java.util.List;

/**
 * What came of asking.
 *
 * @param unchanged  whether the service says that nothing has changed, and no page was read
 * @param validators to ask with next time
 * @param pages      number of pages read
 * @param bytes      of all pages
 * @param remarks    sentences a person should see
 * @param quota      how much the service still answers
 */
public record Answer(boolean unchanged, Validators validators, int pages, long bytes, List<String> remarks, Quota quota) {

    public Answer {
        remarks = List.copyOf(remarks);
    }
}
