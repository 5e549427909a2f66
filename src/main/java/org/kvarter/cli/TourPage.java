package org.kvarter.cli;

import java.nio.file.Path;
import org.kvarter.text.Texts;

/** The page that shows the pictures of a tour; opens without network. */
final class TourPage {

    private static final Texts TEXTS = Texts.in(TourPage.class);

    private static final String STYLE = """
            :root{color-scheme:light}
            body{margin:0;background:#F3EFE6;color:#23262B;font:16px/1.5 Inter,system-ui,"Segoe UI",sans-serif}
            header{max-width:1200px;margin:0 auto;padding:48px 24px 8px}
            h1{font-weight:600;font-size:32px;line-height:1.2;margin:0}
            header p{margin:8px 0 0;color:#5d6068}
            main{max-width:1200px;margin:0 auto;padding:16px 24px 64px;display:grid;gap:40px}
            figure{margin:0}
            img{width:100%;height:auto;display:block;border-radius:8px;box-shadow:0 1px 2px #0002,0 8px 24px #0001}
            figcaption{display:flex;flex-wrap:wrap;gap:8px 32px;justify-content:space-between;padding:12px 4px 0}
            figcaption strong{font-weight:600}
            """;

    private TourPage() {
    }

    static String of(RenderReport report, Path folder) {
        StringBuilder html = new StringBuilder("<!DOCTYPE html>\n<html lang=\"").append(TEXTS.get("tour.lang"))
                .append("\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width\">\n<title>")
                .append(escaped(report.district())).append("</title>\n<style>\n").append(STYLE).append("</style>\n</head>\n<body>\n<header><h1>")
                .append(escaped(report.district())).append("</h1><p>").append(escaped(TEXTS.get("tour.subtitle"))).append("</p></header>\n<main>\n");
        for (RenderReport.Drawn drawn : report.pictures()) {
            String caption = drawn.overlay().isEmpty() ? drawn.view() : drawn.overlay();
            html.append("<figure><img src=\"").append(escaped(folder.relativize(drawn.out()).toString().replace('\\', '/')))
                    .append("\" alt=\"").append(escaped(caption)).append("\" loading=\"lazy\"><figcaption><strong>").append(escaped(caption))
                    .append("</strong>");
            html.append("</figcaption></figure>\n");
        }
        return html.append("</main>\n</body>\n</html>\n").toString();
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;");
    }
}
