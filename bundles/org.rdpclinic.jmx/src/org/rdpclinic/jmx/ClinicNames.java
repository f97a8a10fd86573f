// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.jmx;

import java.util.regex.Pattern;
import javax.management.MalformedObjectNameException;
import javax.management.ObjectName;

/** The names of the beans, which stay the same over restarts, and of the user. */
public final class ClinicNames {

    /** The domain of all beans. */
    public static final String DOMAIN = "org.rdpclinic";

    /** The one bean of the clinic itself. */
    public static final ObjectName CLINIC = name(DOMAIN + ":type=Clinic");

    /** The user that clients of the port give beside the password. */
    public static final String USER = "clinic";

    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9._-]+");

    private ClinicNames() {
    }

    /** The bean of a probe. */
    public static ObjectName probe(String id) {
        return name(DOMAIN + ":type=Probe,name=" + value(id));
    }

    /** The bean of a case. */
    public static ObjectName caseOf(String id) {
        return name(DOMAIN + ":type=Case,id=" + value(id));
    }

    private static String value(String text) {
        return PLAIN.matcher(text).matches() ? text : ObjectName.quote(text);
    }

    private static ObjectName name(String text) {
        try {
            return new ObjectName(text);
        } catch (MalformedObjectNameException e) {
            throw new IllegalArgumentException("'" + text + "' is no name of a bean.", e);
        }
    }
}
