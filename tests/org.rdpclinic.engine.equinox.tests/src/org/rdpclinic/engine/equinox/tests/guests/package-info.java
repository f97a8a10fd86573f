// SPDX-License-Identifier: EPL-2.0
/** Guests that the tests contribute. */
package org.rdpclinic.engine.equinox.tests.guests;
