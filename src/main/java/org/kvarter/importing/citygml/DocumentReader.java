package org.kvarter.importing.citygml;

import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.kvarter.task.Progress;

/** Walks the root of the document and hands on its members one by one. Not thread-safe. */
final class DocumentReader {

    private static final Pattern VERSION = Pattern.compile("/citygml/(?:[a-z]+/)?(\\d\\.\\d)$");
    private static final int OBJECTS_PER_REPORT = 200;

    private final Xml x;
    private final Document document;
    private final Progress progress;
    private final Runnable report;

    /** @param report called every few hundred objects to say how far the reading is */
    DocumentReader(Xml x, Document document, Progress progress, Runnable report) {
        this.x = x;
        this.document = document;
        this.progress = progress;
        this.report = report;
    }

    /** Takes a member; the cursor stands on it. */
    interface Members {

        void member() throws IOException;
    }

    /**
     * Reads everything.
     *
     * @param members takes the members
     * @param looks   receives what appearances beside the objects say
     */
    void read(Members members, Looks looks) throws IOException {
        if (!x.nextChild(0)) {
            throw new RefusedException("refused.notCityGml");
        }
        boolean model = x.name().equals("CityModel");
        if (!model && !x.name().endsWith("FeatureCollection")) {
            throw new RefusedException("refused.notCityGml");
        }
        version();
        int depth = x.depth();
        while (x.nextChild(depth)) {
            switch (x.name()) {
                case "name" -> document.title = document.title.isEmpty() ? x.text() : document.title;
                case "boundedBy" -> envelope();
                case "appearanceMember" -> AppearanceReader.read(x, looks);
                case "cityObjectMember", "featureMember", "featureMembers", "member", "cityObjectMembers", "reliefMember", "adeOfCityModel" ->
                        memberProperty(members);
                default -> { }
            }
        }
    }

    private void memberProperty(Members members) throws IOException {
        int depth = x.depth();
        while (x.nextChild(depth)) {
            if (document.version.isEmpty()) {
                version();
            }
            members.member();
            if (++document.objects % OBJECTS_PER_REPORT == 0) {
                progress.checkCancelled();
                report.run();
            }
        }
    }

    private void version() {
        Matcher matcher = VERSION.matcher(x.namespace());
        document.version = matcher.find() ? matcher.group(1) : document.version;
    }

    private void envelope() throws IOException {
        int depth = x.depth();
        while (x.nextChild(depth)) {
            String system = x.attribute("srsName");
            String dimension = x.attribute("srsDimension");
            if (system != null && !system.isBlank()) {
                document.system = system.strip();
            }
            if (dimension != null && x.name().equals("Envelope")) {
                document.dimension = "2".equals(dimension.strip()) ? 2 : 3;
            }
        }
    }
}
