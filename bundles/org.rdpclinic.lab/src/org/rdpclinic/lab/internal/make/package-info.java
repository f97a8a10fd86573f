// SPDX-License-Identifier: EPL-2.0
/** Makes start states: a default Windows, changed by a scenario's patch, with certificates made on the spot. */
package org.rdpclinic.lab.internal.make;
