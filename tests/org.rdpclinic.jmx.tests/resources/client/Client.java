// SPDX-License-Identifier: EPL-2.0

import com.sun.tools.attach.VirtualMachine;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import javax.management.DescriptorRead;
import javax.management.MBeanAttributeInfo;
import javax.management.MBeanInfo;
import javax.management.MBeanOperationInfo;
import javax.management.MBeanParameterInfo;
import javax.management.MBeanServerConnection;
import javax.management.Notification;
import javax.management.ObjectName;
import javax.management.RuntimeMBeanException;
import javax.management.openmbean.CompositeData;
import javax.management.openmbean.OpenType;
import javax.management.remote.JMXConnector;
import javax.management.remote.JMXConnectorFactory;
import javax.management.remote.JMXServiceURL;

/** A JMX client as anybody may write it: plain JDK, no class of the clinic. Run by "java Client.java". */
public class Client {

    private static final long PATIENCE_SECONDS = 60;

    public static void main(String[] arguments) throws Exception {
        int at = arguments[0].equals("attach") ? 2 : 4;
        Map<String, ?> environment = at == 2 || arguments[2].isEmpty() ? Map.of()
                : Map.of(JMXConnector.CREDENTIALS, new String[] {arguments[2], arguments[3]});
        JMXServiceURL url = new JMXServiceURL(at == 2 ? attached(arguments[1]) : arguments[1]);
        try (JMXConnector connector = JMXConnectorFactory.connect(url, environment)) {
            act(connector.getMBeanServerConnection(), arguments, at);
        } catch (SecurityException refused) {
            System.out.println("refused: " + refused.getMessage());
        }
        System.out.println("end");
        System.exit(0);
    }

    private static String attached(String process) throws Exception {
        VirtualMachine machine = VirtualMachine.attach(process);
        try {
            return machine.startLocalManagementAgent();
        } finally {
            machine.detach();
        }
    }

    private static void act(MBeanServerConnection server, String[] arguments, int at) throws Exception {
        ObjectName clinic = new ObjectName("org.rdpclinic:type=Clinic");
        switch (arguments[at]) {
            case "beans" -> new TreeSet<>(server.queryNames(new ObjectName("org.rdpclinic:*"), null))
                    .forEach(System.out::println);
            case "check" -> check(server);
            case "get" -> System.out.println(server.getAttribute(new ObjectName(arguments[at + 1]), arguments[at + 2]));
            case "demonstrate" -> demonstrate(server, clinic, arguments[at + 1]);
            case "call" -> {
                Object[] values = new Object[arguments.length - at - 2];
                String[] types = new String[values.length];
                for (int i = 0; i < values.length; i++) {
                    values[i] = arguments[at + 2 + i];
                    types[i] = String.class.getName();
                }
                try {
                    System.out.println(server.invoke(clinic, arguments[at + 1], values, types));
                } catch (RuntimeMBeanException e) {
                    System.out.println(e.getCause().getClass().getName() + ": " + e.getCause().getMessage());
                }
            }
            default -> throw new IllegalArgumentException(arguments[at]);
        }
    }

    /** Diagnoses a scenario, hears how it goes, and prints what it heard, the verdict, and the case as JSON. */
    private static void demonstrate(MBeanServerConnection server, ObjectName clinic, String scenario)
            throws Exception {
        BlockingQueue<Notification> heard = new LinkedBlockingQueue<>();
        server.addNotificationListener(clinic, (notification, handback) -> heard.add(notification), null, null);
        String id = (String) server.invoke(clinic, "demonstrate", new Object[] {scenario},
                new String[] {String.class.getName()});
        System.out.println("case " + id);
        ObjectName name = new ObjectName("org.rdpclinic:type=Case,id=" + id);
        System.out.println("registered " + server.isRegistered(name));
        String type = "";
        while (!type.equals("org.rdpclinic.case.concluded")) {
            Notification next = heard.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
            if (next == null) {
                throw new IllegalStateException("nothing was heard for a minute");
            }
            type = next.getType();
            CompositeData data = (CompositeData) next.getUserData();
            System.out.println("heard " + next.getSequenceNumber() + " " + type + " " + data.get("caseId") + " "
                    + next.getMessage());
        }
        System.out.println("verdict " + server.getAttribute(name, "Verdict"));
        for (CompositeData cause : (CompositeData[]) server.getAttribute(name, "Causes")) {
            System.out.println("cause " + cause.get("id") + " " + cause.get("standing"));
        }
        System.out.println("json");
        System.out.println(server.getAttribute(name, "DiagnosisJson"));
    }

    /** Prints what a bean lacks: a description, a real name, or an open type. */
    private static void check(MBeanServerConnection server) throws Exception {
        Set<ObjectName> names = server.queryNames(new ObjectName("org.rdpclinic:*"), null);
        int checked = 0;
        for (ObjectName name : names) {
            MBeanInfo info = server.getMBeanInfo(name);
            describe(name.toString(), info.getDescription());
            for (MBeanAttributeInfo attribute : info.getAttributes()) {
                describe(name + " " + attribute.getName(), attribute.getDescription());
                open(name + " " + attribute.getName(), attribute);
                if (server.getAttribute(name, attribute.getName()) == null) {
                    System.out.println("null: " + name + " " + attribute.getName());
                }
                checked++;
            }
            for (MBeanOperationInfo operation : info.getOperations()) {
                String where = name + " " + operation.getName();
                describe(where, operation.getDescription());
                open(where, operation);
                if (operation.getImpact() == MBeanOperationInfo.UNKNOWN) {
                    System.out.println("impact: " + where);
                }
                checked++;
                for (MBeanParameterInfo parameter : operation.getSignature()) {
                    describe(where + " " + parameter.getName(), parameter.getDescription());
                    open(where + " " + parameter.getName(), parameter);
                    if (parameter.getName().isBlank() || parameter.getName().matches("p[0-9]+|arg[0-9]+")) {
                        System.out.println("name: " + where + " " + parameter.getName());
                    }
                    checked++;
                }
            }
        }
        System.out.println("checked " + names.size() + " beans, " + checked + " parts");
    }

    private static void describe(String what, String description) {
        if (description == null || description.length() < 10) {
            System.out.println("description: " + what);
        }
    }

    private static void open(String what, DescriptorRead info) {
        if (!(info.getDescriptor().getFieldValue("openType") instanceof OpenType)) {
            System.out.println("not open: " + what);
        }
    }
}
