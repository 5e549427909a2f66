package org.kvarter.cli;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.kvarter.study.sun.SunRule;
import org.kvarter.text.Texts;
import picocli.CommandLine.Option;

/** Options of a picture that shows hours of sun. */
final class SunOptions {

    private static final Texts TEXTS = Texts.in(SunOptions.class);

    @Option(names = "--sun-hours", paramLabel = "DATE")
    private String day;

    @Option(names = "--sun-between", paramLabel = "HH:MM-HH:MM")
    private String between;

    @Option(names = "--sun-least", paramLabel = "HOURS")
    private Double least;

    @Option(names = "--sun-rule")
    private boolean asRule;

    @Option(names = "--sun-csv", paramLabel = "X.csv")
    private Path csv;

    /** What is wanted; wrong usage where it cannot be. */
    Optional<RenderJob.SunHours> wanted(Common common) {
        if (day == null) {
            if (between != null || least != null || asRule || csv != null) {
                throw common.wrong(TEXTS.get("render.sunDay"));
            }
            return Optional.empty();
        }
        SunRule rule;
        try {
            rule = SunRule.on(LocalDate.parse(day));
        } catch (DateTimeParseException e) {
            throw common.wrong(TEXTS.get("render.sunDate", day));
        }
        try {
            String[] times = between == null ? new String[] {"00:00", "24:00"} : between.split("[-–]");
            LocalTime from = LocalTime.parse(times[0].strip());
            LocalTime to = times[1].strip().equals("24:00") ? LocalTime.MIDNIGHT : LocalTime.parse(times[1].strip());
            SunRule whole = new SunRule("", rule.day(), from, to, least == null ? rule.hours() : least, rule.facadeShare(), 0);
            return Optional.of(new RenderJob.SunHours(whole, asRule, Optional.ofNullable(csv)));
        } catch (DateTimeParseException | ArrayIndexOutOfBoundsException | IllegalArgumentException e) {
            throw common.wrong(TEXTS.get("render.sunTimes"));
        }
    }
}
