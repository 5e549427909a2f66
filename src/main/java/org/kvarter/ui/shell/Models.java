package org.kvarter.ui.shell;

import org.kvarter.session.Session;
import org.kvarter.ui.Workspace;
import org.kvarter.ui.bench.BenchModels;
import org.kvarter.ui.databases.DatabaseDesk;
import org.kvarter.ui.feeds.FeedDesk;
import org.kvarter.ui.filter.FilterModel;
import org.kvarter.ui.loading.LoadingModel;
import org.kvarter.ui.measure.MeasureModel;
import org.kvarter.ui.mobility.MobilityModel;
import org.kvarter.ui.placing.PlacingModel;
import org.kvarter.ui.overlays.PaintingModel;
import org.kvarter.ui.project.ProjectModel;
import org.kvarter.ui.scenario.KpisModel;
import org.kvarter.ui.search.SearchModel;
import org.kvarter.ui.section.SectionModel;
import org.kvarter.ui.stage.SunModel;
import org.kvarter.ui.study.StudyModels;
import org.kvarter.ui.timeline.TracesModel;

/**
 * The view models that live as long as the window, whatever panels come and go.
 *
 * @param workspace what all work with
 * @param window    which panels are out
 * @param search    finding features
 * @param filter    leaving features out
 * @param painting  colouring by data
 * @param traces    lines of the chart
 * @param kpis      key figures of the shown scenario
 * @param sun       where the sun stands
 * @param mobility  what moves
 * @param loading   bringing files in
 * @param placing   putting a model where it is to stand
 * @param project   new, open, save
 * @param feeds     data from services
 * @param databases data from databases
 * @param measure   measuring in the twin
 * @param studies   hours of sun, floor areas, views
 * @param section   cutting the twin open
 * @param bench     table and charts, reckoned attributes
 */
public record Models(Workspace workspace, WindowModel window, SearchModel search, FilterModel filter, PaintingModel painting,
                     TracesModel traces, KpisModel kpis, SunModel sun, MobilityModel mobility, LoadingModel loading, PlacingModel placing,
                     ProjectModel project, FeedDesk feeds, DatabaseDesk databases, MeasureModel measure,
                     StudyModels studies, SectionModel section, BenchModels bench) {

    /** All of them over one workspace. */
    public static Models of(Workspace workspace, LoadingModel loading, ProjectModel project, FeedDesk feeds, DatabaseDesk databases) {
        Session session = workspace.session();
        PaintingModel painting = new PaintingModel(session, workspace.tasks());
        SunModel sun = new SunModel(session);
        FilterModel filter = new FilterModel(session, workspace.tasks());
        return new Models(workspace, new WindowModel(), new SearchModel(session, workspace.tasks()), filter,
                painting, new TracesModel(session, workspace.tasks()), new KpisModel(session, workspace.tasks()),
                sun, new MobilityModel(session, workspace.tasks()), loading, new PlacingModel(session, loading), project, feeds, databases,
                new MeasureModel(session, workspace.tasks()), StudyModels.of(workspace, sun, painting), new SectionModel(session),
                BenchModels.of(workspace, filter));
    }

    public Session session() {
        return workspace.session();
    }
}
