// SPDX-License-Identifier: EPL-2.0
/**
 * What the clinic knows: where its data files come from, and how a file that breaks their rules is reported.
 */
package org.rdpclinic.knowledge;
