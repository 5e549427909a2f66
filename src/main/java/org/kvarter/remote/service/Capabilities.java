package org.kvarter.remote.service;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.kvarter.remote.FeedAddress;
import org.kvarter.remote.decode.XmlElement;

/** What capabilities of OGC services say in the same words (OGC 06-121r9, and WMS's own older ones). Stateless. */
final class Capabilities {

    private Capabilities() {
    }

    /** The address that answers an operation; the address of the capabilities without its parameters where none is said. */
    static String operation(XmlElement root, String operation, String asked) {
        Stream<XmlElement> named = root.everything().filter(e -> e.name().equals("Operation") && e.attribute("name").equals(operation)
                || e.name().equals(operation));
        Optional<String> said = named.flatMap(XmlElement::everything).filter(e -> e.name().equals("Get"))
                .flatMap(XmlElement::everything).map(e -> e.attribute("href")).filter(h -> h.startsWith("http")).findFirst();
        String bare = asked.replaceAll("(?i)([?&])(service|version|request|acceptversions)=[^&]*", "$1").replaceAll("[?&]+$", "");
        boolean safe = said.isPresent() && !(asked.toLowerCase(Locale.ROOT).startsWith("https:") && said.get().startsWith("http:"));
        // behind a proxy services name themselves by their inner addresses, and some still say http
        return FeedAddress.withoutSecrets(safe ? said.get().replaceAll("[?&]+$", "") : bare);
    }

    static String title(XmlElement root, String otherwise) {
        String said = root.textAt("ServiceIdentification", "Title");
        said = said.isEmpty() ? root.textAt("Service", "Title") : said;
        return said.isEmpty() ? otherwise : said;
    }

    /** What is to be said of where the data is from: the service's attribution, else its provider. */
    static String attribution(XmlElement root) {
        String said = root.textAt("Capability", "Layer", "Attribution", "Title");
        said = said.isEmpty() ? root.textAt("ServiceProvider", "ProviderName") : said;
        return said.isEmpty() ? root.textAt("Service", "ContactInformation", "ContactPersonPrimary", "ContactOrganization") : said;
    }
}
