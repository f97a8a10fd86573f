// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.jmx;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** What an operator reads about a bean, an attribute, an operation or a parameter. */
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD, ElementType.PARAMETER})
public @interface Description {

    /** The sentence. */
    String value();

    /** Whether an operation changes something or sends something to a host; one that does not only tells. */
    boolean acts() default false;
}
