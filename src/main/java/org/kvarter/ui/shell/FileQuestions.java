package org.kvarter.ui.shell;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.stage.Window;
import org.kvarter.text.Texts;
import org.kvarter.ui.loading.LoadingModel;
import org.kvarter.ui.exporting.Exporting;
import org.kvarter.ui.project.ProjectModel;
import org.kvarter.ui.series.FlowImportModel;
import org.kvarter.ui.series.TableNames;

/** Asks for files by the choosers of the system, each time in the folder that was chosen last. On the JavaFX thread. */
final class FileQuestions {

    private static final Texts LOADING = Texts.in(LoadingModel.class);
    private static final Texts PROJECT = Texts.in(ProjectModel.class);
    private static final Texts SERIES = Texts.in(FlowImportModel.class);

    private final Models models;
    private final Window owner;
    private File lastFolder;

    FileQuestions(Models models, Window owner) {
        this.models = models;
        this.owner = owner;
    }

    /** Files to open; empty where the person does not want any. */
    List<Path> chooseFiles() {
        FileChooser chooser = new FileChooser();
        List<String> all = new ArrayList<>(List.of("*.kvarter", "kvarter.json"));
        Map<String, List<String>> formats = models.loading().extensions();
        formats.values().forEach(endings -> endings.forEach(e -> all.addAll(List.of("*" + e, "*" + e.toUpperCase(Locale.ROOT)))));
        chooser.getExtensionFilters().add(new FileChooser.ExtensionFilter(LOADING.get("open.all"), all));
        chooser.getExtensionFilters().add(new FileChooser.ExtensionFilter(LOADING.get("open.projects"), "*.kvarter", "*.json"));
        formats.forEach((format, endings) -> chooser.getExtensionFilters().add(new FileChooser.ExtensionFilter(format,
                endings.stream().flatMap(e -> java.util.stream.Stream.of("*" + e, "*" + e.toUpperCase(Locale.ROOT))).toList())));
        chooser.setTitle(LOADING.get("open.title"));
        startIn(chooser);
        List<File> files = chooser.showOpenMultipleDialog(owner);
        if (files == null || files.isEmpty()) {
            return List.of();
        }
        lastFolder = files.get(0).getParentFile();
        return files.stream().map(File::toPath).toList();
    }

    /** Where a person chose last, else beside the project. */
    private void startIn(FileChooser chooser) {
        Path project = models.session().projectFileProperty().get();
        File folder = lastFolder != null || project == null ? lastFolder : project.toAbsolutePath().getParent().toFile();
        if (folder != null && folder.isDirectory()) {
            chooser.setInitialDirectory(folder);
        }
    }

    /** A table of a series; empty where the person does not want any. */
    Optional<Path> chooseTable() {
        FileChooser chooser = new FileChooser();
        chooser.getExtensionFilters().addAll(new FileChooser.ExtensionFilter(SERIES.get("files"), TableNames.patterns()),
                new FileChooser.ExtensionFilter(SERIES.get("files.all"), "*.*"));
        chooser.setTitle(SERIES.get("open.title"));
        startIn(chooser);
        File file = chooser.showOpenDialog(owner);
        if (file != null) {
            lastFolder = file.getParentFile();
        }
        return Optional.ofNullable(file).map(File::toPath);
    }

    /** Where to save a project. */
    Optional<Path> chooseProjectFile(String proposedName) {
        FileChooser chooser = new FileChooser();
        chooser.getExtensionFilters().addAll(new FileChooser.ExtensionFilter(PROJECT.get("files.package"), "*.kvarter"),
                new FileChooser.ExtensionFilter(PROJECT.get("files.json"), "*.json"));
        chooser.setInitialFileName(proposedName);
        File file = chooser.showSaveDialog(owner);
        if (file == null) {
            return Optional.empty();
        }
        boolean json = file.getName().toLowerCase(Locale.ROOT).endsWith(".json") || chooser.getSelectedExtensionFilter() != null
                && chooser.getSelectedExtensionFilter().getExtensions().contains("*.json");
        String name = file.getName();
        String ending = json ? ".kvarter.json" : ".kvarter";
        boolean complete = name.endsWith(".kvarter") && !json || name.endsWith(".kvarter.json") || name.equals("kvarter.json");
        String stem = name.replaceFirst("\\.(kvarter\\.json|kvarter|json)$", "");
        return Optional.of(complete ? file.toPath() : file.toPath().resolveSibling(stem + ending));
    }

    /** A file for what is shown or selected, with the ending of a format. */
    Optional<Path> chooseExport() {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(Texts.in(Exporting.class).get("title"));
        chooser.getExtensionFilters().setAll(Exporting.filters());
        chooser.setInitialFileName(WindowTitle.name(models.session()));
        startIn(chooser);
        File file = chooser.showSaveDialog(owner);
        if (file != null) {
            lastFolder = file.getParentFile();
        }
        return Optional.ofNullable(file).map(f -> Exporting.withEnding(f.toPath(), chooser.getSelectedExtensionFilter()));
    }

    /** A file for a picture. */
    Optional<Path> choosePicture() {
        FileChooser chooser = new FileChooser();
        chooser.getExtensionFilters().add(new FileChooser.ExtensionFilter("PNG", "*.png"));
        chooser.setInitialFileName(WindowTitle.name(models.session()) + ".png");
        File file = chooser.showSaveDialog(owner);
        return Optional.ofNullable(file).map(File::toPath)
                .map(p -> p.toString().toLowerCase(Locale.ROOT).endsWith(".png") ? p : p.resolveSibling(p.getFileName() + ".png"));
    }

    /** A folder for the pages of a story. */
    Optional<Path> chooseFolder(String title) {
        DirectoryChooser chooser = new DirectoryChooser();
        chooser.setTitle(title);
        if (lastFolder != null && lastFolder.isDirectory()) {
            chooser.setInitialDirectory(lastFolder);
        }
        return Optional.ofNullable(chooser.showDialog(owner)).map(File::toPath);
    }
}
