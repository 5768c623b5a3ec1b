package vn.dondoc.contract.task;

import org.jspecify.annotations.Nullable;

/** What events of a task have in common that speak to people: whose it is, what has to be done, and why. */
public interface AboutTask {

    String taskId();

    String province();

    String agency();

    /** Verbatim duty. */
    String text();

    @Nullable
    String directiveNumber();

    @Nullable
    String clause();
}
