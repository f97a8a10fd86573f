// SPDX-License-Identifier: EPL-2.0
/** What the served certificates are made out to, and what the client makes of them. */
package org.rdpclinic.probes.internal.certificate;
