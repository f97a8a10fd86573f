// SPDX-License-Identifier: EPL-2.0
/** What the build's files must agree on. */
package org.rdpclinic.build.tests;
