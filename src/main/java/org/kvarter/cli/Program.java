package org.kvarter.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.kvarter.task.Progress;

/** What commands need of the program around them. */
public interface Program {

    /**
     * Opens the window with files and lasts until it is closed.
     *
     * @throws CommandException where there is no display
     */
    void openWindow(List<Path> files, Optional<Locale> language) throws CommandException;

    /**
     * Draws pictures of a project or of files, one after the other, with nothing on screen that a person did not ask for.
     *
     * @throws CommandException where nothing can be drawn: one sentence that says why and what to do
     */
    RenderReport render(RenderJob job, Progress progress) throws CommandException;

    /**
     * Draws the steps of a project's story.
     *
     * @throws CommandException where nothing can be drawn: one sentence that says why and what to do
     */
    TourReport tour(TourJob job, Progress progress) throws CommandException;

    /** Loads files into a window, turns the camera around them, recolours and picks; see {@link BenchReport}. */
    BenchReport bench(List<Path> files, int frames, Progress progress) throws CommandException;

    /** Folder for what is unpacked while a command runs. */
    Path temporaryFolder();

    /** Folder of the person's settings and credentials. */
    Path configurationFolder();
}
