// SPDX-License-Identifier: EPL-2.0
/** The scripts that start and build RDP Clinic, tried as a user would: from a shell. */
package org.rdpclinic.launch.tests;
