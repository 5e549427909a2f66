package org.kvarter.session.live;

import java.util.List;
import java.util.Optional;
import org.kvarter.overlay.OverlaySpec;
import org.kvarter.overlay.ScaleSpec;
import org.kvarter.overlay.ValueSource;
import org.kvarter.remote.FeedSource;
import org.kvarter.series.SeriesValues;
import org.kvarter.session.Change;
import org.kvarter.session.Session;
import org.kvarter.text.Texts;

/** What a person does to feeds, each as a step that can be undone. JavaFX thread only. */
public final class FeedChanges {

    private static final Texts TEXTS = Texts.in(FeedChanges.class);

    private FeedChanges() {
    }

    /**
     * Adds a feed; where it has values, an overlay that shows them now.
     *
     * @param unit of the values, as the legend says it
     */
    public static void add(Session session, FeedSource feed, String unit) {
        Optional<OverlaySpec> overlay = feed.mapping().value().isEmpty() ? Optional.empty() : Optional.of(overlay(feed, unit));
        String activeBefore = session.activeOverlayProperty().get();
        boolean liveBefore = session.clock().liveProperty().get();
        java.time.Instant timeBefore = session.clock().time();
        java.time.Instant endBefore = session.clock().endProperty().get();
        session.undo().perform(Change.of(TEXTS.get("undo.add", feed.title()), () -> {
            session.feeds().add(feed);
            overlay.ifPresent(o -> {
                session.overlays().add(o);
                session.activeOverlayProperty().set(o.id());
                session.clock().liveProperty().set(true);
            });
        }, () -> {
            session.activeOverlayProperty().set(activeBefore);
            overlay.ifPresent(o -> session.overlays().removeIf(x -> x.id().equals(o.id())));
            session.feeds().removeIf(f -> f.id().equals(feed.id()));
            session.clock().liveProperty().set(liveBefore);
            if (!liveBefore) {
                session.clock().endProperty().set(endBefore);
                session.clock().setWithinRange(timeBefore);
            }
        }));
    }

    private static OverlaySpec overlay(FeedSource feed, String unit) {
        return new OverlaySpec("overlay-" + feed.seriesId(), feed.title(), feed.layerId(),
                new ValueSource.Series(feed.seriesId(), SeriesValues.Aggregation.MEAN), "", unit, ScaleSpec.DEFAULT);
    }

    /** Puts a changed feed in place of the one of its id. */
    public static void replace(Session session, FeedSource after) {
        find(session, after.id()).filter(before -> !before.equals(after)).ifPresent(before -> session.undo().perform(
                Change.of(TEXTS.get("undo.change", before.title()), () -> put(session, after), () -> put(session, before))));
    }

    /** Lets a feed rest or go on. */
    public static void setPaused(Session session, FeedSource feed, boolean paused) {
        find(session, feed.id()).filter(f -> f.paused() != paused).ifPresent(before -> session.undo().perform(
                Change.of(TEXTS.get(paused ? "undo.pause" : "undo.resume", before.title()), () -> put(session, before.withPaused(paused)),
                        () -> put(session, before))));
    }

    /** Removes a feed with the overlays that show it; what it answered stays in the cache, for undo. */
    public static void remove(Session session, FeedSource feed) {
        int at = session.feeds().indexOf(feed);
        List<OverlaySpec> overlays = session.overlays().stream().filter(o -> isOf(o, feed)).toList();
        String active = session.activeOverlayProperty().get();
        boolean shown = overlays.stream().anyMatch(o -> o.id().equals(active));
        if (at < 0) {
            return;
        }
        session.undo().perform(Change.of(TEXTS.get("undo.remove", feed.title()), () -> {
            if (shown) {
                session.activeOverlayProperty().set("");
            }
            session.overlays().removeAll(overlays);
            session.feeds().removeIf(f -> f.id().equals(feed.id()));
        }, () -> {
            session.feeds().add(Math.min(at, session.feeds().size()), feed);
            session.overlays().addAll(overlays);
            session.activeOverlayProperty().set(active);
        }));
    }

    private static boolean isOf(OverlaySpec overlay, FeedSource feed) {
        return overlay.layerId().equals(feed.seriesId())
                || overlay.values() instanceof ValueSource.Series s && s.seriesId().equals(feed.seriesId());
    }

    private static Optional<FeedSource> find(Session session, String id) {
        return session.feeds().stream().filter(f -> f.id().equals(id)).findFirst();
    }

    private static void put(Session session, FeedSource feed) {
        for (int i = 0; i < session.feeds().size(); i++) {
            if (session.feeds().get(i).id().equals(feed.id())) {
                session.feeds().set(i, feed);
            }
        }
    }
}
