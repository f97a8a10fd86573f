// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.cli.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The user's arguments as the start scripts hand them over.
 *
 * <p>Equinox takes arguments of its own, such as {@code -clean} and {@code -data}, out of whatever it is given. The
 * script {@code clinic} therefore puts a colon before each of the user's arguments. A batch file cannot take arguments
 * apart without harming them, so {@code clinic.cmd} leaves them whole in an environment variable, and they are taken
 * apart here.
 */
final class UserArguments {

    /** The environment variable in which {@code clinic.cmd} leaves the command line. */
    static final String COMMAND_LINE = "RDPCLINIC_COMMAND_LINE";

    private static final String MARK = ":";

    private UserArguments() {
    }

    /**
     * Gives the arguments as the user wrote them.
     *
     * @param given what Equinox left for the application
     * @param environment the process's environment
     * @return the arguments, empty ones included
     */
    static List<String> of(String[] given, Map<String, String> environment) {
        String commandLine = environment.get(COMMAND_LINE);
        if (commandLine != null) {
            return split(commandLine);
        }
        List<String> arguments = new ArrayList<>();
        for (String argument : given) {
            arguments.add(argument.startsWith(MARK) ? argument.substring(MARK.length()) : argument);
        }
        return List.copyOf(arguments);
    }

    /**
     * Takes a Windows command line apart by the rules of Microsoft's C runtime ("Parsing C command-line arguments"):
     * blanks and tabs part arguments outside quotes; 2n backslashes before a quote stand for n and the quote counts, 2n
     * + 1 stand for n and a quote of the text; two quotes inside quotes are one of the text.
     *
     * @param commandLine the arguments as typed
     * @return the arguments
     */
    static List<String> split(String commandLine) {
        List<String> arguments = new ArrayList<>();
        StringBuilder argument = new StringBuilder();
        boolean inArgument = false;
        boolean quoted = false;
        int at = 0;
        while (at < commandLine.length()) {
            char c = commandLine.charAt(at);
            if (c == '\\') {
                int end = at;
                while (end < commandLine.length() && commandLine.charAt(end) == '\\') {
                    end++;
                }
                boolean beforeQuote = end < commandLine.length() && commandLine.charAt(end) == '"';
                int count = end - at;
                argument.repeat('\\', beforeQuote ? count / 2 : count);
                inArgument = true;
                at = end;
                if (beforeQuote && count % 2 == 1) {
                    argument.append('"');
                    at++;
                }
                continue;
            }
            if (c == '"') {
                inArgument = true;
                if (quoted && at + 1 < commandLine.length() && commandLine.charAt(at + 1) == '"') {
                    argument.append('"');
                    at++;
                } else {
                    quoted = !quoted;
                }
            } else if ((c == ' ' || c == '\t') && !quoted) {
                if (inArgument) {
                    arguments.add(argument.toString());
                    argument.setLength(0);
                    inArgument = false;
                }
            } else {
                argument.append(c);
                inArgument = true;
            }
            at++;
        }
        if (inArgument) {
            arguments.add(argument.toString());
        }
        return List.copyOf(arguments);
    }
}
