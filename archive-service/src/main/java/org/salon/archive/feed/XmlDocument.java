package org.salon.archive.feed;

import java.io.StringWriter;
import java.util.Map;

import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** XML in one namespace, written by StAX, which escapes all that is given to it. */
final class XmlDocument {

	private static final XMLOutputFactory FACTORY = XMLOutputFactory.newFactory();

	private final StringWriter text = new StringWriter();

	private final XMLStreamWriter writer;

	private XmlDocument() throws XMLStreamException {
		this.writer = FACTORY.createXMLStreamWriter(this.text);
	}

	/** The document with that root element and what the body writes into it. */
	static String write(String root, Map<String, String> attributes, Body body) {
		try {
			XmlDocument document = new XmlDocument();
			document.writer.writeStartDocument("UTF-8", "1.0");
			document.element(root, attributes, body);
			document.writer.writeEndDocument();
			document.writer.close();
			return document.text.toString();
		}
		catch (XMLStreamException ex) {
			throw new IllegalStateException("cannot write XML to memory", ex);
		}
	}

	void element(String name, String content) throws XMLStreamException {
		element(name, Map.of(), content);
	}

	void element(String name, Map<String, String> attributes, String content) throws XMLStreamException {
		element(name, attributes, (document) -> document.writer.writeCharacters(content));
	}

	void element(String name, Map<String, String> attributes) throws XMLStreamException {
		element(name, attributes, (document) -> {
		});
	}

	void element(String name, Map<String, String> attributes, Body body) throws XMLStreamException {
		this.writer.writeStartElement(name);
		for (Map.Entry<String, String> attribute : attributes.entrySet()) {
			this.writer.writeAttribute(attribute.getKey(), attribute.getValue());
		}
		body.write(this);
		this.writer.writeEndElement();
	}

	/** What stands in an element. */
	@FunctionalInterface
	interface Body {

		void write(XmlDocument document) throws XMLStreamException;

	}

}
