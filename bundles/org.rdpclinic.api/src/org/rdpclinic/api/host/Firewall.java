// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.api.host;

import java.util.List;

/** The host's own firewall. */
public non-sealed interface Firewall extends Facet {

    /**
     * A rule for incoming TCP connections in the profile in force.
     *
     * @param name   display name
     * @param allow  whether it allows; a rule that blocks beats one that allows (MS-FASP 2.2.34)
     * @param ports  local ports that it is for; empty for any
     */
    record Rule(String name, boolean allow, List<Integer> ports) {
        /** Copies the ports. */
        public Rule {
            ports = List.copyOf(ports);
        }
    }

    /**
     * The firewall in the profile in force.
     *
     * @param on      whether it filters
     * @param stealth whether it swallows the answers of ports on which nothing listens
     * @param rules   enabled rules for incoming TCP
     */
    record State(boolean on, boolean stealth, List<Rule> rules) {

        /** Copies the rules. */
        public State {
            rules = List.copyOf(rules);
        }

        /** Whether a connection to this port passes: off, or allowed by a rule and blocked by none. */
        public boolean allows(int port) {
            if (!on) {
                return true;
            }
            List<Rule> matching =
                    rules.stream().filter(rule -> rule.ports().isEmpty() || rule.ports().contains(port)).toList();
            return !matching.isEmpty() && matching.stream().allMatch(Rule::allow);
        }
    }

    /** The state in force. */
    State state() throws HostException;
}
