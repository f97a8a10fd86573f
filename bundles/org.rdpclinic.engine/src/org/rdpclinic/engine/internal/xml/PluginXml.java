// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.engine.internal.xml;

import java.io.ByteArrayInputStream;
import java.io.IOException;

import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;

import org.w3c.dom.Document;
import org.xml.sax.ErrorHandler;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/** Reads a {@code plugin.xml}. */
public final class PluginXml {

    /** The name of the file in a bundle. */
    public static final String NAME = "plugin.xml";

    /** Bytes of such a file that are looked at. */
    public static final int LARGEST = 1 << 20;

    private PluginXml() {
    }

    /**
     * Reads it.
     *
     * @throws IllegalArgumentException when it is broken: where, and why, without a stop at the end
     */
    public static Document parse(byte[] xml) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            DocumentBuilder builder = factory.newDocumentBuilder();
            builder.setErrorHandler(new Silent());
            return builder.parse(new ByteArrayInputStream(xml));
        } catch (SAXParseException e) {
            throw new IllegalArgumentException(
                    "line " + e.getLineNumber() + ", " + e.getMessage().replaceAll("[.]+$", ""), e);
        } catch (SAXException | IOException | ParserConfigurationException e) {
            throw new IllegalArgumentException("it is no XML", e);
        }
    }

    /** The JDK's parser prints errors on stderr unless somebody listens. */
    private static final class Silent implements ErrorHandler {

        @Override
        public void warning(SAXParseException warning) {
            // Nothing rests on it.
        }

        @Override
        public void error(SAXParseException error) {
            // Only whether it is well-formed counts.
        }

        @Override
        public void fatalError(SAXParseException error) throws SAXException {
            throw error;
        }
    }
}
