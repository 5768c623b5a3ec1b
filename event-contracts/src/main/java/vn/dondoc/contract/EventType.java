package vn.dondoc.contract;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The logical name and version under which a record travels, and the topic it travels on. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface EventType {

    /** {@code vn.dondoc.<aggregate>.<past-tense>.v<n>}. */
    String value();

    Topic on();
}
