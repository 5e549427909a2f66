package org.kvarter.workshop.tour;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.kvarter.overlay.Legend;
import org.kvarter.text.Texts;

/** A tour as one page that opens without network and prints one step per sheet. */
final class TourHtml {

    private static final Texts TEXTS = Texts.in(TourHtml.class);

    private final StringBuilder html = new StringBuilder();

    private TourHtml() {
    }

    static String of(Tour tour) {
        TourHtml page = new TourHtml();
        page.write(tour);
        return page.html.toString();
    }

    private void write(Tour tour) {
        line("<!DOCTYPE html>", "<html lang=\"" + escaped(tour.language()) + "\">", "<head>", "<meta charset=\"utf-8\">",
                "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">", "<title>" + escaped(tour.district()) + "</title>",
                "<style>", style() + "</style>", "</head>", "<body>", "<header>", "<h1>" + escaped(tour.district()) + "</h1>",
                "<p>" + escaped(tour.subtitle()) + "</p>", "</header>", "<main>");
        for (int i = 0; i < tour.pages().size(); i++) {
            page(i + 1, tour.pages().get(i));
        }
        line("</main>", "<footer>" + escaped(TEXTS.get("madeWith")) + "</footer>", "</body>", "</html>");
    }

    private void page(int number, Tour.Page page) {
        String name = page.title().isBlank() ? Integer.toString(number) : page.title();
        line("<section id=\"s" + number + "\">",
                "<img src=\"" + escaped(page.picture()) + "\" alt=\"" + escaped(name) + "\">", "<div class=\"words\">", "<div>");
        line("<h2><span>" + number + "</span>" + escaped(page.title()) + "</h2>");
        page.text().lines().filter(l -> !l.isBlank()).forEach(l -> line("<p>" + escaped(l.trim()) + "</p>"));
        page.tables().forEach(this::table);
        line("</div>");
        if (!page.when().isBlank() || page.legend().isPresent()) {
            line("<aside>");
            if (!page.when().isBlank()) {
                line("<p class=\"when\">" + escaped(page.when()) + "</p>");
            }
            page.legend().ifPresent(this::legend);
            line("</aside>");
        }
        line("</div>", "</section>");
    }

    private void legend(Legend legend) {
        String unit = legend.unit().isBlank() ? "" : " <span>" + escaped(legend.unit()) + "</span>";
        line("<div class=\"legend\">");
        if (!legend.title().isBlank()) {
            line("<h3>" + escaped(legend.title()) + unit + "</h3>");
        }
        List<Legend.Entry> entries = legend.entries();
        if (legend.gradient() && entries.size() > 1) {
            line("<div class=\"ramp\" style=\"background:linear-gradient(90deg," + entries.stream().map(e -> colour(e.argb()))
                    .collect(Collectors.joining(",")) + ")\"></div>", "<div class=\"stops\">");
            List.of(0, (entries.size() - 1) / 2, entries.size() - 1).stream().distinct()
                    .forEach(i -> line("<span>" + escaped(entries.get(i).label()) + "</span>"));
            line("</div>");
        } else if (!entries.isEmpty()) {
            line("<ul>");
            for (int i = entries.size() - 1; i >= 0; i--) {
                line("<li><i style=\"background:" + colour(entries.get(i).argb()) + thickness(entries.get(i)) + "\"></i>" + escaped(entries.get(i).label()) + "</li>");
            }
            line("</ul>");
        }
        if (legend.noData() > 0) {
            line("<p class=\"none\"><i></i>" + escaped(TEXTS.get("noData")) + "</p>");
        }
        if (legend.withheld() > 0) {
            line("<p class=\"none\"><i></i>" + escaped(TEXTS.get("withheld")) + "</p>");
        }
        if (!legend.sure().label().isEmpty()) {
            line("<p class=\"sure\">" + escaped(legend.sure().label()) + "</p>");
        }
        legend.outlined().forEach(e -> line("<p class=\"none outlined\"><i></i>" + escaped(e.label()) + "</p>"));
        line("</div>");
    }

    /** A width is shown as one. */
    private static String thickness(Legend.Entry entry) {
        return entry.thickness() > 0 ? String.format(Locale.ROOT, ";height:%.2fem", Math.max(0.1, entry.thickness())) : "";
    }

    private void table(Tour.Table table) {
        line("<table>", "<thead><tr>" + table.head().stream().map(h -> "<th>" + escaped(h) + "</th>").collect(Collectors.joining()) + "</tr></thead>",
                "<tbody>");
        for (List<String> row : table.rows()) {
            line("<tr>" + row.stream().map(c -> "<td>" + escaped(c) + "</td>").collect(Collectors.joining()) + "</tr>");
        }
        line("</tbody>", "</table>");
    }

    private void line(String... lines) {
        for (String line : lines) {
            html.append(line).append('\n');
        }
    }

    private static String colour(int argb) {
        return String.format("#%06X", argb & 0xFFFFFF);
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;");
    }

    private static String style() {
        try (InputStream in = TourHtml.class.getResourceAsStream("tour.css")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
