package vn.dondoc.embedded.store;

import static java.util.Objects.requireNonNull;

import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.bson.Document;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Which index serves a query, and which stretches of it.
 *
 * <p>An index serves with its leading fields: values first, then one range. The one that pins down most fields wins; of
 * two that pin down as many, the one that also gives the order asked for; then the one with fewer fields. There are no
 * statistics: a query deserves an index that begins with the fields it gives by value, goes on with its order and ends
 * with its range.
 *
 * @param index {@code null} if every document must be looked at
 * @param stretches of the index, in the order in which they are to be read
 * @param backwards whether the stretches are read from the end
 * @param sorted whether they give the order asked for
 * @param exact whether they hold what matches and nothing else, so that counting needs no document
 * @param points whether each stretch begins with the key of a document and holds no other
 * @param once whether a document is met once only
 */
record QueryPlan(
        @Nullable StoredIndex index,
        List<Bounds.Stretch> stretches,
        boolean backwards,
        boolean sorted,
        boolean exact,
        boolean points,
        boolean once) {

    /** More values than this in one query are looked up by its first field alone. */
    private static final int MOST_STRETCHES = 20_000;

    private static final int VALUE = 4;
    private static final int RANGE = 3;
    private static final int SORTED = 1;

    static QueryPlan of(Document filter, @Nullable Document sort, List<StoredIndex> indexes, int documents) {
        Map<String, Bounds> bounds = Bounds.of(filter);
        List<Map.Entry<String, Boolean>> order = order(sort);
        List<Candidate> candidates = new ArrayList<>();
        for (StoredIndex index : leadingStraight(indexes, bounds, order)) {
            Candidate candidate = new Candidate(index, bounds, order);
            if (candidate.usable()) {
                candidates.add(candidate);
            }
        }
        return candidates.stream()
                .max(Comparator.comparingInt(Candidate::score)
                        .thenComparing(Comparator.comparingInt(
                                        (Candidate it) -> it.index.getKeys().size())
                                .reversed()))
                .map(it -> it.plan(filter, documents))
                .orElseGet(() -> new QueryPlan(
                        null,
                        List.of(Bounds.all(Tables.bytes(documents))),
                        false,
                        order.isEmpty(),
                        filter.isEmpty(),
                        false,
                        true));
    }

    /** Where ids are given and no order is asked for, nothing leads straighter to the documents than their ids. */
    private static List<StoredIndex> leadingStraight(
            List<StoredIndex> indexes, Map<String, Bounds> bounds, List<Map.Entry<String, Boolean>> order) {
        Bounds ids = bounds.get("_id");
        return ids != null && ids.byValue() && order.isEmpty()
                ? indexes.stream().filter(IdIndex.class::isInstance).toList()
                : indexes;
    }

    /** Fields to sort by, and whether ascending; none if in any order. */
    private static List<Map.Entry<String, Boolean>> order(@Nullable Document sort) {
        if (sort == null || sort.isEmpty() || sort.containsKey("$natural")) {
            return List.of();
        }
        List<Map.Entry<String, Boolean>> order = new ArrayList<>();
        sort.forEach((field, direction) ->
                order.add(Map.entry(field, !(direction instanceof Number number) || number.intValue() >= 0)));
        return order;
    }

    /** One index, held against a query. */
    private static final class Candidate {

        private final StoredIndex index;
        private final Map<String, Bounds> bounds;
        private final List<Map.Entry<String, Boolean>> order;
        private final Set<String> lists;
        private List<String> constant = List.of();
        private int byValue;
        private boolean byRange;
        private boolean sorted;
        private boolean backwards;

        Candidate(StoredIndex index, Map<String, Bounds> bounds, List<Map.Entry<String, Boolean>> order) {
            this.index = index;
            this.bounds = bounds;
            this.order = order;
            this.lists = index instanceof OrderedIndex ordered ? ordered.lists() : Set.of();
            List<IndexKey> keys = index.getKeys();
            long stretches = 1;
            for (IndexKey key : keys) {
                Bounds of = bounds.get(key.getKey());
                if (of == null || !of.byValue() || stretches * of.values().size() > MOST_STRETCHES && byValue > 0) {
                    break;
                }
                stretches *= of.values().size();
                byValue++;
            }
            if (byValue < keys.size()) {
                Bounds next = bounds.get(keys.get(byValue).getKey());
                byRange = next != null && next.byRange();
            }
            constant = keys.subList(0, byValue).stream()
                    .map(IndexKey::getKey)
                    .filter(it -> requireNonNull(bounds.get(it)).values().size() == 1)
                    .toList();
            decideOrder(keys);
        }

        /** Whether each document stands in the stretches once: a list that is asked for by one value has one entry. */
        private boolean once() {
            return constant.containsAll(lists);
        }

        /**
         * Fields that have one value only do not disturb an order. Stretches follow each other in the order of the index,
         * so fields with several values keep it.
         */
        private void decideOrder(List<IndexKey> keys) {
            if (order.isEmpty()) {
                sorted = true;
                return;
            }
            if (!once()) {
                return; // a document stands in more places than one
            }
            List<Map.Entry<String, Boolean>> asked =
                    order.stream().filter(it -> !constant.contains(it.getKey())).toList();
            List<IndexKey> given =
                    keys.stream().filter(it -> !constant.contains(it.getKey())).toList();
            if (asked.size() > given.size()) {
                return;
            }
            boolean same = true;
            boolean turned = true;
            for (int i = 0; i < asked.size(); i++) {
                if (!asked.get(i).getKey().equals(given.get(i).getKey())) {
                    return;
                }
                boolean alike = asked.get(i).getValue() == given.get(i).isAscending();
                same &= alike;
                turned &= !alike;
            }
            sorted = same || turned;
            backwards = !same && turned;
        }

        boolean usable() {
            boolean serves = byValue > 0 || byRange || onlyPresence() || sorted && !order.isEmpty();
            return serves && (!index.sparse() || impliesAnEntry());
        }

        /** A sparse index of one field holds just the documents that have it. */
        private boolean onlyPresence() {
            Bounds first = bounds.get(index.getKeys().getFirst().getKey());
            return index.sparse() && index.getKeys().size() == 1 && first != null && first.presence();
        }

        private boolean impliesAnEntry() {
            return index.getKeys().stream().anyMatch(it -> {
                Bounds of = bounds.get(it.getKey());
                return of != null && of.presence();
            });
        }

        int score() {
            int presence = byValue == 0 && !byRange && onlyPresence() ? RANGE : 0;
            return byValue * VALUE + (byRange ? RANGE : 0) + presence + (sorted && !order.isEmpty() ? SORTED : 0);
        }

        QueryPlan plan(Document filter, int documents) {
            List<IndexKey> keys = index.getKeys();
            int table = index instanceof OrderedIndex ordered ? ordered.table() : documents;
            List<byte[]> prefixes = List.of(Tables.bytes(table));
            for (IndexKey key : keys.subList(0, byValue)) {
                prefixes = extended(prefixes, key);
            }
            List<Bounds.Stretch> stretches = new ArrayList<>();
            for (byte[] prefix : prefixes) {
                stretches.add(
                        byRange
                                ? requireNonNull(bounds.get(keys.get(byValue).getKey()))
                                        .range(
                                                prefix,
                                                keys.get(byValue).isAscending(),
                                                lists.contains(keys.get(byValue).getKey()))
                                : Bounds.all(prefix));
            }
            return new QueryPlan(
                    index,
                    backwards ? stretches.reversed() : stretches,
                    backwards,
                    sorted,
                    exact(filter),
                    index instanceof IdIndex && byValue > 0,
                    once());
        }

        /** Each prefix with each of the values of one more field, in the order of the index. */
        private List<byte[]> extended(List<byte[]> prefixes, IndexKey key) {
            Bounds of = requireNonNull(bounds.get(key.getKey()));
            List<byte[]> next = new ArrayList<>();
            for (byte[] prefix : prefixes) {
                TreeSet<byte[]> values = new TreeSet<>(Arrays::compareUnsigned);
                for (Object value : of.values()) {
                    values.add(new SortKey()
                            .append(prefix)
                            .append(value, key.isAscending())
                            .bytes());
                }
                next.addAll(values);
            }
            return next;
        }

        private boolean exact(Document filter) {
            int served = byValue + (byRange || byValue == 0 && onlyPresence() ? 1 : 0);
            List<String> fields =
                    index.getKeys().stream().limit(served).map(IndexKey::getKey).toList();
            return once()
                    && filter.keySet().stream().allMatch(it -> {
                        Bounds of = bounds.get(it);
                        return fields.contains(it) && of != null && of.sayAll();
                    });
        }
    }
}
