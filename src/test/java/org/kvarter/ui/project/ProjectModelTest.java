package org.kvarter.ui.project;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kvarter.geo.CoordinateSystems;
import org.kvarter.importing.pipeline.ImportPipeline;
import org.kvarter.model.Severity;
import org.kvarter.model.Viewpoint;
import org.kvarter.project.Autosave;
import org.kvarter.project.ProjectStore;
import org.kvarter.project.RecentProjects;
import org.kvarter.session.Session;
import org.kvarter.session.loading.DistrictLoader;
import org.kvarter.ui.Districts;
import org.kvarter.ui.Workspace;
import org.kvarter.ui.loading.LoadingModel;
import org.kvarter.ui.assist.AssistModel;
import org.kvarter.ui.viewpoints.ViewpointsModel;

class ProjectModelTest {

    @TempDir
    Path folder;

    private final Session session = Districts.session();
    private final Workspace workspace = Districts.workspace(session);
    private ProjectModel model;
    private ProjectModel.Unsaved answer = ProjectModel.Unsaved.CANCEL;
    private Optional<Path> chosen = Optional.empty();
    private final java.util.List<java.util.List<String>> asked = new java.util.ArrayList<>();
    private boolean agrees;

    @BeforeEach
    void compose() {
        ProjectStore store = new ProjectStore(folder.resolve("unpacked"));
        DistrictLoader loader = new DistrictLoader(session, workspace.tasks(),
                new ImportPipeline(List.of(), new CoordinateSystems(), Runnable::run), store);
        model = new ProjectModel(workspace, loader, new LoadingModel(workspace, loader, List.of()), store,
                new RecentProjects(folder.resolve("recent.txt")), new Autosave(folder.resolve("drafts")));
        model.setHost(new ProjectModel.Host() {
            @Override
            public CompletableFuture<ProjectModel.Unsaved> askUnsaved() {
                return CompletableFuture.completedFuture(answer);
            }

            @Override
            public CompletableFuture<Boolean> askPersonal(java.util.List<String> told) {
                asked.add(told);
                return CompletableFuture.completedFuture(agrees);
            }

            @Override
            public Optional<Path> chooseFile(String proposedName) {
                return chosen;
            }

            @Override
            public void opened() {
            }
        });
    }

    private void change() {
        new ViewpointsModel(session).save(new Viewpoint("Quay", 150000, 6580000, 80, 30, -20));
    }

    @Test
    void savingMakesItCleanAndIsRemembered() {
        change();
        chosen = Optional.of(folder.resolve("town.kvarter.json"));
        assertThat(model.save()).isCompletedWithValue(true);
        assertThat(folder.resolve("town.kvarter.json")).exists();
        assertThat(session.undo().dirtyProperty().get()).isFalse();
        assertThat(workspace.settings().recent()).extracting("file").containsExactly(folder.resolve("town.kvarter.json"));
    }

    @Test
    void aPackageOfPersonalDataIsWrittenOnceAPersonAgrees() {
        session.dataBookProperty().set(org.kvarter.analysis.DataBook.EMPTY.with(org.kvarter.analysis.DataRecord.of("meters").withPersonal(true)));
        change();
        chosen = Optional.of(folder.resolve("town.kvarter"));
        assertThat(model.save()).isCompletedWithValue(false);
        assertThat(asked).hasSize(1).first().asList().first().asString().contains("meters");
        assertThat(folder.resolve("town.kvarter")).doesNotExist();
        assertThat(session.undo().dirtyProperty().get()).isTrue();
        agrees = true;
        assertThat(model.save()).isCompletedWithValue(true);
        assertThat(folder.resolve("town.kvarter")).exists();
        assertThat(model.save()).as("the same again").isCompletedWithValue(true);
        assertThat(asked).hasSize(2);
        session.dataBookProperty().set(session.dataBook().with(org.kvarter.analysis.DataRecord.of("houses").withPersonal(true)));
        assertThat(model.save()).isCompletedWithValue(true);
        assertThat(asked).as("something else is asked again").hasSize(3);
        chosen = Optional.of(folder.resolve("town.kvarter.json"));
        assertThat(model.saveAs()).as("stays at home").isCompletedWithValue(true);
        assertThat(asked).hasSize(3);
    }

    @Test
    void whatIsRecoveredIsSavedToItsOwnFileAgain() throws java.io.IOException {
        Path own = folder.resolve("town.kvarter.json");
        change();
        chosen = Optional.of(own);
        model.save();
        change();
        Autosave.Draft draft = new Autosave.Draft(folder.resolve("1.autosave.json"), java.time.Instant.EPOCH,
                org.kvarter.session.loading.SessionDocument.of(session), Optional.of(own));
        session.projectFileProperty().set(null);
        chosen = Optional.empty();
        model.recover(draft);
        assertThat(session.undo().dirtyProperty().get()).isTrue();
        assertThat(model.save()).as("without being asked where").isCompletedWithValue(true);
        assertThat(java.nio.file.Files.readString(own).split("\"yawDegrees\"")).as("both viewpoints").hasSize(3);
    }

    @Test
    void aPlaceThatCannotBeWrittenIsToldAndNothingIsTakenForSaved() throws java.io.IOException {
        change();
        Path file = java.nio.file.Files.writeString(folder.resolve("file"), "no folder");
        chosen = Optional.of(file.resolve("town.kvarter.json"));
        assertThat(model.save()).isCompletedWithValue(false);
        assertThat(session.undo().dirtyProperty().get()).isTrue();
        assertThat(workspace.notices().shown()).anySatisfy(n -> assertThat(n.severity()).isEqualTo(Severity.ERROR));
    }

    @Test
    void unsavedChangesAreNotLostWithoutAnAnswer() {
        change();
        answer = ProjectModel.Unsaved.CANCEL;
        model.newProject();
        assertThat(session.viewpoints()).hasSize(1);
        answer = ProjectModel.Unsaved.DISCARD;
        model.newProject();
        assertThat(session.district().layers()).isEmpty();
        assertThat(session.undo().dirtyProperty().get()).isFalse();
    }

    @Test
    void aDamagedProjectIsToldAndWhatIsOpenStays() throws java.io.IOException {
        Path damaged = java.nio.file.Files.writeString(folder.resolve("kvarter.json"), "{ \"version\": ");
        model.open(damaged);
        assertThat(session.district().layers()).hasSize(2);
        assertThat(workspace.notices().shown()).anySatisfy(n -> {
            assertThat(n.severity()).isEqualTo(Severity.ERROR);
            assertThat(n.message()).contains("kvarter.json");
        });
    }

    @Test
    void whatWaitsForAProjectFindsItsTimeZone() throws java.io.IOException {
        Path project = java.nio.file.Files.writeString(folder.resolve("kvarter.json"), """
                {"format":"kvarter-project","version":1,"name":"Two","sources":[],"clock":{"time":"2025-01-16T17:00:00Z",
                "start":"2025-01-01T00:00:00Z","end":"2026-01-01T00:00:00Z","zone":"Europe/Stockholm","step":"HOUR","studio":true}}""");
        Path table = java.nio.file.Files.writeString(folder.resolve("load.csv"), "time,a,b\n2025-01-16 00:00,1,2\n2025-01-16 01:00,1,3\n2025-01-16 02:00,1,3\n");
        java.util.concurrent.atomic.AtomicReference<String> zone = new java.util.concurrent.atomic.AtomicReference<>("none");
        model.open(project, () -> zone.set(AssistModel.open(workspace, Districts.databases(workspace.tasks(), folder), table).join().recipeProperty().get().time().zone()));
        assertThat(zone.get()).isEqualTo("Europe/Stockholm");
        zone.set("none");
        model.open(folder.resolve("gone.kvarter.json"), () -> zone.set("asked all the same"));
        assertThat(zone.get()).isEqualTo("asked all the same");
    }
}
