// SPDX-License-Identifier: EPL-2.0
/** The simulated Windows host as files: strict readers and writers, each of one file, which are the host's facets. */
package org.rdpclinic.lab.internal.state;
