package org.kvarter.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.kvarter.model.Diagnostic;
import org.kvarter.model.Severity;
import org.kvarter.model.Viewpoint;
import org.kvarter.overlay.OverlaySpec;
import org.kvarter.project.ProjectDocument;
import org.kvarter.project.ProjectException;
import org.kvarter.project.ProjectStore;
import org.kvarter.task.Progress;
import org.kvarter.text.Texts;
import org.kvarter.workshop.tour.Tour;
import org.kvarter.workshop.tour.TourFiles;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * {@code kvarter tour PROJECT --out DIR}: a picture of every step of the project's story, or where it has none of every viewpoint and every
 * overlay, with a page and a PDF that show them.
 */
@Command(name = "tour", mixinStandardHelpOptions = true)
final class TourCommand implements Callable<Integer> {

    private static final Texts TEXTS = Texts.in(TourCommand.class);

    @Mixin
    private Common common;

    @Option(names = "--out", required = true, paramLabel = "DIR")
    private Path out;

    @Option(names = "--size", defaultValue = "1920x1080", converter = PixelSize.Converter.class, paramLabel = "WxH")
    private PixelSize size;

    @Parameters(arity = "1", paramLabel = "PROJECT")
    private Path project;

    @Override
    public Integer call() throws CommandException {
        ProjectDocument document;
        try {
            document = new ProjectStore(common.program().temporaryFolder()).open(project, Progress.NONE).document();
            Files.createDirectories(out);
        } catch (ProjectException e) {
            throw new CommandException(e.getMessage());
        } catch (IOException e) {
            throw new CommandException(TEXTS.get("tour.folder", out));
        }
        TourReport report = document.story().steps().isEmpty() ? viewsAndOverlays(document)
                : common.program().tour(new TourJob(project, out, size.width(), size.height()), Progress.NONE);
        Path page;
        try {
            page = TourFiles.write(report.tour(), out);
        } catch (IOException e) {
            throw new CommandException(e.getMessage());
        }
        if (common.json()) {
            ObjectNode root = Json.object().put("page", page.toString()).put("pdf", out.resolve(TourFiles.PDF).toString());
            ArrayNode pictures = root.putArray("pictures");
            report.tour().pages().forEach(p -> pictures.addObject().put("out", out.resolve(p.picture()).toString()).put("title", p.title()));
            Json.addDiagnostics(root, report.diagnostics());
            Json.print(root, common.out());
            return 0;
        }
        report.diagnostics().stream().filter(d -> d.severity() != Severity.INFO).map(Diagnostic::message).forEach(common.err()::println);
        common.out().println(TEXTS.get("tour.done", report.tour().pages().size(), page));
        return 0;
    }

    /** The legend of an overlay stands in its picture. */
    private TourReport viewsAndOverlays(ProjectDocument document) throws CommandException {
        RenderReport report = common.program().render(
                new RenderJob(List.of(project), Optional.empty(), pictures(document), size.width(), size.height()), Progress.NONE);
        List<Tour.Page> pages = report.pictures().stream().map(d -> new Tour.Page(d.overlay().isEmpty() ? d.view() : d.overlay(), "", "",
                d.out().getFileName().toString(), Optional.empty(), List.of())).toList();
        return new TourReport(new Tour(report.district(), TEXTS.get("tour.subtitle"), TEXTS.get("tour.lang"), pages), report.diagnostics());
    }

    /** Every viewpoint plain, then every overlay from the first viewpoint. */
    private List<RenderJob.Picture> pictures(ProjectDocument document) {
        List<RenderJob.Picture> pictures = new ArrayList<>();
        List<Viewpoint> views = document.viewpoints();
        for (int i = 0; i < Math.max(1, views.size()); i++) {
            Optional<String> view = views.isEmpty() ? Optional.empty() : Optional.of(views.get(i).name());
            pictures.add(new RenderJob.Picture(file(i + 1, view.orElse("district")), view, Optional.empty(), Optional.empty(),
                    Optional.of("none"), true));
        }
        for (OverlaySpec overlay : document.overlays()) {
            Optional<String> view = views.isEmpty() ? Optional.empty() : Optional.of(views.get(0).name());
            pictures.add(new RenderJob.Picture(file(pictures.size() + 1, overlay.title()), view, Optional.empty(), Optional.empty(),
                    Optional.of(overlay.id()), true));
        }
        return pictures;
    }

    private Path file(int number, String name) {
        return out.resolve(Tour.fileName(number, name));
    }
}
