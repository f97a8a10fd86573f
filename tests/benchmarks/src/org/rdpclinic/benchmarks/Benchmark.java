// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.benchmarks;

import java.util.List;

/** Something worth measuring. A new one is listed in {@link Benchmarks}. */
interface Benchmark {

    /**
     * Measures.
     *
     * @param rounds how often to measure what is quoted as a median; at least 1
     * @return lines for people, each complete in itself
     * @throws Exception if it cannot be measured here
     */
    List<String> measure(int rounds) throws Exception;
}
