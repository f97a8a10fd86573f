// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.api.filter;

/** A filter that cannot be read. The message is a sentence that says what is wrong and where. */
public final class FilterSyntaxException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    /** With a sentence for the author of the filter. */
    public FilterSyntaxException(String message) {
        super(message);
    }
}
