package io.github.mcpconnectors.shared.documents;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashSet;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * One XML part, read forward only and never held whole. No DTD, so no entities and nothing to fetch; bounded depth,
 * names and single tokens, which are what a streaming parser holds in memory.
 */
final class Xml implements Closeable {

    private static final int MAX_DEPTH = 500;
    private static final int MAX_PREFIXES = 100;
    private static final int MAX_NAME_CHARS = 100_000;

    private static final XMLInputFactory FACTORY = factory();

    private final XMLStreamReader reader;
    private final Budget budget;
    private final Set<String> names = new HashSet<>();
    private final Set<String> prefixes = new HashSet<>();
    private int nameChars;
    private int depth;

    private Xml(XMLStreamReader reader, Budget budget) {
        this.reader = reader;
        this.budget = budget;
    }

    private static XMLInputFactory factory() {
        // the JDK's own: another one on the class path would need its own study
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, false);
        return factory;
    }

    static Xml open(InputStream in, Budget budget) throws IOException {
        try {
            return new Xml(FACTORY.createXMLStreamReader(new MarkupReader(in)), budget);
        } catch (XMLStreamException e) {
            throw new IOException(e);
        }
    }

    /** Moves to the next start, end or text; false at the end of the part. */
    boolean next() throws IOException {
        try {
            while (reader.hasNext()) {
                budget.tick();
                switch (reader.next()) {
                    case XMLStreamConstants.START_ELEMENT -> {
                        started();
                        return true;
                    }
                    case XMLStreamConstants.END_ELEMENT -> {
                        depth--;
                        return true;
                    }
                    case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> {
                        return true;
                    }
                    default -> {} // comments and instructions say nothing
                }
            }
            return false;
        } catch (XMLStreamException e) {
            throw new IOException(e);
        }
    }

    /** The parser keeps every name it ever met. */
    private void started() {
        if (++depth > MAX_DEPTH) {
            throw Problem.tooLarge("it is nested deeper than any program writes.");
        }
        remember(reader.getLocalName(), names);
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            remember(reader.getAttributeLocalName(i), names);
        }
        for (int i = 0; i < reader.getNamespaceCount(); i++) {
            remember(reader.getNamespacePrefix(i) + " " + reader.getNamespaceURI(i), prefixes);
        }
        if (nameChars > MAX_NAME_CHARS || prefixes.size() > MAX_PREFIXES) {
            throw Problem.tooLarge("it uses more names than any program writes.");
        }
    }

    private void remember(String name, Set<String> known) {
        if (known.add(name)) {
            nameChars += name.length();
        }
    }

    boolean isStart(String name) {
        return reader.isStartElement() && reader.getLocalName().equals(name);
    }

    boolean isEnd(String name) {
        return reader.isEndElement() && reader.getLocalName().equals(name);
    }

    boolean isStart() {
        return reader.isStartElement();
    }

    boolean isEnd() {
        return reader.isEndElement();
    }

    boolean isText() {
        return reader.isCharacters();
    }

    String name() {
        return reader.getLocalName();
    }

    String text() {
        return reader.getText();
    }

    /** By local name: strict and transitional Office files differ in their namespaces only. */
    @Nullable
    String attribute(String name) {
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            if (reader.getAttributeLocalName(i).equals(name)) {
                return reader.getAttributeValue(i);
            }
        }
        return null;
    }

    /** The same, but only one of a namespace, as the relationship ids are. */
    @Nullable
    String attributeWithPrefix(String name) {
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            String namespace = reader.getAttributeNamespace(i);
            if (reader.getAttributeLocalName(i).equals(name) && namespace != null && !namespace.isEmpty()) {
                return reader.getAttributeValue(i);
            }
        }
        return null;
    }

    /** A whole number, or the other if it is missing or none. */
    int number(String name, int other) {
        String value = attribute(name);
        try {
            return value == null ? other : Integer.parseInt(value);
        } catch (NumberFormatException e) {
            return other;
        }
    }

    /** Passes over the element that has just started. */
    void skip() throws IOException {
        int outside = depth - 1;
        while (depth > outside && next()) {
            // next() does the work
        }
    }

    /** All text up to the end of the element that has just started, cut at max characters. */
    String content(int max) throws IOException {
        int outside = depth - 1;
        StringBuilder content = new StringBuilder();
        while (next() && depth > outside) {
            if (isText() && content.length() < max) {
                content.append(text(), 0, Math.min(text().length(), max - content.length()));
            }
        }
        return content.toString();
    }

    @Override
    public void close() throws IOException {
        try {
            reader.close();
        } catch (XMLStreamException e) {
            throw new IOException(e);
        }
    }
}
