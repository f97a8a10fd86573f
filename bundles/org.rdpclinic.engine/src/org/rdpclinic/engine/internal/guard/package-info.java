// SPDX-License-Identifier: EPL-2.0
/** The one place in which code of contributed bundles is called. */
package org.rdpclinic.engine.internal.guard;
