package vn.dondoc.embedded.store;

import de.bwaldvogel.mongo.bson.Document;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The stage {@code {$group: {_id: {name: "$field", …}, total: {$sum: 1}}}}, which an index over the fields answers by
 * itself.
 *
 * @param fields path of each field by its name in the answer
 * @param total name of the count in the answer
 */
record CountPerGroup(Map<String, String> fields, String total) {

    /** The stages, if they are just this. */
    static Optional<CountPerGroup> of(List<?> stages) {
        if (stages.size() != 1
                || !(stages.getFirst() instanceof Document stage)
                || !(stage.get("$group") instanceof Document group)
                || !(group.get("_id") instanceof Document by)
                || group.size() != 2) {
            return Optional.empty();
        }
        Map<String, String> fields = new LinkedHashMap<>();
        by.forEach((name, path) -> {
            if (path instanceof String text && text.startsWith("$") && !text.startsWith("$$")) {
                fields.put(name, text.substring(1));
            }
        });
        String total = group.keySet().stream()
                .filter(it -> !it.equals("_id"))
                .findFirst()
                .orElseThrow();
        boolean countsOnly = new Document("$sum", 1).equals(group.get(total));
        return countsOnly && fields.size() == by.size() && !fields.isEmpty()
                ? Optional.of(new CountPerGroup(fields, total))
                : Optional.empty();
    }
}
