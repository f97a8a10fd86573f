// SPDX-License-Identifier: EPL-2.0
/**
 * What the numbers mean that a client, a server or a log shows, where sources disagree about them, and the page that
 * explains a pair of them. A number that no list holds is placed by its family and never shown bare.
 */
package org.rdpclinic.knowledge.codes;
