package vn.dondoc.notifications.notice.web;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.dondoc.notifications.notice.Notice;
import vn.dondoc.notifications.notice.Notices;
import vn.dondoc.notifications.notice.Reading;
import vn.dondoc.notifications.notice.wording.Language;
import vn.dondoc.notifications.notice.wording.Wordings;

/**
 * An inbox, counted; what is put away is not.
 *
 * @param unseen those that stood in no list yet
 * @param unread those that nobody opened
 * @param unacknowledged those that nobody says are known
 * @param groups by directive, those with most unread first
 */
record InboxSummary(int total, int unseen, int unread, int unacknowledged, List<Group> groups) {

    /**
     * Those of one directive.
     *
     * @param directiveNumber filter of {@code GET /notices?directive=}; absent for those of none
     * @param heading such as {@code Văn bản 4709/UBND-KSTT: 9 nhiệm vụ mới}
     */
    record Group(@Nullable String directiveNumber, String heading, String headingEn, int total, int unread) {}

    static InboxSummary of(List<Notices.Alike> alike, Wordings wordings) {
        Map<String, List<Notices.Alike>> byDirective = alike.stream()
                .collect(Collectors.groupingBy(
                        it -> Objects.requireNonNullElse(it.directiveNumber(), ""),
                        LinkedHashMap::new,
                        Collectors.toList()));
        List<Group> groups = new ArrayList<>();
        byDirective.values().forEach(it -> groups.add(group(it, wordings)));
        groups.sort(Comparator.comparingInt(Group::unread).reversed().thenComparing(Group::heading));
        return new InboxSummary(
                count(alike, it -> true),
                count(alike, it -> it.stage() == Reading.Stage.NEW),
                count(alike, it -> it.stage().compareTo(Reading.Stage.READ) < 0),
                count(alike, it -> it.stage() != Reading.Stage.ACKNOWLEDGED),
                groups);
    }

    private static Group group(List<Notices.Alike> alike, Wordings wordings) {
        String directive = alike.getFirst().directiveNumber();
        return new Group(
                directive,
                heading(directive, alike, wordings, Language.VI),
                heading(directive, alike, wordings, Language.EN),
                count(alike, it -> true),
                count(alike, it -> it.stage().compareTo(Reading.Stage.READ) < 0));
    }

    private static String heading(
            @Nullable String directive, List<Notices.Alike> alike, Wordings wordings, Language language) {
        Map<Notice.Kind, Integer> kinds = new EnumMap<>(Notice.Kind.class);
        alike.forEach(it -> kinds.merge(it.kind(), it.count(), Integer::sum));
        return wordings.headed(directive, language) + ": "
                + kinds.entrySet().stream()
                        .map(it -> wordings.counted(it.getKey(), it.getValue(), language))
                        .collect(Collectors.joining(", "));
    }

    private static int count(List<Notices.Alike> alike, Predicate<Notices.Alike> which) {
        return alike.stream().filter(which).mapToInt(Notices.Alike::count).sum();
    }
}
