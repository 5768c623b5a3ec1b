package vn.dondoc.documents.format.edxml;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An element with its text and children, by local name: programs disagree on prefixes. */
final class EdxmlTree {

    private final String name;
    private final StringBuilder text = new StringBuilder();
    private final List<EdxmlTree> children = new ArrayList<>();

    EdxmlTree(String name) {
        this.name = name;
    }

    String name() {
        return name;
    }

    void append(String more) {
        text.append(more);
    }

    EdxmlTree add(String childName) {
        EdxmlTree child = new EdxmlTree(childName);
        children.add(child);
        return child;
    }

    /** The first child of that name; an empty element when there is none. */
    EdxmlTree child(String childName) {
        return children.stream()
                .filter(it -> it.name.equals(childName))
                .findFirst()
                .orElseGet(() -> new EdxmlTree(childName));
    }

    List<EdxmlTree> children(String childName) {
        return children.stream().filter(it -> it.name.equals(childName)).toList();
    }

    boolean isEmpty() {
        return children.isEmpty() && text().isEmpty();
    }

    /** Anywhere below. */
    Optional<EdxmlTree> find(String below) {
        for (EdxmlTree child : children) {
            Optional<EdxmlTree> found = child.name.equals(below) ? Optional.of(child) : child.find(below);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    String text() {
        return text.toString().strip();
    }

    /** Null when the child is missing or blank. */
    @Nullable
    String text(String childName) {
        String it = child(childName).text();
        return it.isEmpty() ? null : it;
    }
}
