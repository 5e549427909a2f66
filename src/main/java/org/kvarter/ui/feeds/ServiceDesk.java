package org.kvarter.ui.feeds;

import java.nio.file.Path;
import org.kvarter.remote.layer.LayerFetcher;
import org.kvarter.remote.preset.PresetCatalogue;
import org.kvarter.remote.service.ServiceFinder;

/**
 * What the window works services with, made once by the composition root.
 *
 * @param finder  finds out what a service is
 * @param layers  fetches layers
 * @param presets ready services
 * @param own     folder in which a person puts presets of their own
 */
public record ServiceDesk(ServiceFinder finder, LayerFetcher layers, PresetCatalogue presets, Path own) {
}
