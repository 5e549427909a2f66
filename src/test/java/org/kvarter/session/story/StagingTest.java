package org.kvarter.session.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kvarter.model.District;
import org.kvarter.model.FeatureKey;
import org.kvarter.model.LayerStyle;
import org.kvarter.model.LocalFrame;
import org.kvarter.model.Section;
import org.kvarter.model.Viewpoint;
import org.kvarter.overlay.OverlaySpec;
import org.kvarter.overlay.ScaleSpec;
import org.kvarter.overlay.ValueSource;
import org.kvarter.session.Clock;
import org.kvarter.session.Session;
import org.kvarter.text.LocalText;
import org.kvarter.ui.Counted;
import org.kvarter.ui.Districts;
import org.kvarter.workshop.Step;
import org.kvarter.workshop.StepFeature;
import org.kvarter.workshop.StepLayer;
import org.kvarter.workshop.StepTime;

class StagingTest {

    private static final Viewpoint QUAY = new Viewpoint("Quay", 150_010, 6_580_020, 30, 90, -10);
    private static final Instant NOON = Instant.parse("2025-01-16T11:00:00Z");
    private final Session session = Districts.session();

    @BeforeEach
    void aSessionWithAnOverlay() {
        Locale.setDefault(Locale.Category.DISPLAY, Locale.ENGLISH);
        session.overlays().add(new OverlaySpec("use", "Use", "buildings", new ValueSource.Attribute("use"), "", "", ScaleSpec.DEFAULT));
        session.viewpoints().add(QUAY);
    }

    private static Step step(String viewpoint, Map<String, StepLayer> layers, String overlay, StepTime time) {
        return new Step("s", LocalText.EMPTY, LocalText.EMPTY, LocalText.EMPTY, viewpoint, Optional.empty(), layers, Optional.ofNullable(overlay),
                Optional.ofNullable(time), List.of(), List.of());
    }

    @Test
    void whatIsKeptIsShownAgain() {
        session.styles().put("bridges", LayerStyle.DEFAULT.withVisible(false));
        session.activeOverlayProperty().set("use");
        session.clock().setWithinRange(NOON);
        session.clock().stepProperty().set(Clock.Step.DAY);
        session.studioLightProperty().set(false);
        Look then = Look.of(session);
        Step kept = Staging.keep(session, QUAY);
        session.styles().put("bridges", LayerStyle.DEFAULT);
        session.styles().put("buildings", LayerStyle.DEFAULT.withOpacity(0.3));
        session.activeOverlayProperty().set("");
        session.clock().stepBy(30);
        session.clock().stepProperty().set(Clock.Step.HOUR);
        session.studioLightProperty().set(true);
        Staging.show(session, kept, Look.of(session), false);
        assertThat(session.style("bridges").visible()).isFalse();
        assertThat(session.style("buildings").opacity()).isEqualTo(1);
        assertThat(Look.of(session)).usingRecursiveComparison().ignoringFields("styles").isEqualTo(then);
        assertThat(Staging.camera(session, kept)).contains(QUAY);
        assertThat(Staging.missing(session, kept)).isEmpty();
    }

    @Test
    void whatIsChosenHowManyFlowsShowAndNowAreKeptAndShownAgain() {
        session.districtProperty().set(new District("T", new LocalFrame("EPSG:3011", 0, 0, 0), List.of(Counted.cars())));
        session.clock().liveOfferedProperty().set(true);
        FeatureKey west = new FeatureKey("cars", 1);
        session.selection().add(west);
        session.styles().put("cars", LayerStyle.DEFAULT.withMost(12));
        session.clock().liveProperty().set(true);
        Step kept = Staging.keep(session, QUAY);
        assertThat(kept.chosen()).contains(List.of(new StepFeature("cars", "K1 W")));
        session.selection().clear();
        session.selection().add(new FeatureKey("cars", 0));
        session.styles().put("cars", LayerStyle.DEFAULT.withMost(3));
        session.clock().liveProperty().set(false);
        Look base = Look.of(session);
        Staging.show(session, kept, base, false);
        assertThat(session.selection()).containsExactly(west);
        assertThat(session.style("cars").most()).isEqualTo(12);
        assertThat(session.clock().liveProperty().get()).isTrue();
        Staging.show(session, step("", Map.of(), null, null), base, false);
        assertThat(session.selection()).containsExactly(new FeatureKey("cars", 0));
        assertThat(session.style("cars").most()).isEqualTo(3);
        assertThat(session.clock().liveProperty().get()).isFalse();
    }

    @Test
    void whatIsChosenAndNoLongerThereIsToldAndNowWithoutAFeedIsItsMoment() {
        Step step = step("", Map.of(), null, StepTime.at(NOON, "HOUR", true).withLive(true))
                .withChosen(List.of(new StepFeature("bridges", "gone"), new StepFeature("no layer", "x")));
        Staging.show(session, step, Look.of(session), false);
        assertThat(session.selection()).isEmpty();
        assertThat(session.clock().liveProperty().get()).isFalse();
        assertThat(session.clock().time()).isEqualTo(NOON);
        assertThat(Staging.missing(session, step)).hasSize(2).anyMatch(s -> s.contains("\"gone\"")).anyMatch(s -> s.contains("live"));
    }

    @Test
    void whatAStepDoesNotNameShowsAsBeforeTheStory() {
        Look base = Look.of(session);
        Staging.show(session, step("", Map.of("bridges", new StepLayer(false, 1)), "use", null), base, false);
        assertThat(session.style("bridges").visible()).isFalse();
        Staging.show(session, step("", Map.of(), null, null), base, false);
        assertThat(session.style("bridges").visible()).isTrue();
        assertThat(session.activeOverlayProperty().get()).isEmpty();
    }

    @Test
    void whatIsCutAwayIsKeptWithAStepAndTheRestOfTheStoryIsWhole() {
        Section cut = new Section.Plane(150_000, 6_580_000, 12, 40, false, true);
        session.sectionProperty().set(cut);
        Look before = Look.of(session);
        Step kept = Staging.keep(session, QUAY);
        Staging.show(session, step("", Map.of(), null, null), before, false);
        assertThat(session.sectionProperty().get()).isNull();
        Staging.show(session, kept, before, false);
        assertThat(session.sectionProperty().get()).isEqualTo(cut);
        session.sectionProperty().set(null);
        before.restore(session);
        assertThat(session.sectionProperty().get()).isEqualTo(cut);
    }

    @Test
    void whatIsMissingIsToldAndTheRestShows() {
        Step step = step("Tower", Map.of("gone", new StepLayer(true, 1), "bridges", new StepLayer(false, 0.5)), "nothing",
                StepTime.at(Instant.parse("2019-01-01T00:00:00Z"), "HOUR", true));
        Staging.show(session, step, Look.of(session), false);
        assertThat(session.style("bridges").visible()).isFalse();
        assertThat(session.activeOverlayProperty().get()).isEmpty();
        assertThat(Staging.camera(session, step)).isEmpty();
        assertThat(Staging.missing(session, step)).hasSize(4).anyMatch(s -> s.contains("Tower")).anyMatch(s -> s.contains("\"gone\""))
                .anyMatch(s -> s.contains("\"nothing\"")).anyMatch(s -> s.contains("2019"));
    }

    @Test
    void aSpanThatIsPlayedBeginsAtItsBeginning() {
        var day = new StepTime.Span(NOON.minusSeconds(39_600), NOON.plusSeconds(46_800), 20);
        Step step = step("Quay", Map.of(), "", new StepTime(NOON, Optional.of(day), "HOUR", true));
        Staging.show(session, step, Look.of(session), false);
        assertThat(session.clock().time()).isEqualTo(NOON);
        Staging.show(session, step, Look.of(session), true);
        assertThat(session.clock().time()).isEqualTo(day.from());
    }

    @Test
    void theSessionIsPutBackAsItWas() {
        session.styles().put("buildings", LayerStyle.DEFAULT.withOpacity(0.7));
        Look before = Look.of(session);
        Staging.show(session, step("", Map.of("bridges", new StepLayer(false, 1)), "use", StepTime.at(NOON, "MONTH", false)), before, false);
        assertThat(Look.of(session)).isNotEqualTo(before);
        before.restore(session);
        assertThat(Look.of(session)).isEqualTo(before);
    }
}
