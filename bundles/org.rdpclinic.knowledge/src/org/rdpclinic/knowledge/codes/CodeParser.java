// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.knowledge.codes;

import java.math.BigInteger;
import java.util.Optional;
import java.util.function.LongPredicate;
import java.util.regex.Pattern;

/** Reads what somebody typed for a code: decimal, or hexadecimal after 0x. */
final class CodeParser {

    private static final Pattern DECIMAL = Pattern.compile("[0-9]{1,40}");
    private static final Pattern HEX = Pattern.compile("0[xX][0-9a-fA-F]{1,40}");
    private static final Pattern HEX_WITHOUT_PREFIX = Pattern.compile("[0-9a-fA-F]{1,8}");
    private static final Pattern NEGATIVE = Pattern.compile("-[0-9]{1,10}");
    private static final int SHOWN = 40;

    private CodeParser() {
    }

    static ParsedCode parse(String typed, CodeKind kind, LongPredicate listed) {
        String text = typed.strip();
        if (HEX.matcher(text).matches()) {
            return bounded(text, new BigInteger(text.substring(2), 16), false, kind, listed);
        }
        if (DECIMAL.matcher(text).matches()) {
            return bounded(text, new BigInteger(text), true, kind, listed);
        }
        if (NEGATIVE.matcher(text).matches()) {
            long value = Long.parseLong(text);
            boolean status = value >= Integer.MIN_VALUE;
            return new ParsedCode.Refused("A code is never negative: " + text
                    + (status ? " read without its sign is " + CodeKind.hex(value & CodeKind.LARGEST) + "." : "."));
        }
        if (HEX_WITHOUT_PREFIX.matcher(text).matches()) {
            return new ParsedCode.Refused("\"" + text + "\" looks hexadecimal: write 0x" + text + ".");
        }
        String shown = text.length() > SHOWN ? text.substring(0, SHOWN) + "…" : text;
        return new ParsedCode.Refused(text.isEmpty() ? "No code was given: write it as 0x904 or 2308."
                : "\"" + shown + "\" is no number: write a code as 0x904 or 2308.");
    }

    private static ParsedCode bounded(String text, BigInteger value, boolean decimal, CodeKind kind,
            LongPredicate listed) {
        if (value.bitLength() > Integer.SIZE) {
            return new ParsedCode.Refused("A code has at most 32 bits, up to 0xFFFFFFFF: this one is larger.");
        }
        long code = value.longValueExact();
        return new ParsedCode.Number(code, decimal ? advice(text, code, kind, listed) : Optional.empty());
    }

    private static Optional<String> advice(String text, long code, CodeKind kind, LongPredicate listed) {
        if (text.length() > 8 || listed.test(code)) {
            return Optional.empty();
        }
        long asHex = Long.parseLong(text, 16);
        if (!listed.test(asHex)) {
            return Optional.empty();
        }
        return Optional.of(text + " was read as a decimal number. The client shows this code in hexadecimal, so 0x"
                + text + " (" + asHex + ") was probably meant: as " + kind.noun() + " that one is known.");
    }
}
