package org.kvarter.project;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AutosaveTest {

    @TempDir
    Path folder;

    private static ProjectDocument named(String name) {
        return new ProjectDocument(1, name, null, List.of(), List.of(), List.of(), List.of(), "", List.of(), null, "", "", List.of());
    }

    private static long deadPid() throws Exception {
        Process process = new ProcessBuilder("true").start();
        process.waitFor();
        return process.pid();
    }

    @Test
    void aKilledRunsDraftIsFoundByTheNext() throws Exception {
        new Autosave(folder, deadPid()).write(named("before the kill"), Optional.of(folder.resolve("town.kvarter")));
        Autosave next = new Autosave(folder);
        Autosave.Draft draft = next.leftBehind().orElseThrow();
        assertThat(draft.project().name()).isEqualTo("before the kill");
        assertThat(draft.origin()).contains(folder.resolve("town.kvarter"));
        next.discard(draft);
        assertThat(next.leftBehind()).isEmpty();
    }

    @Test
    void aDraftOfWhatWasNeverSavedHasNoFile() throws Exception {
        new Autosave(folder, deadPid()).write(named("new"), Optional.empty());
        assertThat(new Autosave(folder).leftBehind().orElseThrow().origin()).isEmpty();
    }

    @Test
    void aRunningProgramsDraftIsLeftAlone() {
        new Autosave(folder, ProcessHandle.current().parent().map(ProcessHandle::pid).orElse(1L)).write(named("still open"), Optional.empty());
        assertThat(new Autosave(folder).leftBehind()).isEmpty();
    }

    @Test
    void anOrderlyEndAndDamagedDraftsLeaveNothing() throws Exception {
        Autosave autosave = new Autosave(folder, deadPid());
        autosave.write(named("saved after all"), Optional.empty());
        autosave.forget();
        Files.writeString(folder.resolve(deadPid() + ".autosave.json"), "{ half");
        assertThat(new Autosave(folder).leftBehind()).isEqualTo(Optional.empty());
    }

    @Test
    void recentProjectsAreNewestFirstAndExist() throws Exception {
        RecentProjects recent = new RecentProjects(folder.resolve("config/recent.txt"));
        Path a = Files.createFile(folder.resolve("a.kvarter"));
        Path b = Files.createFile(folder.resolve("b.kvarter"));
        recent.opened(a, "A");
        recent.opened(b, "");
        recent.opened(a, "Norra\thamnen");
        assertThat(recent.all()).containsExactly(new RecentProject(a, "Norra hamnen"), new RecentProject(b, ""));
        Files.delete(b);
        assertThat(recent.all()).extracting(RecentProject::file).containsExactly(a);
    }
}
