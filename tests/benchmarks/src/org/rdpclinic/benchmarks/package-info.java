// SPDX-License-Identifier: EPL-2.0
/** How fast the clinic is: figures for people, which no test asserts. */
package org.rdpclinic.benchmarks;
