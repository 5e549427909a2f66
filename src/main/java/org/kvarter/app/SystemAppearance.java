package org.kvarter.app;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.kvarter.task.Tasks;
import org.kvarter.ui.settings.Settings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the system prefers: dark windows, less motion. JavaFX 21 does not tell, so the desktop's own settings tool is asked once, in the
 * background; where there is none, windows are light and move.
 */
final class SystemAppearance {

    private static final Logger LOG = LoggerFactory.getLogger(SystemAppearance.class);

    private SystemAppearance() {
    }

    static void follow(Settings settings, Tasks tasks) {
        String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        tasks.io().execute(() -> {
            boolean dark = isDark(system);
            boolean still = isStill(system);
            tasks.fx().execute(() -> {
                settings.systemDarkProperty().set(dark);
                if (still) {
                    settings.reducedMotionProperty().set(true);
                }
            });
        });
    }

    private static boolean isDark(String system) {
        if (system.contains("win")) {
            return answer("reg", "query", "HKCU\\Software\\Microsoft\\Windows\\CurrentVersion\\Themes\\Personalize", "/v", "AppsUseLightTheme")
                    .contains("0x0");
        }
        if (system.contains("mac")) {
            return answer("defaults", "read", "-g", "AppleInterfaceStyle").contains("Dark");
        }
        return answer("gsettings", "get", "org.gnome.desktop.interface", "color-scheme").contains("dark");
    }

    private static boolean isStill(String system) {
        if (system.contains("win")) {
            return answer("reg", "query", "HKCU\\Control Panel\\Desktop\\WindowMetrics", "/v", "MinAnimate").trim().endsWith("0");
        }
        if (system.contains("mac")) {
            return answer("defaults", "read", "com.apple.universalaccess", "reduceMotion").trim().equals("1");
        }
        return answer("gsettings", "get", "org.gnome.desktop.interface", "enable-animations").contains("false");
    }

    /** What a tool says; empty where there is none or it takes longer than two seconds. */
    private static String answer(String... command) {
        try {
            Process process = new ProcessBuilder(List.of(command)).redirectErrorStream(true).start();
            process.getOutputStream().close();
            if (!process.waitFor(2, TimeUnit.SECONDS)) {
                process.destroy();
                return "";
            }
            return new String(process.getInputStream().readNBytes(4096), StandardCharsets.UTF_8);
        } catch (IOException e) {
            LOG.debug("No answer from {}", command[0], e);
            return "";
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "";
        }
    }
}
