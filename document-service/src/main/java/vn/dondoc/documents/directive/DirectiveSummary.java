package vn.dondoc.documents.directive;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A directive as lists show it: without its text and clauses.
 *
 * @param issuedOn day it was issued in the system; {@code null} before
 * @param duties how many were read out of it
 * @param targets how many were read out of it
 * @param findings how many things a clerk should look at
 * @param corrections how often a clerk put it right
 */
public record DirectiveSummary(
        Directive.Status status,
        Reading.Head head,
        String sourceName,
        @Nullable LocalDate issuedOn,
        int duties,
        int targets,
        int findings,
        int corrections) {}
