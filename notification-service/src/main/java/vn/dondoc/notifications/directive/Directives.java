package vn.dondoc.notifications.directive;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import vn.dondoc.access.AccessScope;

/** What has to be known of a directive to tell those concerned that it changed. */
public interface Directives {

    /**
     * A directive.
     *
     * @param subject trích yếu; empty if it says none
     * @param groups agency codes by the id of the phrase that named them
     * @param clauses ids of phrases by the path of the clause that has them
     */
    record Directive(
            String id,
            String province,
            @Nullable String number,
            String subject,
            Map<String, List<String>> groups,
            Map<String, Set<String>> clauses) {

        /** Codes of the agencies that its clauses name. */
        public Set<String> agencies() {
            return agencies(clauses.keySet());
        }

        /** Codes of the agencies that some of its clauses name. */
        public Set<String> agencies(Set<String> paths) {
            Set<String> groupIds = new LinkedHashSet<>();
            paths.forEach(it -> groupIds.addAll(clauses.getOrDefault(it, Set.of())));
            Set<String> codes = new TreeSet<>();
            groupIds.forEach(it -> codes.addAll(groups.getOrDefault(it, List.of())));
            return codes;
        }

        /** The same, when an amendment names more agencies in some of its clauses. */
        public Directive withAll(Map<String, List<String>> added) {
            Map<String, List<String>> more = new HashMap<>(groups);
            Map<String, Set<String>> named = new HashMap<>(clauses);
            added.forEach((path, codes) -> {
                String group = "amended/" + path + "/" + more.size();
                more.put(group, codes);
                Set<String> ids = new LinkedHashSet<>(named.getOrDefault(path, Set.of()));
                ids.add(group);
                named.put(path, ids);
            });
            return new Directive(id, province, number, subject, more, named);
        }

        /** The same, once it has a number or another subject. */
        public Directive called(@Nullable String itsNumber, @Nullable String itsSubject) {
            return new Directive(
                    id,
                    province,
                    itsNumber == null ? number : itsNumber,
                    itsSubject == null ? subject : itsSubject,
                    groups,
                    clauses);
        }
    }

    /** Takes over a directive as it was said at a sequence, unless something later is already known. */
    void learn(AccessScope scope, Directive directive, long sequence);

    Optional<Directive> find(AccessScope scope, String id);
}
