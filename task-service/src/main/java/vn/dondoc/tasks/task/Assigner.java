package vn.dondoc.tasks.task;

/** Who gave a task, and so decides on it: verifies, returns, extends, withdraws. */
public sealed interface Assigner {

    /** Whether {@code actor} speaks for it. */
    boolean is(Actor actor);

    /** The province itself, for whom its office speaks: clerks, and supervisors. */
    record Office() implements Assigner {
        @Override
        public boolean is(Actor actor) {
            return actor.ofTheOffice();
        }
    }

    /** An agency that gave a part of its own work to another. */
    record Agency(String code) implements Assigner {
        @Override
        public boolean is(Actor actor) {
            return code.equals(actor.agency());
        }
    }
}
