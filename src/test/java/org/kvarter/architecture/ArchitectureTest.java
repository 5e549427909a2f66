package org.kvarter.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** The arrows of the architecture, one rule per sentence. A rule is never edited to pass: change the design. */
@AnalyzeClasses(packages = "org.kvarter", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    private static final String ROOT = "org.kvarter.";

    /** Level of each package; a package uses lower levels, and on its own level only whom {@link #SAME_LEVEL} names. */
    private static final Map<String, Integer> LEVEL = levels();

    private static final Map<String, Set<String>> SAME_LEVEL = Map.of(
            "model", Set.of("text"),
            "task", Set.of("text"),
            "overlay", Set.of("series"),
            "workshop", Set.of("project"),
            "remote", Set.of("importing"),
            // how CSV, numbers and times are written; dBase tables
            "tables", Set.of("series", "geo"),
            // a project keeps the recipes by which its tables are read
            "project", Set.of("assist"),
            // sums over areas and expressions are asked of the shown scenario, and their origins are the ones key figures name
            "analysis", Set.of("scenario"));

    private static Map<String, Integer> levels() {
        Map<String, Integer> levels = new LinkedHashMap<>();
        String[][] byLevel = {{"text", "model", "task"}, {"geo", "mesh", "series", "overlay", "tables"}, {"energy", "mobility"},
            {"scenario", "importing", "remote", "study", "analysis"}, {"project", "workshop", "exporting", "assist"}, {"session"}, {"scene"}, {"ui", "cli"}, {"app"}};
        for (int level = 0; level < byLevel.length; level++) {
            for (String name : byLevel[level]) {
                levels.put(name, level);
            }
        }
        return levels;
    }

    private static String topPackage(JavaClass type) {
        String name = type.getPackageName();
        if (!name.startsWith(ROOT)) {
            return "";
        }
        String rest = name.substring(ROOT.length());
        int dot = rest.indexOf('.');
        return dot < 0 ? rest : rest.substring(0, dot);
    }

    @ArchTest
    static void everyPackageHasALevel(JavaClasses classes) {
        for (JavaClass type : classes) {
            String top = topPackage(type);
            if (!top.isEmpty() && !LEVEL.containsKey(top)) {
                throw new AssertionError("package " + top + " has no place in the architecture: give it a level and a reason");
            }
        }
    }

    @ArchTest
    static void packagesKnowOnlyLowerLevels(JavaClasses classes) {
        for (Map.Entry<String, Integer> entry : LEVEL.entrySet()) {
            noClasses().that().resideInAPackage(ROOT + entry.getKey() + "..")
                    .should().dependOnClassesThat(forbiddenFor(entry.getKey(), entry.getValue()))
                    .because("data flows from files to the screen: a lower package that knows a higher one cannot be used without it")
                    .allowEmptyShould(true).check(classes);
        }
    }

    private static DescribedPredicate<JavaClass> forbiddenFor(String from, int level) {
        return DescribedPredicate.describe("are not below " + from, type -> {
            String to = topPackage(type);
            Integer toLevel = LEVEL.get(to);
            return toLevel != null && !to.equals(from) && toLevel >= level
                    && !SAME_LEVEL.getOrDefault(from, Set.of()).contains(to);
        });
    }

    @ArchTest
    static final ArchRule NO_CYCLES = slices().matching("org.kvarter.(*)..").should().beFreeOfCycles()
            .because("a cycle makes two packages one");

    @ArchTest
    static final ArchRule THREADS_ARE_BORN_IN_TASK = noClasses().that().resideOutsideOfPackage("org.kvarter.task..")
            .should().callConstructor(Thread.class).orShould().callConstructor(Thread.class, Runnable.class)
            .orShould().callConstructor(Thread.class, Runnable.class, String.class)
            .orShould().dependOnClassesThat().haveFullyQualifiedName("java.util.concurrent.Executors")
            .orShould().dependOnClassesThat().haveFullyQualifiedName("java.util.Timer")
            .because("executors born in one place have names, end orderly and are replaced by inline ones in tests");

    @ArchTest
    static final ArchRule ONE_CLASS_ENTERS_THE_WINDOWS_THREAD = noClasses().that().resideOutsideOfPackage("org.kvarter.app..")
            .should().callMethod("javafx.application.Platform", "runLater", "java.lang.Runnable")
            .because("the window's thread is an injected Executor, so that logic is tested without a window");

    @ArchTest
    static final ArchRule NO_PRINTS = noClasses().that().resideOutsideOfPackage("org.kvarter.cli..")
            .should().accessField(System.class, "out").orShould().accessField(System.class, "err")
            .orShould().callMethod(Throwable.class, "printStackTrace")
            .because("a person sees sentences in the window or from the command line; the rest goes to the log file");

    @ArchTest
    static final ArchRule SWING_AND_FXML_ARE_NOT_USED = noClasses()
            .should().dependOnClassesThat().resideInAnyPackage("javax.swing..", "javafx.fxml..", "javafx.embed..")
            .because("one toolkit is enough");

    @ArchTest
    static final ArchRule SESSION_HOLDS_STATE_NOT_CONTROLS = noClasses().that().resideInAPackage("org.kvarter.session..")
            .should().dependOnClassesThat().resideInAnyPackage("javafx.scene..", "javafx.stage..", "javafx.application..",
                    "javafx.animation..", "javafx.geometry..")
            .because("state is tested without a window");

    @ArchTest
    static final ArchRule LOWER_LEVELS_KNOW_NO_JAVAFX = noClasses()
            .that().resideInAnyPackage("org.kvarter.text..", "org.kvarter.model..", "org.kvarter.task..", "org.kvarter.geo..",
                    "org.kvarter.mesh..", "org.kvarter.series..", "org.kvarter.overlay..", "org.kvarter.energy..", "org.kvarter.mobility..",
                    "org.kvarter.scenario..", "org.kvarter.importing..", "org.kvarter.remote..", "org.kvarter.study..", "org.kvarter.analysis..", "org.kvarter.project..", "org.kvarter.workshop..",
                    "org.kvarter.tables..", "org.kvarter.assist..")
            .should().dependOnClassesThat().resideInAnyPackage("javafx..", "org.controlsfx..", "atlantafx..", "org.kordamp..")
            .because("the command line works without a window");

    @ArchTest
    static final ArchRule THE_WINDOW_SEES_NO_CONCRETE_IMPORTER = noClasses()
            .that().resideInAnyPackage("org.kvarter.ui..", "org.kvarter.scene..", "org.kvarter.session..")
            .should().dependOnClassesThat().resideInAnyPackage("org.kvarter.importing.cityjson..", "org.kvarter.importing.obj..",
                    "org.kvarter.importing.vector..", "org.kvarter.importing.raster..", "org.kvarter.importing.gtfs..",
                    "org.kvarter.importing.models..", "org.kvarter.importing.gltf..", "org.kvarter.importing.stl..", "org.kvarter.importing.ply..",
                    "org.kvarter.importing.collada..", "org.kvarter.importing.tiles3d..", "org.kvarter.importing.ifc..",
                    "org.kvarter.importing.osm..", "org.kvarter.importing.kml..", "org.kvarter.importing.dxf..", "org.kvarter.importing.csv..", "org.kvarter.importing.database..")
            .because("a new format must not touch the window");

    @ArchTest
    static void librariesStayWhereTheyBelong(JavaClasses classes) {
        Map<String, String[]> homes = new LinkedHashMap<>();
        homes.put("org.geotools..", new String[] {"org.kvarter.geo..", "org.kvarter.importing.raster..", "org.kvarter.importing.vector.."});
        homes.put("earcut4j..", new String[] {"org.kvarter.mesh.."});
        homes.put("com.fasterxml.jackson..", new String[] {"org.kvarter.importing..", "org.kvarter.geo.store..",
            "org.kvarter.project..", "org.kvarter.exporting..", "org.kvarter.cli..", "org.kvarter.tables..", "org.kvarter.assist..", "org.kvarter.remote..", "org.kvarter.ui.settings.."});
        homes.put("java.net.http..", new String[] {"org.kvarter.remote.http.."});
        homes.put("com.github.mreutegg..", new String[] {"org.kvarter.importing.raster.."});
        homes.put("de.siegmar.fastcsv..", new String[] {"org.kvarter.series..", "org.kvarter.tables..", "org.kvarter.remote.decode..",
            "org.kvarter.exporting.table.."});
        homes.put("org.dhatim.fastexcel.reader..", new String[] {"org.kvarter.tables.."});
        homes.put("org.dhatim.fastexcel", new String[] {"org.kvarter.exporting.table.."});
        homes.put("org.duckdb..", new String[] {"org.kvarter.series.store.duck..", "org.kvarter.exporting.table.."});
        homes.put("java.sql..", new String[] {"org.kvarter.series.store..", "org.kvarter.geo.store..", "org.kvarter.exporting..", "org.kvarter.tables..",
            "org.kvarter.importing.."});
        homes.put("com.google.transit..", new String[] {"org.kvarter.remote.decode.."});
        homes.put("com.google.protobuf..", new String[] {"org.kvarter.remote.decode.."});
        homes.put("com.hivemq..", new String[] {"org.kvarter.remote.mqtt.."});
        homes.put("net.e175.klaus..", new String[] {"org.kvarter.energy.."});
        homes.put("org.apache.pdfbox..", new String[] {"org.kvarter.workshop.."});
        homes.put("org.apache.fontbox..", new String[] {"org.kvarter.workshop.."});
        homes.put("picocli..", new String[] {"org.kvarter.cli..", "org.kvarter.app.."});
        homes.put("org.controlsfx..", new String[] {"org.kvarter.ui.."});
        homes.put("atlantafx..", new String[] {"org.kvarter.ui..", "org.kvarter.app.."});
        homes.put("org.kordamp..", new String[] {"org.kvarter.ui.."});
        homes.put("ch.qos.logback..", new String[] {"org.kvarter.app.."});
        homes.forEach((library, packages) -> noClasses().that().resideOutsideOfPackages(packages)
                .should().dependOnClassesThat().resideInAPackage(library)
                .because("a library with one home can be replaced in one place")
                .allowEmptyShould(true).check(classes));
    }
}
