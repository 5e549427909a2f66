package org.kvarter.importing.gtfs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.time.ZonedDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kvarter.importing.pipeline.ImportListener;
import org.kvarter.importing.pipeline.ImportPipeline;
import org.kvarter.importing.pipeline.ImportRequest;
import org.kvarter.importing.pipeline.ImportResult;
import org.kvarter.model.District;
import org.kvarter.model.MovingLayer;
import org.kvarter.model.MovingPoints;
import org.kvarter.task.Progress;
import org.kvarter.task.Tasks;

/** Feeds on the whole way through the pipeline, read ahead on threads as the program does. */
class FeedInDistrictTest {

    @TempDir
    Path folder;

    @Test
    void vehiclesArePlacedInMetresWhereverTheyAreRead() throws Exception {
        List<ImportRequest> requests = List.of(ImportRequest.of(FeedDraft.sound().zip(folder.resolve("a.zip"))),
                ImportRequest.of(FeedDraft.sound().folder(folder.resolve("b"))), ImportRequest.of(FeedDraft.sound().zip(folder.resolve("c.zip"))));
        try (Tasks tasks = Tasks.start(Runnable::run)) {
            ImportResult result = ImportPipeline.over(ImportPipeline.discover(), tasks)
                    .run(requests, District.EMPTY, ImportListener.NONE, Progress.NONE);

            assertThat(result.failures()).isEmpty();
            assertThat(result.layers()).extracting(l -> l.layer().id()).containsExactly("a-routes", "a-stops", "a-vehicles", "b-routes", "b-stops",
                    "b-vehicles", "c-routes", "c-stops", "c-vehicles");
            MovingLayer vehicles = (MovingLayer) result.layers().get(5).layer();
            MovingPoints start = new MovingPoints(0, 1);
            MovingPoints end = new MovingPoints(0, 1);
            vehicles.movement().sample(ZonedDateTime.parse("2025-03-05T08:00:00+01:00").toEpochSecond(), start);
            vehicles.movement().sample(ZonedDateTime.parse("2025-03-05T08:05:00+01:00").toEpochSecond(), end);
            // 0.02° of longitude at 59° north on the ellipsoid: 57 476 m per degree
            assertThat(Math.hypot(end.east(0, 0) - start.east(0, 0), end.north(0, 0) - start.north(0, 0))).isCloseTo(1149.5, within(1.5));
        }
    }
}
