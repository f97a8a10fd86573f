// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.StringReader;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.rdpclinic.api.Observation;
import org.rdpclinic.api.diagnosis.Case;
import org.rdpclinic.api.diagnosis.RankedCause;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;
import org.xml.sax.helpers.DefaultHandler;

class HtmlReportTest {

    private static Document parse(String html) throws Exception {
        DocumentBuilder builder = DocumentBuilderFactory.newInstance().newDocumentBuilder();
        builder.setErrorHandler(new DefaultHandler());
        return builder.parse(new InputSource(new StringReader(html.replace("<!DOCTYPE html>", ""))));
    }

    @ParameterizedTest
    @MethodSource("org.rdpclinic.report.TextReportTest#all")
    void everyCaseIsWellFormedAndNeedsNothingElse(Case c) throws Exception {
        String html = new HtmlReport(Cases.TITLES).write(c);
        Document document = parse(html);
        for (String element : new String[] {"script", "link", "img", "iframe", "a", "form"}) {
            assertEquals(0, document.getElementsByTagName(element).getLength(), element);
        }
        assertFalse(html.contains("http://") || html.contains("https://") || html.contains("url("), html);
    }

    @ParameterizedTest
    @MethodSource("org.rdpclinic.report.TextReportTest#all")
    void everythingInTheCaseIsThere(Case c) throws Exception {
        String text = parse(new HtmlReport(Cases.TITLES).write(c)).getDocumentElement().getTextContent();
        for (RankedCause cause : c.diagnosis().causes()) {
            assertTrue(text.contains(clean(cause.title())), text);
        }
        for (Observation observation : c.observations().all()) {
            assertTrue(text.contains(observation.key().id()), observation.toString());
            assertTrue(text.contains(clean(Words.value(observation))), observation.toString());
        }
        c.runs().forEach(run -> assertTrue(text.contains(run.end().reason()), run.toString()));
    }

    private static String clean(String text) {
        return text.codePoints().collect(StringBuilder::new, (b, c) -> b.appendCodePoint(c == '\n' || c == '\t' ? c
                : Character.getType(c) == Character.CONTROL || Character.getType(c) == Character.FORMAT ? 0xFFFD : c),
                StringBuilder::append).toString();
    }

    @Test
    void hostileTextStaysText() throws Exception {
        String html = new HtmlReport(Cases.TITLES).write(TextReportTest.hostile());
        assertFalse(html.contains("<script>"), html);
        assertTrue(html.contains("&lt;script&gt;"), html);
    }

    @Test
    void everySignThatMeansSomethingIsEscaped() {
        assertEquals("&lt;a href=&quot;x&quot; b=&#39;y&#39;&gt;&amp;amp;\uFFFD\uFFFD\n",
                HtmlPage.escaped("<a href=\"x\" b='y'>&amp;\u0000\uD800\n"));
    }

    @Test
    void lightAndDarkAndPrintAreCaredFor() {
        String html = new HtmlReport(Cases.TITLES).write(Cases.healthy());
        assertTrue(html.contains("prefers-color-scheme:dark") && html.contains("@media print"));
    }

    @Test
    void anExplanationIsWellFormed() throws Exception {
        Document document = parse(HtmlExplanation.write(TextReportTest.page()));
        assertEquals("0x904: <closed>", document.getElementsByTagName("h1").item(0).getTextContent());
        assertEquals(2, document.getElementsByTagName("table").getLength());
        assertEquals(1, document.getElementsByTagName("ol").getLength());
    }

    @Test
    void anExplanationIsJsonToo() {
        String json = JsonExplanation.write(TextReportTest.page());
        assertTrue(json.startsWith("{\n  \"schemaVersion\" : 1,\n  \"title\" : \"0x904: <closed>\""), json);
        assertTrue(json.contains("\"numbered\" : true"), json);
    }
}
