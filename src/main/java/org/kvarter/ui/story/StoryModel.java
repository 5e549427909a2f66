package org.kvarter.ui.story;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.animation.PauseTransition;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.kvarter.scenario.ScenarioBook;
import org.kvarter.session.Change;
import org.kvarter.session.Session;
import org.kvarter.session.SetProperty;
import org.kvarter.session.loading.SessionDocument;
import org.kvarter.session.story.Look;
import org.kvarter.session.story.Staging;
import org.kvarter.text.LocalText;
import org.kvarter.text.Texts;
import org.kvarter.ui.Workspace;
import org.kvarter.ui.stage.Viewer;
import org.kvarter.workshop.Step;
import org.kvarter.workshop.StepTime;
import org.kvarter.workshop.Story;

/** The story and what a facilitator does to it; every step of that can be undone. */
public final class StoryModel {

    private static final Texts TEXTS = Texts.in(StoryModel.class);

    /** How often a flight that may be slow is waited for. */
    private static final int ATTEMPTS = 6;

    /** Spans a step can play around its moment. */
    public enum Play {
        NOTHING(0), DAY(20), WEEK(30), MONTH(30), YEAR(40);

        private final double seconds;

        Play(double seconds) {
            this.seconds = seconds;
        }
    }

    private final Workspace workspace;
    private final Session session;
    private final Viewer viewer;
    private final StepPictures pictures;
    private final ReadOnlyStringWrapper current = new ReadOnlyStringWrapper(this, "current", "");

    public StoryModel(Workspace workspace, Viewer viewer) {
        this.workspace = workspace;
        this.session = workspace.session();
        this.viewer = viewer;
        this.pictures = new StepPictures(session, viewer);
        session.storyProperty().addListener((o, was, is) -> {
            if (is.indexOf(current.get()) < 0) {
                current.set("");
            }
        });
    }

    /** Id of the step that is open for editing; empty for none. */
    public ReadOnlyStringProperty currentProperty() {
        return current.getReadOnlyProperty();
    }

    public StepPictures pictures() {
        return pictures;
    }

    /** Keeps what is seen as a step, after the open one or at the end, and opens it. */
    public void keep() {
        Story before = session.story();
        int at = before.indexOf(current.get());
        Step kept = Staging.keep(session, viewer.viewpoint(""));
        Step step = kept.withWords(LocalText.of(language(), TEXTS.get("newTitle", before.steps().size() + 1)), LocalText.EMPTY, LocalText.EMPTY);
        set("undo.keep", title(step), before.with(at < 0 ? before.steps().size() : at + 1, step));
        current.set(step.id());
        pictures.take(step.id());
    }

    /** Goes to a step: its camera by a flight, the rest at once, as one undoable change; opens it; tells what it misses. */
    public void go(Step step) {
        current.set(step.id());
        Look before = Look.of(session);
        Change change = Change.of(TEXTS.get("undo.go", title(step)), () -> Staging.show(session, step, before, false),
                () -> before.restore(session));
        change.apply();
        if (Look.of(session).equals(before)) {
            change.revert();
        } else {
            session.undo().perform(change);
        }
        Staging.camera(session, step).ifPresent(viewer::flyTo);
        Staging.missing(session, step).forEach(workspace.notices()::warn);
        if (!pictures.isKept(step)) {
            takeOnceThere(step, ATTEMPTS);
        }
    }

    /** A story from another hand has no pictures yet: each is taken when one has come there. */
    private void takeOnceThere(Step step, int attempts) {
        PauseTransition flight = new PauseTransition(javafx.util.Duration.seconds(1.2));
        flight.setOnFinished(e -> {
            if (current.get().equals(step.id()) && Staging.camera(session, step).map(viewer::isAt).orElse(true)) {
                pictures.take(step.id());
            } else if (current.get().equals(step.id()) && attempts > 1) {
                takeOnceThere(step, attempts - 1);
            }
        });
        flight.play();
    }

    /** Tells what of the story in a file just opened was not understood: the first sentence, and how many more there are. */
    public void tellProblems() {
        List<String> problems = session.diagnostics().stream().filter(SessionDocument::isOfProjectFile).map(d -> d.message()).toList();
        if (!problems.isEmpty()) {
            workspace.notices().warn(problems.size() == 1 ? problems.get(0) : TEXTS.get("problems", problems.get(0), problems.size() - 1));
        }
    }

    /** Closes the open step. */
    public void close() {
        current.set("");
    }

    /** Lets a step show what is seen now. */
    public void update(Step step) {
        replace("undo.update", "", step.showing(Staging.keep(session, viewer.viewpoint(""))));
        pictures.take(step.id());
    }

    public void setTitle(Step step, String title) {
        words("title", step, new LocalText[] {step.title().with(language(), title), step.text(), step.notes()});
    }

    public void setText(Step step, String text) {
        words("text", step, new LocalText[] {step.title(), step.text().with(language(), text), step.notes()});
    }

    public void setNotes(Step step, String notes) {
        words("notes", step, new LocalText[] {step.title(), step.text(), step.notes().with(language(), notes)});
    }

    /** Shows a key figure with a step, or no longer; no more than {@link Step#MOST_FIGURES}. */
    public void setFigure(Step step, String kpi, boolean shown) {
        List<String> figures = new ArrayList<>(step.figures());
        figures.remove(kpi);
        if (shown) {
            figures.add(kpi);
        }
        replace("undo.figures", "", step.withFigures(figures.subList(Math.max(0, figures.size() - Step.MOST_FIGURES), figures.size())));
    }

    /**
     * Shows a step's scenario beside another one, with which its key figures are then compared.
     *
     * @param first id of the other; empty for the district as it is; {@code null} to show the step's scenario alone, compared with today
     */
    public void compareWith(Step step, String first) {
        replace("undo.figures", "", step.comparedWith(first));
    }

    /** What a thing of the project is called in the display language. */
    String word(String name) {
        return session.word(name);
    }

    /** Scenarios and key figures at hand. */
    ScenarioBook scenarios() {
        return session.scenarios();
    }

    /** Heads the legend otherwise than the overlay does; blank for the overlay's own title. */
    public void setLegend(Step step, String heading) {
        replace("undo.words", "legend", step.withLegend(step.legend().with(language(), heading)));
    }

    private void words(String field, Step step, LocalText[] words) {
        replace("undo.words", field, step.withWords(words[0], words[1], words[2]));
    }

    /** Lets a step play a span around its moment, or nothing. */
    public void setPlay(Step step, Play play) {
        step.time().ifPresent(t -> replace("undo.play", "", step.withTime(Optional.of(t.withSpan(span(t.at(), play))))));
    }

    private Optional<StepTime.Span> span(Instant at, Play play) {
        ZonedDateTime day = at.atZone(session.clock().zoneProperty().get()).truncatedTo(ChronoUnit.DAYS);
        ZonedDateTime monday = day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        ZonedDateTime[] ends = switch (play) {
            case NOTHING -> null;
            case DAY -> new ZonedDateTime[] {day, day.plusDays(1)};
            case WEEK -> new ZonedDateTime[] {monday, monday.plusWeeks(1)};
            case MONTH -> new ZonedDateTime[] {day.withDayOfMonth(1), day.withDayOfMonth(1).plusMonths(1)};
            case YEAR -> new ZonedDateTime[] {day.withDayOfYear(1), day.withDayOfYear(1).plusYears(1)};
        };
        return ends == null ? Optional.empty() : Optional.of(new StepTime.Span(ends[0].toInstant(), ends[1].toInstant(), play.seconds));
    }

    /** What a step plays, as far as it is one of the choices; empty for a span made otherwise. */
    public Optional<Play> play(Step step) {
        Optional<StepTime.Span> span = step.time().flatMap(StepTime::span);
        if (span.isEmpty()) {
            return Optional.of(Play.NOTHING);
        }
        for (Play play : Play.values()) {
            Optional<StepTime.Span> such = span(step.time().orElseThrow().at(), play);
            if (such.isPresent() && such.get().from().equals(span.get().from()) && such.get().to().equals(span.get().to())) {
                return Optional.of(play);
            }
        }
        return Optional.empty();
    }

    /** Begins or ends the span of a step at the clock's time. */
    public void setSpanEnd(Step step, boolean begin) {
        step.time().ifPresent(time -> {
            Instant now = session.clock().time();
            Instant from = begin ? now : time.span().map(StepTime.Span::from).orElse(time.at());
            Instant to = begin ? time.span().map(StepTime.Span::to).orElse(time.at()) : now;
            if (!from.isBefore(to)) {
                to = begin ? from.plus(Duration.ofDays(1)) : to;
                from = begin ? from : to.minus(Duration.ofDays(1));
            }
            double seconds = time.span().map(StepTime.Span::seconds).orElse(Play.DAY.seconds);
            replace("undo.play", "", step.withTime(Optional.of(time.withSpan(Optional.of(new StepTime.Span(from, to, seconds))))));
        });
    }

    /** Moves a step. @param to its place afterwards */
    public void move(Step step, int to) {
        Story after = session.story().moved(step.id(), to);
        if (!after.equals(session.story())) {
            set("undo.move", title(step), after);
        }
    }

    /** Puts a copy of a step after it, and opens the copy. */
    public void duplicate(Step step) {
        String id = Step.newId();
        String picture = session.storyPictures().get(step.id());
        set("undo.duplicate", title(step), session.story().duplicated(step.id(), id));
        if (picture != null) {
            session.storyPictures().put(id, picture);
        }
        current.set(id);
    }

    public void delete(Step step) {
        set("undo.delete", title(step), session.story().without(step.id()));
    }

    /** Ids of the steps, in order. */
    List<String> ids() {
        return session.story().steps().stream().map(Step::id).toList();
    }

    /** A step's title in the display language, or its number where it has none. */
    public String title(Step step) {
        String title = step.title().shown();
        return title.isEmpty() ? TEXTS.get("newTitle", Math.max(0, session.story().indexOf(step.id())) + 1) : title;
    }

    /** Sentences about what a step names and the project does not have. */
    public List<String> missing(Step step) {
        return Staging.missing(session, step);
    }

    /** @param field names the words that are typed: changes of the same words in a row are one step; empty for none */
    private void replace(String key, String field, Step step) {
        Story before = session.story();
        Story after = before.replaced(step);
        if (!after.equals(before)) {
            String target = field.isEmpty() ? Step.newId() : "story:" + step.id() + ":" + field;
            session.undo().perform(new SetProperty<>(TEXTS.get(key, title(step)), target, before, after, session.storyProperty()::set));
        }
    }

    private void set(String key, String name, Story after) {
        session.undo().perform(new SetProperty<>(TEXTS.get(key, name), Step.newId(), session.story(), after, session.storyProperty()::set));
    }

    private static Locale language() {
        return Locale.getDefault(Locale.Category.DISPLAY);
    }
}
