// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.engine.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rdpclinic.api.ClientProfile;
import org.rdpclinic.api.HostPort;
import org.rdpclinic.api.Target;

class RdpFileTest {

    private static final String TYPICAL = "screen mode id:i:2\r\nfull address:s:ts01.example\r\nserver port:i:3390\r\n"
            + "authentication level:i:1\r\nenablecredsspsupport:i:0\r\n";
    private static final ClientProfile CLIENT = ClientProfiles.load().standard();

    @TempDir
    private Path folder;

    private RdpFile read(byte[] bytes) throws IOException, IntakeException {
        Path file = folder.resolve("test.rdp");
        Files.write(file, bytes);
        return RdpFile.read(file);
    }

    private RdpFile read(String text) throws IOException, IntakeException {
        return read(text.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] marked(String text, Charset charset, int... mark) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (int b : mark) {
            bytes.write(b);
        }
        bytes.writeBytes(text.getBytes(charset));
        return bytes.toByteArray();
    }

    @Nested
    class Encodings {

        private void assertTypical(byte[] bytes) throws Exception {
            RdpFile file = read(bytes);
            assertEquals(Optional.of(Target.direct("ts01.example", 3390)), file.target());
            assertEquals(List.of(), file.warnings());
        }

        @Test
        void utf16LittleEndianAsMstscWritesIt() throws Exception {
            assertTypical(marked(TYPICAL, StandardCharsets.UTF_16LE, 0xFF, 0xFE));
        }

        @Test
        void utf16BigEndian() throws Exception {
            assertTypical(marked(TYPICAL, StandardCharsets.UTF_16BE, 0xFE, 0xFF));
        }

        @Test
        void utf16WhoseMarkWasLost() throws Exception {
            assertTypical(marked(TYPICAL, StandardCharsets.UTF_16LE));
        }

        @Test
        void utf8WithAndWithoutMark() throws Exception {
            assertTypical(marked(TYPICAL, StandardCharsets.UTF_8, 0xEF, 0xBB, 0xBF));
            assertTypical(marked(TYPICAL, StandardCharsets.UTF_8));
        }

        @Test
        void linesEndedByLineFeedsAlone() throws Exception {
            assertTypical(TYPICAL.replace("\r", "").getBytes(StandardCharsets.UTF_8));
        }
    }

    @Nested
    class Fields {

        @Test
        void credSspSwitchedOffChangesWhatIsSent() throws Exception {
            ClientProfile changed = read(TYPICAL).applyTo(CLIENT);
            assertEquals(ClientProfile.SSL, changed.protocols());
            assertEquals(1, changed.authenticationLevel());
            assertFalse(changed.fallsBackToRdpSecurity());
        }

        @Test
        void whatIsNotSaidLeavesTheClientAsItIs() throws Exception {
            assertEquals(CLIENT, read("full address:s:a\n").applyTo(CLIENT));
        }

        @Test
        void aPortInTheAddressBeatsTheField() throws Exception {
            RdpFile file = read("server port:i:3390\nfull address:s:ts01.example:3391\n");
            assertEquals(3391, file.target().orElseThrow().port());
        }

        @Test
        void anAddressOfVersion6() throws Exception {
            assertEquals(new HostPort("2001:db8::1", 3390),
                    read("full address:s:[2001:db8::1]:3390\n").target().orElseThrow().address());
        }

        @Test
        void aGatewayCountsWhereItIsUsed() throws Exception {
            String file = "full address:s:a\ngatewayhostname:s:gw.example\ngatewayusagemethod:i:";
            assertEquals(Optional.of(new HostPort("gw.example", 443)),
                    read(file + "1\n").target().orElseThrow().gateway());
            assertEquals(Optional.empty(), read(file + "0\n").target().orElseThrow().gateway());
            assertEquals(Optional.empty(), read(file + "4\n").target().orElseThrow().gateway());
            assertEquals(1, read(file + "2\n").warnings().size());
        }

        @Test
        void tlsWithoutNegotiationIsAWarning() throws Exception {
            assertTrue(read("full address:s:a\nnegotiate security layer:i:0\n").warnings().getFirst()
                    .contains("negotiates all the same"));
        }

        @Test
        void aValueOutOfRangeIsAWarningAndPassedOver() throws Exception {
            RdpFile file = read("full address:s:a\nauthentication level:i:9\nserver port:i:70000\n");
            assertEquals(2, file.warnings().size());
            assertEquals(3389, file.target().orElseThrow().port());
            assertEquals(CLIENT, file.applyTo(CLIENT));
        }

        @Test
        void aFileWithoutAnAddressHasNoTarget() throws Exception {
            assertEquals(Optional.empty(), read("audiomode:i:0\n").target());
        }
    }

    @Nested
    class Garbage {

        private String refusal(byte[] bytes) {
            return assertThrows(IntakeException.class, () -> read(bytes)).getMessage();
        }

        @Test
        void otherFilesAreRefused() {
            assertTrue(refusal(new byte[0]).contains("is no .rdp file"));
            assertTrue(refusal("<html></html>".getBytes(StandardCharsets.UTF_8)).contains("is no .rdp file"));
            assertTrue(refusal(new byte[1000]).contains("is no .rdp file"));
        }

        @Test
        void aFileThatIsTooLargeIsRefused() {
            byte[] bytes = TYPICAL.repeat(RdpFile.LARGEST / TYPICAL.length() + 1).getBytes(StandardCharsets.UTF_8);
            assertTrue(refusal(bytes).contains("larger than 1 MiB"));
        }

        @Test
        void anImpossibleAddressIsRefused() {
            assertTrue(refusal("full address:s:a b\n".getBytes(StandardCharsets.UTF_8)).contains("is not a host"));
            assertTrue(refusal("full address:s:a:70000\n".getBytes(StandardCharsets.UTF_8)).contains("Port 70000"));
        }

        @Test
        void aMissingFileIsASentence() {
            Path missing = folder.resolve("missing.rdp");
            assertEquals("There is no file " + missing + ".",
                    assertThrows(IntakeException.class, () -> RdpFile.read(missing)).getMessage());
        }

        @Test
        void damagedFilesNeverBreakTheReader() throws Exception {
            byte[] whole = marked(TYPICAL, StandardCharsets.UTF_16LE, 0xFF, 0xFE);
            Random random = new Random(904);
            for (int i = 0; i < 500; i++) {
                byte[] damaged = Arrays.copyOf(whole, random.nextInt(whole.length));
                for (int j = 0; j < damaged.length / 20; j++) {
                    damaged[random.nextInt(damaged.length)] = (byte) random.nextInt();
                }
                try {
                    read(damaged).applyTo(CLIENT);
                } catch (IntakeException e) {
                    assertTrue(e.getMessage().endsWith("."), e.getMessage());
                }
            }
        }
    }
}
