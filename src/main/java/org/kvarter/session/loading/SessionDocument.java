package org.kvarter.session.loading;

import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.kvarter.analysis.DataBook;
import org.kvarter.analysis.privacy.Guard;
import org.kvarter.model.Diagnostic;
import org.kvarter.model.District;
import org.kvarter.model.FeatureKey;
import org.kvarter.model.Layer;
import org.kvarter.model.Severity;
import org.kvarter.project.ProjectClock;
import org.kvarter.project.ProjectDocument;
import org.kvarter.project.ProjectLayer;
import org.kvarter.project.ProjectPin;
import org.kvarter.scenario.ScenarioBook;
import org.kvarter.session.assist.ImportedTable;
import org.kvarter.session.Clock;
import org.kvarter.session.FilterMode;
import org.kvarter.session.Session;
import org.kvarter.text.LocalText;
import org.kvarter.study.StudyBook;
import org.kvarter.workshop.Story;
import org.kvarter.workshop.StoryForm;

/** The session as a document, and a document's choices put into the session. JavaFX thread only. */
public final class SessionDocument {

    /** Object of diagnostics about the story. */
    public static final String STORY = "story";

    /** Object of diagnostics about entries of a project's file. */
    public static final String PROJECT = "project";

    private SessionDocument() {
    }

    /** Whether a sentence is about what of a project's own file was not understood. */
    public static boolean isOfProjectFile(Diagnostic d) {
        return d.object().equals(STORY) || d.object().equals(PROJECT);
    }

    /** What a project file would keep of the session now; sources by absolute path. */
    public static ProjectDocument of(Session session) {
        District district = session.district();
        Clock clock = session.clock();
        ProjectClock kept = new ProjectClock(clock.time().toString(), clock.startProperty().get().toString(),
                clock.endProperty().get().toString(), clock.zoneProperty().get().getId(), clock.stepProperty().get().name(),
                session.studioLightProperty().get(), clock.liveProperty().get());
        List<ProjectLayer> layers = district.layers().stream()
                .map(l -> ProjectLayer.of(l.id(), l.titles(), session.style(l.id()))).toList();
        List<ProjectPin> pins = Stream.concat(session.pinned().stream().flatMap(k -> pin(session, k).stream()), session.awaitedPins().stream())
                .distinct().toList();
        return new ProjectDocument(ProjectDocument.VERSION, district.name(), district.frame(), List.copyOf(session.sources()), layers,
                List.copyOf(session.viewpoints()), List.copyOf(session.overlays()), session.activeOverlayProperty().get(),
                List.copyOf(session.seriesSources().values()), kept, session.filterProperty().get(),
                session.filterModeProperty().get().name(), pins, StoryForm.toProject(session.story(), session.storyPictures()),
                List.copyOf(session.feeds()), session.scenarios()).withDataBook(book(session)).withStudies(session.studies())
                .withRecipes(session.imported().values().stream().map(ImportedTable::recipe).toList());
    }

    /** The session's book with the sums that were told, so that they count when the project is opened again. */
    private static DataBook book(Session session) {
        DataBook book = session.dataBook();
        return Guard.isActive(book) ? book.with(book.privacy().withTold(session.vault().told())) : book;
    }

    private static Optional<ProjectPin> pin(Session session, FeatureKey key) {
        return session.layer(key.layerId()).filter(l -> key.row() < l.features().size())
                .map(l -> new ProjectPin(l.id(), l.features().ids()[key.row()]));
    }

    /** Empties the session and puts in everything of {@code document} but the layers and series, which are still to be read. */
    static void begin(Session session, ProjectDocument document) {
        clear(session);
        session.districtProperty().set(new District(document.name(), document.frame(), List.of()));
        session.sources().setAll(document.sources());
        document.layers().forEach(l -> session.styles().put(l.id(), l.style()));
        session.viewpoints().setAll(document.viewpoints());
        session.overlays().setAll(document.overlays());
        session.scenariosProperty().set(document.scenarios());
        session.vault().remember(document.dataBook().privacy().told());
        session.dataBookProperty().set(document.dataBook());
        session.studiesProperty().set(document.studies());
        document.series().forEach(s -> session.seriesSources().put(s.seriesId(), s));
        StoryForm.Understood told = StoryForm.of(document.story());
        session.storyProperty().set(told.story());
        session.storyPictures().putAll(told.pictures());
        document.problems().forEach(p -> session.diagnostics().add(new Diagnostic(Severity.WARNING, document.name(), PROJECT, p)));
        told.problems().forEach(p -> session.diagnostics().add(new Diagnostic(Severity.WARNING, document.name(), STORY, p)));
        session.feeds().setAll(document.feeds());
        if (document.clock() != null) {
            setClock(session, document.clock());
        }
        session.filterModeProperty().set("HIDE".equals(document.filterMode()) ? FilterMode.HIDE : FilterMode.FADE);
    }

    /** Puts the layers read so far into order. */
    static void arrange(Session session, ProjectDocument document) {
        List<String> order = document.layers().stream().map(ProjectLayer::id).toList();
        session.districtProperty().set(session.district().withLayers(session.district().layers().stream()
                .sorted(java.util.Comparator.comparingInt((Layer l) -> position(order, l.id()))).toList()));
    }

    /** Puts in what refers to layers and series, once they are read: active overlay, filter, pins. */
    static void end(Session session, ProjectDocument document) {
        session.activeOverlayProperty().set(document.activeOverlay());
        session.filterProperty().set(document.filter());
        session.awaitedPins().addAll(document.pins());
        session.district().layers().forEach(session::pinAwaited);
    }

    private static int position(List<String> order, String id) {
        int at = order.indexOf(id);
        return at < 0 ? order.size() : at;
    }

    /** What the document calls its layers, by id. */
    static Map<String, LocalText> titles(ProjectDocument document) {
        Map<String, LocalText> titles = new HashMap<>();
        document.layers().stream().filter(l -> !l.titles().isEmpty()).forEach(l -> titles.put(l.id(), l.titles()));
        return titles;
    }

    /** Empties the session: nothing is open. */
    public static void clear(Session session) {
        session.activeOverlayProperty().set("");
        session.filterProperty().set("");
        session.hoverProperty().set(null);
        session.selection().clear();
        session.pinned().clear();
        session.awaitedPins().clear();
        session.clock().playingProperty().set(false);
        session.districtProperty().set(District.EMPTY);
        session.feeds().clear();
        session.sources().clear();
        session.meshes().clear();
        session.styles().clear();
        session.viewpoints().clear();
        session.storyProperty().set(Story.EMPTY);
        session.storyPictures().clear();
        session.overlays().clear();
        session.scenariosProperty().set(ScenarioBook.EMPTY);
        session.dataBookProperty().set(DataBook.EMPTY);
        session.studiesProperty().set(StudyBook.EMPTY);
        session.imported().clear();
        session.series().clear();
        session.seriesSources().clear();
        session.diagnostics().clear();
        session.projectFileProperty().set(null);
        session.undo().clear();
    }

    private static void setClock(Session session, ProjectClock kept) {
        Clock clock = session.clock();
        session.studioLightProperty().set(kept.studio());
        try {
            clock.zoneProperty().set(ZoneId.of(kept.zone()));
            clock.startProperty().set(Instant.parse(kept.start()));
            clock.endProperty().set(Instant.parse(kept.end()));
            clock.stepProperty().set(Clock.Step.valueOf(kept.step()));
            clock.setWithinRange(Instant.parse(kept.time()));
            clock.liveProperty().set(kept.live() && !session.feeds().isEmpty());
        } catch (RuntimeException e) {
            // a clock from another hand may be odd: what was understood stays, the rest keeps its default
            org.slf4j.LoggerFactory.getLogger(SessionDocument.class).info("The project's clock is not understood: {}", kept, e);
        }
    }
}
