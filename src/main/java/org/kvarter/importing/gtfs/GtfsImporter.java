package org.kvarter.importing.gtfs;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipException;
import org.kvarter.importing.DiagnosticTally;
import org.kvarter.importing.ImportException;
import org.kvarter.importing.Importer;
import org.kvarter.importing.LayerSink;
import org.kvarter.importing.ReadOptions;
import org.kvarter.importing.SourceDescription;
import org.kvarter.importing.SourceHead;
import org.kvarter.importing.arrays.MemoryBudget;
import org.kvarter.model.Severity;
import org.kvarter.task.Progress;
import org.kvarter.text.Texts;

/** GTFS Schedule, zipped or as a folder: lines, stops, and vehicles that run by the timetable. */
public final class GtfsImporter implements Importer {

    private static final Texts TEXTS = Texts.in(GtfsImporter.class);

    @Override
    public String format() {
        return "GTFS";
    }

    @Override
    public List<String> extensions() {
        return List.of(".zip");
    }

    @Override
    public boolean isOverDistrict() {
        return true;
    }

    @Override
    public double probe(SourceHead head) {
        boolean folder = head.bytes().length == 0 && Files.isDirectory(head.file());
        boolean zip = head.bytes().length > 3 && head.bytes()[0] == 'P' && head.bytes()[1] == 'K';
        if (!folder && !zip) {
            return 0;
        }
        try (FeedFiles files = FeedFiles.open(head.file())) {
            return files.isFeed() ? 0.97 : 0;
        } catch (IOException | SecurityException e) {
            return 0;
        }
    }

    @Override
    public void read(SourceHead source, ReadOptions options, LayerSink sink, Progress progress) throws ImportException {
        String name = source.file().getFileName().toString();
        DiagnosticTally notes = new DiagnosticTally(name, TEXTS, sink::diagnostic);
        try (FeedFiles files = FeedFiles.open(source.file())) {
            Feed feed = new Feed(MemoryBudget.ofHeap());
            new FeedReader(files, feed, notes, progress).read();
            String title = feed.agencies.size() == 1 ? feed.agencies.get(0) : base(name);
            sink.source(new SourceDescription("GTFS", "", Optional.of("OGC:CRS84"), List.of(), title, feed.licence));
            if (feed.stopIds.size() == 0 && feed.shapeIds.size() == 0) {
                throw new ImportException(TEXTS.get("nothing", name));
            }
            new FeedLayers(feed, notes, title).write(sink, progress);
        } catch (ZipException e) {
            throw new ImportException(TEXTS.get("damagedZip", name), e);
        } catch (IOException e) {
            throw new ImportException(TEXTS.get("unreadable", name), e);
        } catch (MemoryBudget.ExceededException e) {
            throw new ImportException(TEXTS.get("tooLarge", name), e);
        } finally {
            notes.finish();
        }
    }

    private static String base(String name) {
        return name.toLowerCase(java.util.Locale.ROOT).endsWith(".zip") ? name.substring(0, name.length() - 4) : name;
    }

    /** A warning about the feed as a whole. */
    static void warn(DiagnosticTally notes, String kind, Object... arguments) {
        notes.add(Severity.WARNING, kind, "", arguments);
    }
}
