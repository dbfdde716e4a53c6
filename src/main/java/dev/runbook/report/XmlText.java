package dev.runbook.report;

import java.io.StringWriter;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes an XML document, indented, of which all texts are legal: an element holds elements or content, not both. */
final class XmlText implements AutoCloseable {
    private final StringWriter out = new StringWriter();
    private final XMLStreamWriter writer;
    private int depth;
    /** Whether what was written last is an element's end: then the next end stands on a line of its own. */
    private boolean afterElement;

    XmlText() {
        try {
            writer = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(out);
            writer.writeStartDocument("UTF-8", "1.0");
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
    }

    XmlText start(String element) {
        return write(() -> {
            newLine(depth++);
            afterElement = false;
            writer.writeStartElement(element);
        });
    }

    /** An attribute of the element that was just begun: one line. */
    XmlText attribute(String name, Object value) {
        return write(() -> writer.writeAttribute(name, SafeText.line(String.valueOf(value))));
    }

    /** The element's text. */
    XmlText content(String text) {
        return write(() -> writer.writeCharacters(SafeText.of(text)));
    }

    /** Ends the innermost element. */
    XmlText end() {
        return write(() -> {
            depth--;
            if (afterElement) {
                newLine(depth);
            }
            writer.writeEndElement();
            afterElement = true;
        });
    }

    /** The whole document. */
    String text() {
        write(() -> {
            writer.writeEndDocument();
            writer.flush();
        });
        return out + "\n";
    }

    @Override
    public void close() {
        write(writer::close);
    }

    private void newLine(int level) throws XMLStreamException {
        writer.writeCharacters("\n" + "  ".repeat(level));
    }

    private XmlText write(Writing writing) {
        try {
            writing.run();
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
        return this;
    }

    private interface Writing {
        void run() throws XMLStreamException;
    }
}
