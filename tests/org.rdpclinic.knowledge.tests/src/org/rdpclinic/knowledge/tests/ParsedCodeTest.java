// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.knowledge.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.rdpclinic.knowledge.codes.CodeKind;
import org.rdpclinic.knowledge.codes.CodeTables;
import org.rdpclinic.knowledge.codes.ParsedCode;

class ParsedCodeTest {

    private final CodeTables tables = CodeTables.load();

    private ParsedCode parse(String typed) {
        return tables.parse(CodeKind.DISCONNECT, typed);
    }

    @ParameterizedTest
    @CsvSource({"0x904,2308", "0X904,2308", "0x00000904,2308", "2308,2308", "' 2308 ',2308", "0,0",
        "0xFFFFFFFF,4294967295", "4294967295,4294967295", "0x000000000000000000904,2308"})
    void decimalAndHexadecimalAreRead(String typed, long value) {
        assertEquals(value, assertInstanceOf(ParsedCode.Number.class, parse(typed)).value());
    }

    @Test
    void aDecimalThatWasMeantInHexadecimalIsTold() {
        ParsedCode.Number number = assertInstanceOf(ParsedCode.Number.class, parse("904"));
        assertEquals(904, number.value());
        String advice = number.advice().orElseThrow();
        assertTrue(advice.contains("0x904") && advice.contains("2308"), advice);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2308", "516", "0x904", "905", "99999999999"})
    void aNumberThatIsKnownOrUnknownBothWaysGetsNoAdvice(String typed) {
        if (parse(typed) instanceof ParsedCode.Number number) {
            assertTrue(number.advice().isEmpty(), typed);
        } else {
            assertEquals("99999999999", typed);
        }
    }

    @ParameterizedTest
    @CsvSource({"-1,never negative", "-2147024832,0x80070040", "4294967296,32 bits", "0x100000000,32 bits",
        "99999999999999999999999,32 bits", "B09,0xB09", "'',No code was given", "abcxyz,no number", "0x,no number",
        "1.5,no number", "+5,no number", "٣,no number"})
    void whatIsNoCodeIsRefusedWithASentence(String typed, String said) {
        String sentence = assertInstanceOf(ParsedCode.Refused.class, parse(typed)).sentence();
        assertTrue(sentence.contains(said) && sentence.endsWith("."), sentence);
    }

    @Test
    void anEndlessTextIsNotEchoedInFull() {
        String sentence = assertInstanceOf(ParsedCode.Refused.class, parse("z".repeat(5000))).sentence();
        assertTrue(sentence.length() < 200, sentence);
    }
}
