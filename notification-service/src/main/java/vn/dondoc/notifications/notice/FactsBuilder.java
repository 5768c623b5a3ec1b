package vn.dondoc.notifications.notice;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Gathers the facts of a notice; what is not said stays empty. */
public final class FactsBuilder {

    private final Facts.Subject subject;
    private final String subjectId;
    private final String what;
    private String agency = "";
    private String agencyName = "";
    private String accountable = "";
    private Facts.Origin origin = Facts.Origin.NONE;
    private @Nullable String directiveNumber;
    private @Nullable String clause;
    private Facts.@Nullable Role role;
    private @Nullable LocalDate dueOn;
    private @Nullable String dueAt;
    private @Nullable String limitText;
    private @Nullable String rung;
    private int workingDays;
    private @Nullable String period;
    private @Nullable String note;
    private List<String> to = List.of();
    private @Nullable String insteadOf;
    private Facts.@Nullable Digest digest;

    private FactsBuilder(Facts.Subject subject, String subjectId, String what) {
        this.subject = subject;
        this.subjectId = subjectId;
        this.what = what;
    }

    /** @param what in the words of who said it */
    public static FactsBuilder about(Facts.Subject subject, String subjectId, String what) {
        return new FactsBuilder(subject, subjectId, what);
    }

    /** With all that is known. */
    static FactsBuilder like(Facts it) {
        var same = new FactsBuilder(it.subject(), it.subjectId(), it.what())
                .of(it.agency(), it.agencyName(), it.accountable())
                .from(it.origin(), it.directiveNumber(), it.clause())
                .due(it.dueOn(), it.dueAt(), it.limitText())
                .saying(it.note())
                .period(it.period())
                .to(it.to());
        same.role = it.role();
        same.rung = it.rung();
        same.workingDays = it.workingDays();
        same.insteadOf = it.insteadOf();
        same.digest = it.digest();
        return same;
    }

    /** Whose it is. */
    public FactsBuilder of(String code, String name, String accountablePost) {
        agency = code;
        agencyName = name;
        accountable = accountablePost;
        return this;
    }

    public FactsBuilder from(Facts.Origin where, @Nullable String number, @Nullable String ofClause) {
        origin = where;
        directiveNumber = number;
        clause = ofClause;
        return this;
    }

    public FactsBuilder as(Facts.Role its) {
        role = its;
        return this;
    }

    public FactsBuilder due(@Nullable LocalDate day) {
        return due(day, null, null);
    }

    public FactsBuilder due(@Nullable LocalDate day, @Nullable String hour, @Nullable String words) {
        dueOn = day;
        dueAt = hour;
        limitText = words;
        return this;
    }

    public FactsBuilder reached(@Nullable String rungName, int days) {
        rung = rungName;
        workingDays = days;
        return this;
    }

    public FactsBuilder period(@Nullable String of) {
        period = of;
        return this;
    }

    public FactsBuilder saying(@Nullable String words) {
        note = words;
        return this;
    }

    public FactsBuilder to(List<String> names) {
        to = names;
        return this;
    }

    FactsBuilder insteadOf(String name) {
        insteadOf = name;
        return this;
    }

    public FactsBuilder gathering(Facts.Digest many) {
        digest = many;
        return this;
    }

    public Facts build() {
        return new Facts(
                subject,
                subjectId,
                agency,
                agencyName,
                accountable,
                what,
                origin,
                directiveNumber,
                clause,
                role,
                dueOn,
                dueAt,
                limitText,
                rung,
                workingDays,
                period,
                note,
                to,
                insteadOf,
                digest);
    }
}
