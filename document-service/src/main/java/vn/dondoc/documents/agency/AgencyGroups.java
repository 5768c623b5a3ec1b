package vn.dondoc.documents.agency;

import java.text.Normalizer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Which agencies a phrase names on a day. A phrase names agencies one by one ("Sở Nội vụ") or by sort ("các sở, ban,
 * ngành cấp tỉnh", "UBND các huyện, thành phố, thị xã"), as themselves or through their heads ("Chủ tịch UBND các
 * huyện"). What it does not recognise it leaves out; the clerk sees an empty group.
 */
public final class AgencyGroups {

    private static final Pattern DEPARTMENTS_BY_SORT = Pattern.compile(
            "(^|[ ,;])(các )?sở(, ban)?,? (ban,? )?ngành|(^|[ ,;])các sở([ ,;]|$)|(^|[ ,;])các ban, ngành");
    private static final Pattern DISTRICTS_BY_SORT =
            Pattern.compile("(ubnd|ủy ban nhân dân|uỷ ban nhân dân) (các |cấp )(huyện|thành phố|thị xã)");
    private static final Pattern COMMUNES_BY_SORT =
            Pattern.compile("(ubnd|ủy ban nhân dân|uỷ ban nhân dân) (các |cấp )(xã|phường)");
    private static final Pattern EVERYBODY = Pattern.compile(
            "các cơ quan,? đơn vị(, địa phương)?|các cơ quan hành chính|các sở, ngành, địa phương|chính quyền các cấp");

    private final List<Agency> catalogue;

    /** @param catalogue agencies of one province */
    public AgencyGroups(List<Agency> catalogue) {
        this.catalogue = catalogue.stream()
                .sorted(Comparator.comparing((Agency it) -> it.name().length()).reversed())
                .toList();
    }

    /** Codes of the agencies that {@code phrase} names on {@code day}, in catalogue order. */
    public List<String> named(String phrase, LocalDate day) {
        String text = fold(phrase);
        Set<String> codes = new LinkedHashSet<>();
        for (AgencyKind kind : kindsNamed(text)) {
            existing(day).stream()
                    .filter(it -> it.kind() == kind)
                    .map(Agency::code)
                    .forEach(codes::add);
        }
        if (codes.isEmpty()) {
            codes.addAll(namedOneByOne(text, day));
        }
        return codes.stream().sorted().toList();
    }

    private static Set<AgencyKind> kindsNamed(String text) {
        Set<AgencyKind> kinds = EnumSet.noneOf(AgencyKind.class);
        if (EVERYBODY.matcher(text).find()) {
            kinds.add(AgencyKind.DEPARTMENT);
            kinds.add(AgencyKind.DISTRICT);
            kinds.add(AgencyKind.COMMUNE);
        }
        if (DEPARTMENTS_BY_SORT.matcher(text).find()) {
            kinds.add(AgencyKind.DEPARTMENT);
        }
        if (DISTRICTS_BY_SORT.matcher(text).find()) {
            kinds.add(AgencyKind.DISTRICT);
        }
        if (COMMUNES_BY_SORT.matcher(text).find()) {
            kinds.add(AgencyKind.COMMUNE);
        }
        return kinds;
    }

    /** Longest names first, each taken out of the text once found, so that a part of a name is not found again. */
    private List<String> namedOneByOne(String text, LocalDate day) {
        List<String> codes = new ArrayList<>();
        String left = text;
        for (Agency agency : existing(day)) {
            for (String name : names(agency)) {
                if (containsWhole(left, name)) {
                    codes.add(agency.code());
                    left = left.replace(name, "#");
                    break;
                }
            }
        }
        return codes;
    }

    private static List<String> names(Agency agency) {
        List<String> names = new ArrayList<>();
        names.add(fold(agency.name()));
        agency.aliases().forEach(it -> names.add(fold(it)));
        return names;
    }

    private static boolean containsWhole(String text, String name) {
        int at = text.indexOf(name);
        while (at >= 0) {
            int end = at + name.length();
            boolean startsWord = at == 0 || !Character.isLetterOrDigit(text.charAt(at - 1));
            boolean endsWord = end == text.length() || !Character.isLetterOrDigit(text.charAt(end));
            if (startsWord && endsWord) {
                return true;
            }
            at = text.indexOf(name, at + 1);
        }
        return false;
    }

    private List<Agency> existing(LocalDate day) {
        return catalogue.stream().filter(it -> it.existsOn(day)).toList();
    }

    private static String fold(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC)
                .toLowerCase(Locale.ROOT)
                .replace("uỷ ban", "ủy ban")
                .replaceAll("\\s+", " ")
                .strip();
    }
}
