package org.kvarter.ui.bench;

import org.kvarter.session.bench.Workings;
import org.kvarter.ui.Workspace;
import org.kvarter.ui.filter.FilterModel;

/**
 * What of the bench lives as long as the window.
 *
 * @param bench    table and charts
 * @param workings reckoned attributes and sums over areas
 */
public record BenchModels(BenchModel bench, Workings workings) {

    /** All of them over one workspace. */
    public static BenchModels of(Workspace workspace, FilterModel filter) {
        return new BenchModels(new BenchModel(workspace.session(), filter, workspace.tasks()), new Workings(workspace.session(), workspace.tasks()));
    }
}
