// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.launch.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rdpclinic.parts.Parts;

/**
 * The script {@code clinic.cmd} of the product, in the command interpreter of Wine. No Java for Windows is there: its
 * place is taken by a copy of Wine's {@code cmd.exe}, which passes over Java's options and does what its standard input
 * says.
 */
class WindowsScriptTest {

    @TempDir
    static Path scratch;

    static Path drive;

    @BeforeAll
    static void makeAWindows() throws Exception {
        Parts.requireCommand("wine");
        wine(null, "wineboot", "-i");
        drive = scratch.resolve("wine/drive_c");
        Path product = drive.resolve("Program Files/RDP Clinic");
        Product.copy(Product.forWindows(), product);
        Path java = drive.resolve("Some Java");
        Shell.write(java.resolve("release"), "JAVA_VERSION=\"21.0.9\"\r\nJAVA_RUNTIME_VERSION=\"21.0.9+10-LTS\"\r\n");
        Files.createDirectories(java.resolve("bin"));
        Files.copy(drive.resolve("windows/system32/cmd.exe"), java.resolve("bin/java.exe"));
        try (var jars = Files.newDirectoryStream(product.resolve("plugins"), "org.rdpclinic.cli_*.jar")) {
            String cli = jars.iterator().next().getFileName().toString().replace(".jar", "");
            Shell.write(product.resolve("prepared").resolve(cli + "-21.0.9+10-LTS").resolve("classes.jsa"), "");
        }
    }

    @AfterAll
    static void endWine() throws Exception {
        if (drive != null) {
            wine(null, "wineboot", "-k");
        }
    }

    /** Runs a batch file that calls the clinic with the arguments as they would be typed. */
    private static Shell.Result clinic(String javaHome, String typed) throws Exception {
        Path caller = drive.resolve("caller.bat");
        Files.writeString(caller, "@echo off\r\nset JAVA_HOME=" + javaHome + "\r\n"
                + "\"C:\\Program Files\\RDP Clinic\\clinic.cmd\" " + typed + "\r\n");
        Path input = drive.resolve("input");
        Files.writeString(input, "@echo off\r\nset RDPCLINIC_COMMAND_LINE\r\nexit 3\r\n");
        return wine(input, "cmd", "/c", "C:\\caller.bat");
    }

    private static Shell.Result wine(Path input, String... words) throws IOException, InterruptedException {
        Path out = Files.createTempFile(scratch, "out", ".txt");
        Path err = Files.createTempFile(scratch, "err", ".txt");
        ProcessBuilder builder = new ProcessBuilder();
        builder.command().add("wine");
        builder.command().addAll(List.of(words));
        builder.environment().put("WINEPREFIX", scratch.resolve("wine").toString());
        builder.environment().put("WINEDEBUG", "-all");
        builder.environment().put("WINEDLLOVERRIDES", "mscoree,mshtml=");
        builder.environment().remove("DISPLAY");
        builder.redirectInput(input == null ? Path.of("/dev/null").toFile() : input.toFile());
        builder.redirectOutput(out.toFile()).redirectError(err.toFile());
        Process process = builder.start();
        if (!process.waitFor(120, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new AssertionError("Wine did not end: " + Files.readString(out, StandardCharsets.ISO_8859_1));
        }
        return new Shell.Result(process.exitValue(), Files.readString(out, StandardCharsets.ISO_8859_1),
                Files.readString(err, StandardCharsets.ISO_8859_1));
    }

    @Test
    void handsTheArgumentsOnAsTyped() throws Exception {
        String typed = "-clean --set a=b,c;d \"\" \"a folder\" \"*\" * \"x & y\" -data @none --";
        Shell.Result result = clinic("C:\\Some Java", typed);
        assertTrue(result.out().contains("RDPCLINIC_COMMAND_LINE=" + typed + "\r\n"), result.toString());
    }

    @Test
    void endsWithJavasStatus() throws Exception {
        assertEquals(3, clinic("C:\\Some Java", "--version").status());
    }

    @Test
    void saysInASentenceThatThereIsNoJava() throws Exception {
        Shell.Result result = clinic("C:\\no such folder", "--version");
        assertEquals(4, result.status(), result.toString());
        assertEquals("RDP Clinic needs Java 21 or newer: install one, or set JAVA_HOME to it.", result.err().strip());
    }
}
