package org.kvarter.project;

import java.util.List;
import java.util.Objects;
import org.kvarter.analysis.DataBook;
import org.kvarter.assist.ImportRecipe;
import org.kvarter.model.LocalFrame;
import org.kvarter.model.Viewpoint;
import org.kvarter.overlay.OverlaySpec;
import org.kvarter.remote.FeedSource;
import org.kvarter.scenario.ScenarioBook;
import org.kvarter.study.StudyBook;
import org.kvarter.series.csv.SeriesSource;

/**
 * Everything a project keeps. Immutable.
 *
 * @param version       version of the document's form
 * @param name          what people call the district
 * @param frame         the district's local frame; {@code null} to choose one from the first source
 * @param sources       files, in the order of reading
 * @param layers        layers in drawing order, bottom first; layers not named follow on top in their default look
 * @param viewpoints    saved cameras; the first one is where the project opens
 * @param overlays      ways of colouring
 * @param activeOverlay id of the one that is shown, empty for none
 * @param series        time series and what they are joined to
 * @param clock         the clock; {@code null} for the default
 * @param filter        ECQL expression, empty for none
 * @param filterMode    {@code FADE} or {@code HIDE}
 * @param pins          features whose labels stay
 * @param story         what is told with it, step by step
 * @param feeds         services that are asked again and again
 * @param scenarios     scenarios and key figures; the one that is shown is part of it
 * @param dataBook      reckoned attributes, sums over areas, where data come from and what is personal
 * @param recipes       tables that become series and attributes, and how
 * @param studies       what was set in studies
 * @param problems      sentences about what of the file was not understood and left out; not kept
 */
public record ProjectDocument(int version, String name, LocalFrame frame, List<ProjectSource> sources, List<ProjectLayer> layers,
                              List<Viewpoint> viewpoints, List<OverlaySpec> overlays, String activeOverlay, List<SeriesSource> series,
                              ProjectClock clock, String filter, String filterMode, List<ProjectPin> pins, ProjectStory story,
                              List<FeedSource> feeds, ScenarioBook scenarios, DataBook dataBook, List<ImportRecipe> recipes, StudyBook studies,
                              List<String> problems) {

    /** The form this program writes and the newest it reads. */
    public static final int VERSION = 1;

    /** A project with nothing in it. */
    public static final ProjectDocument EMPTY = new ProjectDocument(VERSION, "", null, List.of(), List.of(), List.of(), List.of(), "",
            List.of(), null, "", "FADE", List.of());

    public ProjectDocument {
        name = Objects.requireNonNullElse(name, "");
        sources = copy(sources);
        layers = copy(layers);
        viewpoints = copy(viewpoints);
        overlays = copy(overlays);
        activeOverlay = Objects.requireNonNullElse(activeOverlay, "");
        series = copy(series);
        filter = Objects.requireNonNullElse(filter, "");
        filterMode = Objects.requireNonNullElse(filterMode, "FADE");
        pins = copy(pins);
        story = Objects.requireNonNullElse(story, ProjectStory.EMPTY);
        feeds = copy(feeds);
        scenarios = Objects.requireNonNullElse(scenarios, ScenarioBook.EMPTY);
        dataBook = Objects.requireNonNullElse(dataBook, DataBook.EMPTY);
        recipes = copy(recipes);
        studies = Objects.requireNonNullElse(studies, StudyBook.EMPTY);
        problems = copy(problems);
    }

    /** A project of which everything is understood. */
    public ProjectDocument(int version, String name, LocalFrame frame, List<ProjectSource> sources, List<ProjectLayer> layers,
                           List<Viewpoint> viewpoints, List<OverlaySpec> overlays, String activeOverlay, List<SeriesSource> series,
                           ProjectClock clock, String filter, String filterMode, List<ProjectPin> pins, ProjectStory story,
                           List<FeedSource> feeds, ScenarioBook scenarios) {
        this(version, name, frame, sources, layers, viewpoints, overlays, activeOverlay, series, clock, filter, filterMode, pins, story, feeds,
                scenarios, DataBook.EMPTY, List.of(), StudyBook.EMPTY, List.of());
    }

    /** A project without a story, feeds and scenarios. */
    public ProjectDocument(int version, String name, LocalFrame frame, List<ProjectSource> sources, List<ProjectLayer> layers,
                           List<Viewpoint> viewpoints, List<OverlaySpec> overlays, String activeOverlay, List<SeriesSource> series,
                           ProjectClock clock, String filter, String filterMode, List<ProjectPin> pins) {
        this(version, name, frame, sources, layers, viewpoints, overlays, activeOverlay, series, clock, filter, filterMode, pins,
                ProjectStory.EMPTY, List.of(), ScenarioBook.EMPTY);
    }

    /** This project with another story. */
    public ProjectDocument withStory(ProjectStory other) {
        return new ProjectDocument(version, name, frame, sources, layers, viewpoints, overlays, activeOverlay, series, clock, filter,
                filterMode, pins, other, feeds, scenarios, dataBook, recipes, studies, problems);
    }

    /** This project with other feeds. */
    public ProjectDocument withFeeds(List<FeedSource> other) {
        return new ProjectDocument(version, name, frame, sources, layers, viewpoints, overlays, activeOverlay, series, clock, filter,
                filterMode, pins, story, other, scenarios, dataBook, recipes, studies, problems);
    }

    /** This project with other scenarios. */
    public ProjectDocument withScenarios(ScenarioBook other) {
        return new ProjectDocument(version, name, frame, sources, layers, viewpoints, overlays, activeOverlay, series, clock, filter,
                filterMode, pins, story, feeds, other, dataBook, recipes, studies, problems);
    }

    /** This project with another book of its data. */
    public ProjectDocument withDataBook(DataBook other) {
        return new ProjectDocument(version, name, frame, sources, layers, viewpoints, overlays, activeOverlay, series, clock, filter,
                filterMode, pins, story, feeds, scenarios, other, recipes, studies, problems);
    }

    /** This project with other recipes of tables. */
    public ProjectDocument withRecipes(List<ImportRecipe> other) {
        return new ProjectDocument(version, name, frame, sources, layers, viewpoints, overlays, activeOverlay, series, clock, filter,
                filterMode, pins, story, feeds, scenarios, dataBook, other, studies, problems);
    }

    /** This project with other settings of studies. */
    public ProjectDocument withStudies(StudyBook other) {
        return new ProjectDocument(version, name, frame, sources, layers, viewpoints, overlays, activeOverlay, series, clock, filter,
                filterMode, pins, story, feeds, scenarios, dataBook, recipes, other, problems);
    }

    /** This project reading other files. */
    public ProjectDocument withSources(List<ProjectSource> other, List<SeriesSource> otherSeries) {
        return new ProjectDocument(version, name, frame, other, layers, viewpoints, overlays, activeOverlay, otherSeries, clock, filter,
                filterMode, pins, story, feeds, scenarios, dataBook, recipes, studies, problems);
    }

    /** This project with what of its file was left out. */
    ProjectDocument withProblems(List<String> other) {
        return new ProjectDocument(version, name, frame, sources, layers, viewpoints, overlays, activeOverlay, series, clock, filter,
                filterMode, pins, story, feeds, scenarios, dataBook, recipes, studies, other);
    }

    private static <T> List<T> copy(List<T> list) {
        return list == null ? List.of() : List.copyOf(list);
    }
}
