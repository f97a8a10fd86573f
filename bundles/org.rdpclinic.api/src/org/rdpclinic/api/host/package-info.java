// SPDX-License-Identifier: EPL-2.0
/** Computers that the clinic can look into, through read-only facets. */
package org.rdpclinic.api.host;
