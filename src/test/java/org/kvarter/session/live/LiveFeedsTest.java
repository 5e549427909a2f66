package org.kvarter.session.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kvarter.model.FeatureKey;
import org.kvarter.project.ProjectPin;
import org.kvarter.remote.FakeService;
import org.kvarter.remote.FeedMapping;
import org.kvarter.remote.FeedRequest;
import org.kvarter.remote.FeedSource;
import org.kvarter.remote.FeedTarget;
import org.kvarter.remote.Paging;
import org.kvarter.session.Session;
import org.kvarter.session.loading.SessionDocument;
import org.kvarter.ui.Districts;

/** Pins on the points of a feed, which come after the project that has them. */
class LiveFeedsTest {

    private static final String A_B = "[{\"id\":\"a\",\"v\":1,\"lat\":59.331,\"lon\":18.06},{\"id\":\"b\",\"v\":2,\"lat\":59.332,\"lon\":18.07}]";
    private static final String C_B_A = "[{\"id\":\"c\",\"v\":1,\"lat\":59.33,\"lon\":18.06},{\"id\":\"b\",\"v\":2,\"lat\":59.332,\"lon\":18.07},"
            + "{\"id\":\"a\",\"v\":1,\"lat\":59.331,\"lon\":18.06}]";

    @TempDir
    Path folder;

    private final Session session = Districts.session();
    private FakeService service;
    private LiveFeeds live;

    @BeforeEach
    void start() throws Exception {
        service = new FakeService();
        live = Districts.feeds(session, Districts.inline(), folder).live();
    }

    @AfterEach
    void stop() {
        live.stop();
        service.close();
    }

    private void feed() {
        FeedMapping mapping = new FeedMapping("", FeedMapping.Layout.LIST, "/id", "", "", "", "/v", "", "kW", "/lat", "/lon", "", "power");
        session.feeds().add(new FeedSource("f", "Power", new FeedRequest(service.url("/f"), List.of(), "", Paging.NONE, 60, 2, 10_000), mapping,
                FeedTarget.POINTS, false));
    }

    private List<String> pinned() {
        return session.pinned().stream().map(k -> session.layer(k.layerId()).orElseThrow().features().ids()[k.row()]).sorted().toList();
    }

    @Test
    void aPinOfTheProjectIsPutBackOnceItsPointHasCome() {
        service.at("/f", FakeService.json(A_B));
        session.awaitedPins().add(new ProjectPin("feed-f", "b"));
        feed();
        assertThat(session.pinned()).containsExactly(new FeatureKey("feed-f", 1));
        assertThat(session.awaitedPins()).isEmpty();
    }

    @Test
    void aPinWhosePointDoesNotComeIsStillKeptWithTheProject() {
        service.at("/f", FakeService.json(A_B));
        session.awaitedPins().add(new ProjectPin("feed-f", "gone"));
        feed();
        assertThat(session.pinned()).isEmpty();
        assertThat(SessionDocument.of(session).pins()).containsExactly(new ProjectPin("feed-f", "gone"));
    }

    @Test
    void pinsAndSelectionGoWithTheirPlacesWhenTheAnswerComesInAnotherOrder() {
        service.inTurn("/f", FakeService.json(A_B), FakeService.json(C_B_A));
        session.awaitedPins().add(new ProjectPin("feed-f", "a"));
        feed();
        session.selection().add(new FeatureKey("feed-f", 1));
        live.refresh("f");
        assertThat(session.layer("feed-f").orElseThrow().features().size()).isEqualTo(3);
        assertThat(pinned()).containsExactly("a");
        assertThat(session.selection()).containsExactly(new FeatureKey("feed-f", session.layer("feed-f").orElseThrow().features().indexOf("b")));
    }

    @Test
    void aFeedThatIsRemovedTakesItsPinsAlong() {
        service.at("/f", FakeService.json(A_B));
        session.awaitedPins().add(new ProjectPin("feed-f", "b"));
        feed();
        session.feeds().clear();
        assertThat(session.pinned()).isEmpty();
        assertThat(session.layer("feed-f")).isEmpty();
    }
}
