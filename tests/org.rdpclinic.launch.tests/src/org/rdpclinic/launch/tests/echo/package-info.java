// SPDX-License-Identifier: EPL-2.0
/** An application that takes the clinic's place in a copy of the product, and tells what reached it. */
package org.rdpclinic.launch.tests.echo;
