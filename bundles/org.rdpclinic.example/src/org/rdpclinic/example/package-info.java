// SPDX-License-Identifier: EPL-2.0
/** A guest as a third party writes it: one probe, with a key of its own, and a cause that rests on it. */
package org.rdpclinic.example;
