// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.jmx;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import javax.management.DescriptorKey;

/** The unit of a number, in the descriptor field {@code units}. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Unit {

    /** The unit, for example {@code ms}. */
    @DescriptorKey("units")
    String value();
}
