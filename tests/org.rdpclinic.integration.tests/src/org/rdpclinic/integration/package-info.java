// SPDX-License-Identifier: EPL-2.0
/** Whole diagnoses: our probes, engine and knowledge against the lab and against real servers. */
package org.rdpclinic.integration;
