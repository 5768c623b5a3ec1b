package vn.dondoc.messaging.autoconfigure;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.annotation.AnnotatedBeanDefinition;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.type.MethodMetadata;
import vn.dondoc.contract.Topic;
import vn.dondoc.messaging.inbox.Listens;

/**
 * Binds every function that {@link Listens} to its topic: what would otherwise be said in four properties, each of which
 * must agree with the function's name.
 */
final class ListenerBindings implements BeanFactoryPostProcessor {

    private final ConfigurableEnvironment environment;
    private final List<Topic> topics = new ArrayList<>();

    ListenerBindings(ConfigurableEnvironment environment) {
        this.environment = environment;
    }

    @Override
    public void postProcessBeanFactory(ConfigurableListableBeanFactory beans) {
        Map<String, Object> properties = new LinkedHashMap<>();
        List<String> functions = new ArrayList<>();
        String group = environment.getRequiredProperty("spring.application.name");
        for (String name : beans.getBeanDefinitionNames()) {
            if (!(beans.getBeanDefinition(name) instanceof AnnotatedBeanDefinition definition)) {
                continue;
            }
            MethodMetadata method = definition.getFactoryMethodMetadata();
            if (method == null || !method.isAnnotated(Listens.class.getName())) {
                continue;
            }
            Topic topic = method.getAnnotations().get(Listens.class).getEnum("value", Topic.class);
            String binding = "spring.cloud.stream.bindings." + name + "-in-0.";
            functions.add(name);
            topics.add(topic);
            properties.put(binding + "destination", topic.topicName());
            properties.put(binding + "group", group);
            properties.put(binding + "consumer.batch-mode", true);
        }
        if (!functions.isEmpty()) {
            properties.put("spring.cloud.function.definition", String.join(";", functions));
            environment.getPropertySources().addLast(new MapPropertySource("subscriptions", properties));
        }
    }

    /** What this service listens to. */
    List<Topic> topics() {
        return List.copyOf(topics);
    }
}
