package vn.dondoc.documents.directive;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.regex.Pattern;

/** Tells how sure the reader is, as counted on papers whose readings were made by hand. */
public final class Sureness {

    /** Where the counts stand: {@code SIGN = share, right of how many}. */
    public static final String RESOURCE = "/sureness.properties";

    private static final Pattern GROUP = Pattern.compile("(?iu)^(?:các|những|mọi|tất cả)(?![\\p{L}])");

    private static final Map<Sign, Double> SHARES = shares();

    private Sureness() {}

    private static Map<Sign, Double> shares() {
        var counted = new Properties();
        try (Reader resource = new InputStreamReader(
                Objects.requireNonNull(Sureness.class.getResourceAsStream(RESOURCE)), StandardCharsets.UTF_8)) {
            counted.load(resource);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        Map<Sign, Double> shares = new EnumMap<>(Sign.class);
        for (Sign it : Sign.values()) {
            shares.put(it, Double.valueOf(counted.getProperty(it.name()).split(",")[0]));
        }
        return shares;
    }

    /** Of everything that is said of a duty. */
    public static List<Sure> of(Provision duty, Reading reading) {
        return signs(duty, reading).stream().map(Sureness::sure).toList();
    }

    /** The duty, marked with how sure the reader is that it is one. */
    public static Provision marked(Provision duty) {
        Mark mark = duty.mark();
        return duty.at(
                new Mark(mark.start(), mark.end(), sure(howItIsADuty(duty)).confidence()));
    }

    /** That a target is set. */
    public static Sure of(Target target) {
        return sure(target.year() == null ? Sign.TARGET_WITHOUT_YEAR : Sign.TARGET_WITH_YEAR);
    }

    private static Sure sure(Sign sign) {
        return new Sure(sign.field(), Objects.requireNonNull(SHARES.get(sign)), sign);
    }

    private static List<Sign> signs(Provision duty, Reading reading) {
        List<Sign> signs = new ArrayList<>();
        signs.add(howItIsADuty(duty));
        signs.add(whoDoesIt(duty));
        TimeLimit limit = duty.limit();
        if (limit.kind() == TimeLimit.Kind.RECURRING) {
            signs.add(limit.recurrence() == null ? Sign.RECURRENCE_WITHOUT_A_DAY : Sign.RECURRENCE_WITH_A_DAY);
        } else {
            signs.add(byWhen(duty, reading));
        }
        return signs;
    }

    private static Sign howItIsADuty(Provision duty) {
        if (duty.path().startsWith("PL.")) {
            return Sign.DUTY_IN_A_ROW;
        } else if (duty.assignees().isEmpty()) {
            return Sign.DUTY_OF_NOBODY;
        }
        return duty.assigneesImplicit() ? Sign.DUTY_UNDER_A_DOER : Sign.DUTY_NAMES_ITS_DOER;
    }

    private static Sign whoDoesIt(Provision duty) {
        List<String> doers = duty.assignees();
        if (doers.isEmpty()) {
            return Sign.DOER_NONE;
        } else if (duty.assigneesImplicit()) {
            return Sign.DOER_INHERITED;
        } else if (doers.stream().anyMatch(it -> GROUP.matcher(it).find())) {
            return Sign.DOER_GROUP_NAMED;
        }
        return doers.size() == 1 ? Sign.DOER_ONE_NAMED : Sign.DOER_SEVERAL_NAMED;
    }

    private static Sign byWhen(Provision duty, Reading reading) {
        long others = reading.times().stream()
                .filter(it -> duty.path().equals(it.path()) && it.standing() != TimeMention.Standing.LIMIT)
                .count();
        TimeLimit limit = duty.limit();
        boolean none = limit.date() == null && limit.relative() == null;
        if (none) {
            return others == 0 ? Sign.LIMIT_NONE : Sign.LIMIT_NONE_THOUGH_TIMED;
        } else if (others > 0) {
            return Sign.LIMIT_BESIDE_OTHERS;
        } else if (limit.relative() != null) {
            return Sign.LIMIT_COUNTED;
        }
        return limit.yearInferred() ? Sign.LIMIT_YEAR_INFERRED : Sign.LIMIT_DATED;
    }
}
