package org.kvarter.text;

import javax.xml.stream.XMLInputFactory;

/** Streaming XML parsers that follow no document type and open nothing outside of the document. Stateless. */
public final class SecureXml {

    private SecureXml() {
    }

    /** A factory of such parsers; a new one each time, for its holder to set further. */
    public static XMLInputFactory streaming() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        return factory;
    }
}
