// SPDX-License-Identifier: EPL-2.0
/** What the lab contributes to the clinic. */
package org.rdpclinic.lab.internal;
