package vn.dondoc.documents.directive;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * To whom a directive goes: its phrases, resolved to agencies on a day. A phrase that says no more than "các đơn vị" means
 * those whom the paper is addressed to.
 *
 * @param day on which agencies were looked for
 * @param agencies codes by phrase
 */
public record Addressing(LocalDate day, Map<String, List<String>> agencies) {

    private static final String UNIT = "(cơ quan|đơn vị|địa phương|tổ chức|ngành)";

    private static final Pattern THOSE_ADDRESSED = Pattern.compile("(yêu cầu |đề nghị )?(các |những )?" + UNIT
            + "((, | và |/)(các )?" + UNIT + ")*"
            + "( nêu trên| trên| được giao| có tên trên| thuộc thẩm quyền quản lý| nhận văn bản này)?");

    /**
     * Where a clause goes.
     *
     * @param lead agencies that lead
     * @param nobody its phrases that name no agency
     * @param dueOn last day named, if one is; what is counted is dated when the directive is issued
     * @param past whether that day is over
     * @param uncomputed whether its last day is not known before something else happens
     */
    public record Duty(
            String path,
            String text,
            List<String> lead,
            List<String> cooperating,
            List<String> nobody,
            TimeLimit.Kind limit,
            @Nullable LocalDate dueOn,
            boolean past,
            boolean uncomputed) {

        /** How many agencies get something to do. */
        public int tasks() {
            return lead.size() + cooperating.size();
        }
    }

    /** @param named agencies that a phrase names on a day */
    static Addressing of(Reading reading, LocalDate day, BiFunction<String, LocalDate, List<String>> named) {
        Set<String> phrases = new LinkedHashSet<>(reading.addressees());
        for (Provision provision : reading.provisions()) {
            phrases.addAll(provision.assignees());
            phrases.addAll(provision.cooperating());
        }
        Map<String, List<String>> found = new LinkedHashMap<>();
        phrases.forEach(it -> found.put(it, named.apply(it, day)));
        Set<String> addressed = new TreeSet<>();
        reading.addressees().forEach(it -> addressed.addAll(found.getOrDefault(it, List.of())));
        found.replaceAll((phrase, agencies) ->
                agencies.isEmpty() && meansThoseAddressed(phrase) ? List.copyOf(addressed) : agencies);
        return new Addressing(day, found);
    }

    private static boolean meansThoseAddressed(String phrase) {
        String said = phrase.strip().toLowerCase(Locale.ROOT).replaceAll("[.;:]+$", "");
        return THOSE_ADDRESSED.matcher(said).matches();
    }

    List<AddressedGroup> groups() {
        List<AddressedGroup> groups = new ArrayList<>();
        agencies.forEach((phrase, codes) -> groups.add(new AddressedGroup("g" + (groups.size() + 1), phrase, codes)));
        return groups;
    }

    /** Where each clause goes, as of {@code today}. */
    public List<Duty> duties(Reading reading, LocalDate today) {
        return reading.provisions().stream()
                .map(it -> {
                    List<String> lead = codes(it.assignees());
                    List<String> cooperating = codes(it.cooperating());
                    cooperating = cooperating.stream()
                            .filter(code -> !lead.contains(code))
                            .toList();
                    List<String> nobody = new ArrayList<>(it.assignees());
                    nobody.addAll(it.cooperating());
                    nobody.removeIf(
                            phrase -> !agencies.getOrDefault(phrase, List.of()).isEmpty());
                    LocalDate dueOn = it.limit().date();
                    return new Duty(
                            it.path(),
                            it.excerpt(),
                            lead,
                            cooperating,
                            nobody,
                            it.limit().kind(),
                            dueOn,
                            dueOn != null && dueOn.isBefore(today),
                            it.limit().waitsForAnother());
                })
                .toList();
    }

    private List<String> codes(Collection<String> phrases) {
        return phrases.stream()
                .flatMap(it -> agencies.getOrDefault(it, List.of()).stream())
                .distinct()
                .sorted()
                .toList();
    }
}
