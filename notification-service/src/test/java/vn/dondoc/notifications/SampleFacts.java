package vn.dondoc.notifications;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import vn.dondoc.notifications.notice.Facts;
import vn.dondoc.notifications.notice.FactsBuilder;
import vn.dondoc.notifications.notice.Notice;
import vn.dondoc.notifications.notice.Way;

/** Facts to word. */
public final class SampleFacts {

    private SampleFacts() {}

    /** A notice by mail, to the one who is above the agency whose task it is. */
    public static Notice notice(Notice.Kind kind, String what) {
        return notice(kind, what, "VN-23.ubnd");
    }

    /** The same to anybody, the agency whose task it is with them. */
    public static Notice notice(Notice.Kind kind, String what, String recipient) {
        return new Notice(
                "VN-23",
                recipient,
                kind,
                of(what, 3),
                null,
                Instant.EPOCH,
                Way.Delivery.from("MAIL", recipient, Instant.EPOCH));
    }

    /** Every fact there can be. */
    public static Facts of(String what, int workingDays) {
        var digest = new Facts.Digest(
                1,
                2,
                List.of(
                        line("VN-23.stc", "Sở Tài chính", "rà soát phí", 5),
                        line("VN-23.stp", "Sở Tư pháp", "công bố thủ tục", 0),
                        line("VN-23.snv", "Sở Nội vụ", "đánh giá cải cách", -2)));
        return FactsBuilder.about(Facts.Subject.TASK, "task-1", what)
                .of("VN-23.snv", "Sở Nội vụ", "Giám đốc Sở Nội vụ")
                .from(Facts.Origin.DIRECTIVE, "4709/UBND-KSTT", "2")
                .as(Facts.Role.LEAD)
                .due(LocalDate.of(2021, 9, 14))
                .reached("T+3", workingDays)
                .period("2021-Q3")
                .saying("chờ số liệu của các xã")
                .to(List.of("Sở Tài chính", "Sở Tư pháp"))
                .gathering(digest)
                .build();
    }

    private static Facts.Line line(String agency, String name, String what, int workingDays) {
        return new Facts.Line(
                "task-" + agency,
                agency,
                name,
                what,
                Facts.Origin.DIRECTIVE,
                "4709/UBND-KSTT",
                "2",
                LocalDate.of(2021, 9, 14),
                workingDays);
    }
}
