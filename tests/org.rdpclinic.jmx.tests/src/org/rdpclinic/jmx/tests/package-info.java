// SPDX-License-Identifier: EPL-2.0
/** The clinic's beans: in this process, and served to clients of other processes. */
package org.rdpclinic.jmx.tests;
