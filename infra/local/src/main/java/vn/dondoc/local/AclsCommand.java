package vn.dondoc.local;

import java.util.Locale;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.resource.ResourceType;
import vn.dondoc.messaging.BrokerAccess;

/** {@code acls}: who may do what on a broker, as commands of Kafka's own tool. Nothing is started or asked. */
public final class AclsCommand {

    private AclsCommand() {}

    public static void main(String[] args) {
        BrokerAccess.all().forEach(it -> System.out.println(command(it)));
        System.out.flush();
    }

    static String command(AclBinding it) {
        return "kafka-acls.sh --bootstrap-server \"$BROKER\" --command-config \"$ADMIN\" --add --allow-principal "
                + it.entry().principal()
                + " --operation " + words(it.entry().operation()).replace("_", "")
                + " --" + option(it.pattern().resourceType()) + " "
                + it.pattern().name()
                + " --resource-pattern-type " + words(it.pattern().patternType());
    }

    private static String words(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    private static String option(ResourceType type) {
        return words(type).replace("_", "-");
    }
}
