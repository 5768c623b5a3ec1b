package vn.dondoc.messaging.inbox;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.context.annotation.Bean;
import vn.dondoc.contract.Topic;

/**
 * The one declaration of a subscription: a bean method that gives what {@link Inbox#receiving} gives for this topic. Its
 * binding, its consumer group, its batches and its dead-letter topic follow from it.
 */
@Documented
@Bean
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Listens {

    Topic value();
}
