package vn.dondoc.tasks.task;

import java.time.Instant;

/**
 * The rung that a task waits for. With the task and its last day it is told from every other.
 *
 * @param offset working days from the last day in time: negative before, 0 on it, positive after
 */
public record DueRung(int offset, Instant at) {}
