package org.kvarter.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.kvarter.model.Viewpoint;
import org.kvarter.overlay.OverlaySpec;
import org.kvarter.project.ProjectDocument;
import org.kvarter.project.ProjectException;
import org.kvarter.project.ProjectStore;
import org.kvarter.task.Progress;
import org.kvarter.text.Texts;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code kvarter tour PROJECT --out DIR}: a picture of every viewpoint and every overlay, and a page that shows them. */
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
        RenderReport report = common.program().render(
                new RenderJob(List.of(project), Optional.empty(), pictures(document), size.width(), size.height()), Progress.NONE);
        try {
            Files.writeString(out.resolve("index.html"), TourPage.of(report, out));
        } catch (IOException e) {
            throw new CommandException(TEXTS.get("tour.folder", out));
        }
        if (common.json()) {
            ObjectNode root = Json.object().put("page", out.resolve("index.html").toString());
            ArrayNode pictures = root.putArray("pictures");
            report.pictures().forEach(p -> pictures.addObject().put("out", p.out().toString()).put("view", p.view()).put("overlay", p.overlay()));
            Json.addDiagnostics(root, report.diagnostics());
            Json.print(root, common.out());
            return 0;
        }
        common.out().println(TEXTS.get("tour.done", report.pictures().size(), out.resolve("index.html")));
        return 0;
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
        String slug = java.text.Normalizer.normalize(name, java.text.Normalizer.Form.NFKD).replaceAll("\\p{M}+", "")
                .toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-+|-+$", "");
        return out.resolve(String.format(Locale.ROOT, "%02d-%s.png", number, slug));
    }
}
