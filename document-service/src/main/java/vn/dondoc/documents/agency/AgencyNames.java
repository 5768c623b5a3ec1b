package vn.dondoc.documents.agency;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The names that one province's agencies go by in documents, and where they stand in a phrase. Everything here is in the
 * spelling of {@link VietnameseSpelling}.
 *
 * <p>An agency is called by its name and its aliases; with or without "tỉnh X"; a department by its initials (Sở KH&amp;ĐT);
 * a district or commune without "UBND" where nothing else could be meant. A name followed by another province's name is
 * that province's agency and is left out.
 */
final class AgencyNames {

    private static final String PROVINCE = folded("tỉnh");
    private static final String AND_WORD = folded("và");
    private static final String INSPECTORATE = folded("thanh tra");
    private static final String COMMITTEE = folded("ủy ban nhân dân") + " ";
    private static final String DEPARTMENT = folded("sở") + " ";
    private static final String OF_PARTY = " " + folded("tỉnh ủy");
    private static final Pattern OWN_NAME = Pattern.compile(COMMITTEE + folded("(tỉnh|thành phố) ") + "(.+)");
    private static final String LOCAL_SORTS = folded("huyện|quận|thành phố|thị xã|thị trấn|đặc khu|xã|phường");
    private static final Pattern LOCAL_NAME = Pattern.compile("(" + LOCAL_SORTS + ") (.+)");
    private static final Pattern PARTY_NAME =
            Pattern.compile(folded("((?:huyện|quận|thành|thị) ủy|đảng ủy (?:" + "xã|phường|đặc khu)) ") + "(.+)");
    private static final Pattern AND = Pattern.compile(folded(" và |[,;] (và )?|, ?|; ?"));
    private static final Map<String, String> SHORT_SORTS =
            Map.of(folded("thành"), folded("thành phố"), folded("thị"), folded("thị xã"));

    /** "các sở: …", "UBND các huyện, thị xã …": what follows may be the members' names without their sort. */
    private static final Pattern LIST_HEAD = Pattern.compile(
            folded(
                    "các (sở|(?:huyện|quận|thành|thị) ủy|(?:huyện|quận|thành phố|thị xã|thị trấn|đặc khu|xã|phường"
                            + "|thành(?! phố| ủy)|thị(?! xã| trấn| ủy))"
                            + "(?:(?:, | và )(?:huyện|quận|thành phố|thị xã|thị trấn|đặc khu|xã|phường|thành|thị))*)(?:: ?| )"));

    private static final List<String> ALL_PROVINCES =
            Provinces.names().stream().map(VietnameseSpelling::folded).toList();

    private final List<Name> names = new ArrayList<>();
    private final List<Member> members = new ArrayList<>();
    private final List<String> otherProvinces;

    /** How much has to stand around a name for it to be meant. */
    private enum Standing {
        /** The name says it all. */
        ANYWHERE,
        /** Part of a name: only where the phrase goes on with nothing that could narrow it. */
        AT_AN_END,
        /** A place's name for its committee: only where the phrase names nothing else beside it. */
        ALONE
    }

    private record Name(String text, Standing standing, Agency agency) {}

    /** A member of a sort, as a list under that sort names it. */
    private record Member(String sort, String text, Agency agency) {}

    AgencyNames(List<Agency> catalogue) {
        Set<String> own = ownNames(catalogue);
        this.otherProvinces =
                ALL_PROVINCES.stream().filter(it -> !own.contains(it)).toList();
        for (Agency agency : catalogue) {
            addNames(agency, own);
            addMembers(agency);
        }
        names.sort(Comparator.comparing((Name it) -> it.text().length()).reversed());
        members.sort(Comparator.comparing((Member it) -> it.text().length()).reversed());
    }

    /** Adds the codes that lists under a sort name, and returns the phrase without those lists. */
    String takeLists(String phrase, LocalDate day, Set<String> codes) {
        StringBuilder left = new StringBuilder();
        int done = 0;
        Matcher head = LIST_HEAD.matcher(phrase);
        while (head.find(done)) {
            int end = takeMembers(phrase, head.end(), sorts(head.group(1)), day, codes);
            left.append(phrase, done, end > head.end() ? head.start() : head.end());
            if (end > head.end()) {
                left.append('#');
            }
            done = Math.max(end, head.end());
        }
        return left.append(phrase.substring(done)).toString();
    }

    /** Adds the codes of the agencies that the phrase names one by one. */
    void takeNames(String phrase, LocalDate day, Set<String> codes) {
        String left = phrase;
        // longest first, each taken out once found, so that a part of a name is not found again
        for (Name name : names) {
            int at = name.agency().existsOn(day) ? left.indexOf(name.text()) : -1;
            while (at >= 0) {
                int end = at + name.text().length();
                if (isMeant(left, at, end, name.standing())) {
                    codes.add(name.agency().code());
                    left = left.substring(0, at) + "#" + left.substring(end);
                }
                at = left.indexOf(name.text(), at + 1);
            }
        }
    }

    private static Set<String> ownNames(List<Agency> catalogue) {
        Set<String> own = new TreeSet<>();
        for (Agency agency : catalogue) {
            Matcher name = OWN_NAME.matcher(folded(agency.name()));
            if (agency.kind() == AgencyKind.PROVINCE_COMMITTEE && name.matches()) {
                own.add(name.group(2));
            }
        }
        return own;
    }

    private void addNames(Agency agency, Set<String> own) {
        String name = folded(agency.name());
        add(name, Standing.ANYWHERE, agency);
        add(name.replace(" - ", ", "), Standing.ANYWHERE, agency);
        agency.aliases().forEach(it -> add(folded(it), Standing.ANYWHERE, agency));
        for (String province : own) {
            if (name.endsWith(" " + PROVINCE)) {
                add(name.substring(0, name.length() - PROVINCE.length()) + province, Standing.ANYWHERE, agency);
            }
            if (name.endsWith(" " + province)) {
                String shorter = name.substring(0, name.length() - province.length() - 1);
                add(shorter, shorter.endsWith(PROVINCE) ? Standing.ANYWHERE : Standing.AT_AN_END, agency);
            }
        }
        boolean committee = agency.kind() == AgencyKind.PROVINCE_COMMITTEE || agency.kind() == AgencyKind.OFFICE;
        for (String ending : List.of(" " + PROVINCE, OF_PARTY)) {
            if (name.endsWith(ending) && !committee) {
                add(name.substring(0, name.length() - ending.length()), Standing.AT_AN_END, agency);
            }
        }
        if (agency.kind() == AgencyKind.DEPARTMENT && name.startsWith(DEPARTMENT)) {
            add(DEPARTMENT + initials(agency), Standing.ANYWHERE, agency);
        }
        if (isLocal(agency) && name.startsWith(COMMITTEE)) {
            add(name.substring(COMMITTEE.length()), Standing.ALONE, agency);
        }
    }

    /** A single word names nobody: "báo", "thanh tra" without more could be anything. */
    private void add(String text, Standing standing, Agency agency) {
        boolean tellsEnough = standing != Standing.AT_AN_END || text.indexOf(' ') > 0 && !text.equals(INSPECTORATE);
        if (tellsEnough && names.stream().noneMatch(it -> it.text().equals(text) && it.agency() == agency)) {
            names.add(new Name(text, standing, agency));
        }
    }

    private void addMembers(Agency agency) {
        String name = folded(agency.name());
        if (agency.kind() == AgencyKind.DEPARTMENT && name.startsWith(DEPARTMENT)) {
            addMember(DEPARTMENT.strip(), name.substring(DEPARTMENT.length()), agency);
            addMember(DEPARTMENT.strip(), initials(agency), agency);
        }
        Matcher local = LOCAL_NAME.matcher(name.startsWith(COMMITTEE) ? name.substring(COMMITTEE.length()) : name);
        if (isLocal(agency) && local.matches()) {
            addMember(local.group(1), local.group(2), agency);
        }
        Matcher party = PARTY_NAME.matcher(name);
        if (party.matches()) {
            addMember(party.group(1), party.group(2), agency);
        }
    }

    private void addMember(String sort, String text, Agency agency) {
        members.add(new Member(sort, text, agency));
        members.add(new Member("", sort + " " + text, agency));
    }

    private int takeMembers(String phrase, int from, Set<String> sorts, LocalDate day, Set<String> codes) {
        int end = from;
        Optional<Member> member = memberAt(phrase, from, sorts, day);
        while (member.isPresent()) {
            codes.add(member.get().agency().code());
            end += member.get().text().length();
            Matcher and = AND.matcher(phrase).region(end, phrase.length());
            if (!and.lookingAt()) {
                return end;
            }
            int next = and.end();
            member = memberAt(phrase, next, sorts, day);
            if (member.isPresent()) {
                end = next;
            }
        }
        return end;
    }

    private Optional<Member> memberAt(String phrase, int at, Set<String> sorts, LocalDate day) {
        return members.stream()
                .filter(it -> it.sort().isEmpty() || sorts.contains(it.sort()))
                .filter(it -> it.agency().existsOn(day))
                .filter(it -> phrase.startsWith(it.text(), at)
                        && endsWord(phrase, at + it.text().length()))
                .findFirst();
    }

    private static Set<String> sorts(String listed) {
        Set<String> sorts = new TreeSet<>();
        for (String sort : AND.split(listed)) {
            sorts.add(SHORT_SORTS.getOrDefault(sort, sort));
        }
        return sorts;
    }

    private boolean isMeant(String text, int at, int end, Standing standing) {
        boolean whole = (at == 0 || !Character.isLetterOrDigit(text.charAt(at - 1))) && endsWord(text, end);
        if (!whole || isOfAnotherProvince(text, end)) {
            return false;
        }
        return switch (standing) {
            case ANYWHERE -> true;
            case AT_AN_END -> isAnEnd(text, end);
            case ALONE ->
                isAnEnd(text, end) && isABeginning(text.substring(0, at).stripTrailing());
        };
    }

    private static boolean isABeginning(String before) {
        return before.isEmpty()
                || ",;:(#".indexOf(before.charAt(before.length() - 1)) >= 0
                || before.equals(AND_WORD)
                || before.endsWith(" " + AND_WORD);
    }

    private static boolean isAnEnd(String text, int end) {
        return end >= text.length()
                || ",;:.()#".indexOf(text.charAt(end)) >= 0
                || text.startsWith(" " + AND_WORD + " ", end)
                || text.startsWith(" #", end)
                || text.startsWith(" " + PROVINCE, end);
    }

    private boolean isOfAnotherProvince(String text, int end) {
        String rest = text.substring(end);
        String named = rest.startsWith(" " + PROVINCE + " ") ? rest.substring(PROVINCE.length() + 1) : rest;
        return otherProvinces.stream().anyMatch(it -> named.startsWith(" " + it) && endsWord(named, it.length() + 1));
    }

    private static boolean endsWord(String text, int end) {
        return end >= text.length() || !Character.isLetterOrDigit(text.charAt(end));
    }

    private static boolean isLocal(Agency agency) {
        return agency.kind() == AgencyKind.DISTRICT || agency.kind() == AgencyKind.COMMUNE;
    }

    private static String initials(Agency agency) {
        return folded(VietnameseSpelling.initials(agency.name().strip().substring(2)));
    }

    private static String folded(String text) {
        // blanks at the ends are part of the words above
        String inner = VietnameseSpelling.folded(text);
        return (text.startsWith(" ") ? " " : "") + inner + (text.endsWith(" ") ? " " : "");
    }
}
