package vn.dondoc.documents.intake.duty;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.dondoc.documents.intake.lexicon.Actors;
import vn.dondoc.documents.intake.lexicon.Bodies;
import vn.dondoc.documents.intake.lexicon.Calls;
import vn.dondoc.documents.intake.lexicon.Verbs;

/**
 * How a sentence tells somebody to do something.
 *
 * @param after it from whoever acts on, or all of it
 * @param words of the deed
 * @param calls whether it calls upon somebody, rather than say who does
 */
record Telling(String whole, String after, Actors.Opening opening, String words, boolean calls) {

    /** "Đối với UBND các huyện, Chủ tịch UBND tỉnh yêu cầu …": who is concerned acts. */
    private static final Pattern CONCERNED = Pattern.compile("^(?:Đối với|Về phía) (.{3,160}?), (?:" + Bodies.ISSUER
            + ")(?: cũng| còn)? (?:yêu cầu|đề nghị|chỉ đạo|giao)(?: phải| cần)? (?=\\p{Ll})");

    private static final Pattern CALLS_SOMEBODY = Pattern.compile("^(?:Yêu cầu|Đề nghị|Giao) (?=\\p{Ll})");

    private static final int LONGEST_UNKNOWN = 7;

    boolean namesNobody() {
        return opening.isEmpty();
    }

    /** Whoever it calls upon, or who does it by themselves. */
    static Telling of(String whole) {
        Matcher concerned = CONCERNED.matcher(whole);
        if (concerned.find()) {
            Actors.Opening whom = Actors.opening(concerned.group(1));
            if (!whom.isEmpty() && whom.length() >= concerned.group(1).length()) {
                String deed = whole.substring(concerned.end());
                return new Telling(whole, deed, new Actors.Opening(whom.phrases(), 0), Calls.withoutRole(deed), true);
            }
        }
        String after = Calls.fromCall(whole);
        boolean calls = Calls.calls(whole, after);
        Actors.Opening opening = Actors.opening(after);
        if (!calls && opening.isEmpty()) {
            Optional<Telling> unknown = callsUnknown(whole);
            if (unknown.isPresent()) {
                return unknown.get();
            }
            String acts = Calls.fromLeadIn(whole);
            Actors.Opening other = Actors.opening(acts);
            after = other.isEmpty() ? after : acts;
            opening = other.isEmpty() ? opening : other;
        }
        String words =
                after.substring(Math.min(opening.length(), after.length())).replaceFirst("^[,:;\\s]+", "");
        return new Telling(whole, after, opening, Calls.withoutRole(words), calls);
    }

    /** "Yêu cầu các chủ bến lắp trạm cân": whoever stands between the verb of calling and that of doing. */
    private static Optional<Telling> callsUnknown(String whole) {
        Matcher call = CALLS_SOMEBODY.matcher(whole);
        if (!call.find() || Verbs.does(whole.substring(call.end()))) {
            return Optional.empty();
        }
        String after = whole.substring(call.end());
        int words = 0;
        for (int blank = after.indexOf(' ');
                blank > 0 && words < LONGEST_UNKNOWN;
                blank = after.indexOf(' ', blank + 1)) {
            words++;
            String deed = after.substring(blank + 1);
            String who = after.substring(0, blank);
            if (words > 1 && Verbs.opens(deed) && who.chars().noneMatch(it -> ",;:.".indexOf(it) >= 0)) {
                return Optional.of(new Telling(whole, after, new Actors.Opening(List.of(who), blank + 1), deed, true));
            }
        }
        return Optional.empty();
    }
}
