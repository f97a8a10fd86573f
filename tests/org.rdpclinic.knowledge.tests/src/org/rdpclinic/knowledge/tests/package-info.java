// SPDX-License-Identifier: EPL-2.0
/**
 * Tests of the knowledge base: that its data are whole, well-formed and well-worded, and that its readers refuse what
 * is not.
 */
package org.rdpclinic.knowledge.tests;
