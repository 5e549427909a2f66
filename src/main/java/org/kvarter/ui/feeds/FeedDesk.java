package org.kvarter.ui.feeds;

import org.kvarter.remote.http.Credentials;
import org.kvarter.remote.poll.Fetch;
import org.kvarter.session.live.LiveFeeds;

/**
 * What the window works feeds with, made once by the composition root.
 *
 * @param live        the feeds that run
 * @param fetch       asks services, for looking at what they answer
 * @param credentials secrets of this machine
 * @param services    finding services and fetching layers of them
 */
public record FeedDesk(LiveFeeds live, Fetch fetch, Credentials credentials, ServiceDesk services) {
}
