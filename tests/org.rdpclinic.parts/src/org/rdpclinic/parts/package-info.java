// SPDX-License-Identifier: EPL-2.0
/** What a test asks of the machine that it runs on: commands that must be there, and what happens without them. */
package org.rdpclinic.parts;
