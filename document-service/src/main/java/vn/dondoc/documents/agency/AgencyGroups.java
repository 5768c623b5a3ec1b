package vn.dondoc.documents.agency;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which agencies a phrase names on a day. A phrase names agencies one by one ("Sở Nội vụ"), in a list under their sort
 * ("các sở: Nội vụ, Tài chính") or by sort alone ("các sở, ban, ngành cấp tỉnh", "UBND các huyện, thành phố, thị xã"), as
 * themselves or through their heads ("Chủ tịch UBND các huyện"). What it does not recognise it leaves out; the clerk sees
 * an empty group.
 *
 * <p>A sort stands for those of the sort who exist on the day: "UBND các huyện" names nobody after 1/7/2025. A sort that
 * is narrowed by where its members lie ("các huyện miền núi") is left out, since the catalogue does not say who that is.
 */
public final class AgencyGroups {

    private static final String AND = "(, | và |; | - |,)";
    private static final String DISTRICTS =
            "huyện|quận|thành phố|thị xã|thành(?! phố| viên| phần)|thị(?! xã| trấn| trường)";
    private static final String COMMUNES = "xã(?! hội)|phường|thị trấn|đặc khu";
    private static final String LOCAL = "(" + DISTRICTS + "|" + COMMUNES + ")";
    private static final String PARTY_SEAT = "(huyện|quận|thành|thị)";
    private static final String WHOLE_WORD = "(?=[ ,;:.()#]|$)";
    private static final String NOT_NARROWED =
            "(?! (miền núi|vùng|ven biển|biên giới|đặc biệt|khó khăn|nghèo|đồng bằng|hải đảo))";

    /** Whose these bodies are says nothing about who is meant, and would be taken for the owner's own name. */
    private static final Pattern OF_THE_PROVINCE = pattern("(trực )?thuộc (ubnd )?tỉnh(?! ủy)" + WHOLE_WORD);

    private static final String AND_MORE = "(" + AND + "(các |cấp )?" + LOCAL + ")";
    private static final Pattern LISTED_LOCALS = pattern("((ubnd|chính quyền) (các |cấp )" + LOCAL + AND_MORE + "*+"
            + "|^cấp " + LOCAL + AND_MORE + "*+"
            + "|(?<!hội đồng nhân dân )các " + LOCAL + AND_MORE + "*+"
            + "|ubnd " + LOCAL + AND_MORE + "++)" + WHOLE_WORD + NOT_NARROWED);
    private static final Pattern LOCAL_SORT = pattern("(" + DISTRICTS + ")|" + COMMUNES);

    /** Tried in this order, each taking its words out of the phrase: the narrower before the wider. */
    private static final List<Sort> SORTS = List.of(
            new Sort(
                    pattern("các (" + PARTY_SEAT + "( ủy)?" + AND + ")*" + PARTY_SEAT + " ủy" + WHOLE_WORD + "|("
                            + PARTY_SEAT + "( ủy)?" + AND + ")+(các )?" + PARTY_SEAT + " ủy" + WHOLE_WORD),
                    EnumSet.of(AgencyKind.DISTRICT_PARTY)),
            new Sort(
                    pattern("đảng ủy (các |cấp )(" + COMMUNES + ")(" + AND + "(" + COMMUNES + "))*" + WHOLE_WORD
                            + "|đảng ủy (" + COMMUNES + ")(" + AND + "(" + COMMUNES + "))+" + WHOLE_WORD),
                    EnumSet.of(AgencyKind.COMMUNE_PARTY)),
            new Sort(pattern("cấp ủy" + WHOLE_WORD), EnumSet.of(AgencyKind.DISTRICT_PARTY, AgencyKind.COMMUNE_PARTY)),
            new Sort(
                    pattern("(các )?cơ quan chuyên môn(?! (trực )?thuộc)|các cơ quan(, đơn vị)? cấp tỉnh"),
                    EnumSet.of(AgencyKind.DEPARTMENT)),
            new Sort(
                    pattern("(các )?đơn vị sự nghiệp( công lập)?(?! (trực )?thuộc)"),
                    EnumSet.of(AgencyKind.PUBLIC_SERVICE_UNIT)),
            new Sort(
                    pattern("các cơ quan,? đơn vị(?! sự nghiệp)|các cơ quan hành chính|các cấp(, | và )các ngành"
                            + "|các ngành(, | và )các cấp|các đơn vị, địa phương|các ngành(, | và )(các )?địa phương"),
                    EnumSet.of(AgencyKind.DEPARTMENT, AgencyKind.DISTRICT, AgencyKind.COMMUNE)),
            new Sort(
                    pattern("(?<!cơ |trụ )sở((, | và |; | - | |,)(ban|ngành|cơ quan|đơn vị))+" + WHOLE_WORD + "|các sở"
                            + WHOLE_WORD + "|các ban(, | và | )ngành|các ngành cấp tỉnh"),
                    EnumSet.of(AgencyKind.DEPARTMENT)),
            new Sort(
                    pattern("(chính quyền|ubnd)( địa phương)? (các|hai|02|2) cấp"),
                    EnumSet.of(AgencyKind.PROVINCE_COMMITTEE, AgencyKind.DISTRICT, AgencyKind.COMMUNE)),
            new Sort(
                    pattern("(các |, | và |chính quyền )địa phương" + NOT_NARROWED),
                    EnumSet.of(AgencyKind.DISTRICT, AgencyKind.COMMUNE)),
            new Sort(pattern("cơ quan (thông tin|truyền thông|báo chí)"), EnumSet.of(AgencyKind.MEDIA)),
            new Sort(
                    pattern("đoàn thể|các tổ chức chính trị( -|,)? xã hội"), EnumSet.of(AgencyKind.MASS_ORGANISATION)));

    private final List<Agency> catalogue;
    private final AgencyNames names;

    private record Sort(Pattern words, Set<AgencyKind> kinds) {}

    /** @param catalogue agencies of one province */
    public AgencyGroups(List<Agency> catalogue) {
        this.catalogue = List.copyOf(catalogue);
        this.names = new AgencyNames(catalogue);
    }

    /** Codes of the agencies that {@code phrase} names on {@code day}, in code order; a code names its agency. */
    public List<String> named(String phrase, LocalDate day) {
        if (catalogue.stream().anyMatch(it -> it.code().equals(phrase) && it.existsOn(day))) {
            return List.of(phrase);
        }
        Set<String> codes = new LinkedHashSet<>();
        String left = OF_THE_PROVINCE
                .matcher(VietnameseSpelling.folded(phrase))
                .replaceAll("")
                .replaceAll(" +", " ")
                .strip();
        left = names.takeLists(left, day, codes);
        Set<AgencyKind> kinds = EnumSet.noneOf(AgencyKind.class);
        for (Sort sort : SORTS) {
            Matcher words = sort.words().matcher(left);
            if (words.find()) {
                kinds.addAll(sort.kinds());
                left = words.replaceAll("#");
            }
        }
        left = takeLocals(left, kinds);
        catalogue.stream()
                .filter(it -> kinds.contains(it.kind()) && it.existsOn(day))
                .map(Agency::code)
                .forEach(codes::add);
        names.takeNames(left, day, codes);
        return codes.stream().sorted().toList();
    }

    /** "UBND các huyện, thành phố, thị xã và các xã, phường" names the sorts it lists. */
    private static String takeLocals(String text, Set<AgencyKind> kinds) {
        Matcher list = LISTED_LOCALS.matcher(text);
        StringBuilder left = new StringBuilder();
        while (list.find()) {
            Matcher sort = LOCAL_SORT.matcher(list.group());
            while (sort.find()) {
                kinds.add(sort.group(1) == null ? AgencyKind.COMMUNE : AgencyKind.DISTRICT);
            }
            list.appendReplacement(left, "#");
        }
        return list.appendTail(left).toString();
    }

    /** Words as they are written in a directive, compared as {@link VietnameseSpelling} compares. */
    private static Pattern pattern(String words) {
        return Pattern.compile(VietnameseSpelling.folded(words));
    }
}
