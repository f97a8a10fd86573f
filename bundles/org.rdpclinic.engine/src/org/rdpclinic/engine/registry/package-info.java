// SPDX-License-Identifier: EPL-2.0
/** Contributions as they stand in the extension registry of Equinox. */
package org.rdpclinic.engine.registry;
