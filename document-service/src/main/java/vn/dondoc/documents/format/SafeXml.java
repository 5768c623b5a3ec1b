package vn.dondoc.documents.format;

import java.io.ByteArrayInputStream;
import java.util.NoSuchElementException;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * XML of strangers, event by event: no DTD, no entity but the five predefined, nothing fetched, depth and time bounded.
 * Only element names, attributes and text come through.
 */
public final class SafeXml {

    /** Word nests some ten elements per table level; nobody needs more than a dozen levels. */
    private static final int MAX_DEPTH = 150;

    private static final XMLInputFactory FACTORY = factory();

    private final XMLStreamReader reader;
    private final Allowance allowance;
    private int depth;

    public SafeXml(byte[] xml, Allowance allowance) {
        this.allowance = allowance;
        try {
            this.reader = FACTORY.createXMLStreamReader(new ByteArrayInputStream(xml));
        } catch (XMLStreamException e) {
            throw refusal(e);
        }
    }

    private static XMLInputFactory factory() {
        XMLInputFactory it = XMLInputFactory.newDefaultFactory();
        it.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        it.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        it.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        it.setXMLResolver((publicId, systemId, base, namespace) -> {
            throw new XMLStreamException("nothing is fetched");
        });
        return it;
    }

    /** What comes next. */
    public enum Event {
        START,
        END,
        TEXT,
        DONE
    }

    public Event next() {
        try {
            while (true) {
                allowance.tick();
                if (!reader.hasNext()) {
                    return Event.DONE;
                }
                switch (reader.next()) {
                    case XMLStreamConstants.START_ELEMENT -> {
                        if (++depth > MAX_DEPTH) {
                            throw Refusal.TOO_DEEP.because("XML > " + MAX_DEPTH);
                        }
                        return Event.START;
                    }
                    case XMLStreamConstants.END_ELEMENT -> {
                        depth--;
                        return Event.END;
                    }
                    case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> {
                        return Event.TEXT;
                    }
                    case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE ->
                        throw Refusal.DECLARES_ENTITIES.because();
                    case XMLStreamConstants.END_DOCUMENT -> {
                        return Event.DONE;
                    }
                    default -> {
                        // Comments and processing instructions say nothing to a reader of documents.
                    }
                }
            }
        } catch (XMLStreamException | NoSuchElementException e) {
            throw refusal(e);
        }
    }

    private static RuntimeException refusal(Exception e) {
        String why = String.valueOf(e.getMessage());
        if (why.contains("maxElementDepth")) {
            return Refusal.TOO_DEEP.because("XML");
        }
        if (why.contains("entity") || why.contains("DOCTYPE") || why.contains("DTD")) {
            return Refusal.DECLARES_ENTITIES.because();
        }
        return Refusal.DAMAGED.because("XML");
    }

    public String name() {
        return reader.getLocalName();
    }

    public String namespace() {
        String uri = reader.getNamespaceURI();
        return uri == null ? "" : uri;
    }

    public String text() {
        return reader.getText();
    }

    /** By local name, whatever the prefix. */
    public @Nullable String attribute(String localName) {
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            if (reader.getAttributeLocalName(i).equals(localName)) {
                return reader.getAttributeValue(i);
            }
        }
        return null;
    }

    /** After a start: leaves the element without reading it. */
    public void skip() {
        int outside = depth - 1;
        while (depth > outside) {
            if (next() == Event.DONE) {
                return;
            }
        }
    }

    /** After a start: the text up to its end, of it and its children. */
    public String elementText() {
        StringBuilder out = new StringBuilder();
        int outside = depth - 1;
        while (depth > outside) {
            Event event = next();
            if (event == Event.TEXT) {
                allowance.expand(text().length());
                out.append(text());
            } else if (event == Event.DONE) {
                break;
            }
        }
        return out.toString();
    }
}
