package vn.dondoc.contract.task;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.dondoc.contract.OfProvince;

/** What events of a task have in common that speak to people: whose it is, what has to be done, and why. */
public interface AboutTask extends OfProvince {

    String taskId();

    @Override
    String province();

    String agency();

    @Override
    default List<String> agencies() {
        return List.of(agency());
    }

    /** Verbatim duty. */
    String text();

    @Nullable
    String directiveNumber();

    @Nullable
    String clause();
}
