// SPDX-License-Identifier: EPL-2.0
/**
 * Causes, remedies and sources as texts for people: what a cause is, how it shows, how it is mended and how it comes
 * about, and how well each is attested for the error 0x904 with 0x7.
 */
package org.rdpclinic.knowledge.causes;
