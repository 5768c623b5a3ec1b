package vn.dondoc.notifications.digest.web;

import static vn.dondoc.access.Role.Names.ADMIN;
import static vn.dondoc.access.Role.Names.AUDITOR;
import static vn.dondoc.access.Role.Names.CLERK;
import static vn.dondoc.access.Role.Names.LEAD;
import static vn.dondoc.access.Role.Names.OFFICER;
import static vn.dondoc.access.Role.Names.SUPERVISOR;
import static vn.dondoc.access.Role.Names.SYSTEM;

import jakarta.annotation.security.RolesAllowed;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.dondoc.access.AccessScope;
import vn.dondoc.notifications.digest.NextDigests;
import vn.dondoc.notifications.notice.Facts;
import vn.dondoc.notifications.notice.Notice;
import vn.dondoc.notifications.notice.Wording;
import vn.dondoc.notifications.notice.wording.Language;
import vn.dondoc.notifications.notice.wording.Wordings;

@RestController
class DigestController {

    private final NextDigests digests;
    private final Wordings wordings;

    DigestController(NextDigests digests, Wordings wordings) {
        this.digests = digests;
        this.wordings = wordings;
    }

    /**
     * A digest that is still to come.
     *
     * @param day on whose morning it would be written
     * @param wanted whether the agency wants such digests; others are not written
     * @param late tasks in it whose last day is over
     * @param soon tasks in it that are due soon
     * @param subject absent, as the rest, where there is nothing to say
     */
    record DigestView(
            Notice.Kind kind,
            LocalDate day,
            boolean wanted,
            int late,
            int soon,
            @Nullable String subject,
            @Nullable String body,
            @Nullable String next,
            @Nullable String subjectEn,
            @Nullable String bodyEn,
            @Nullable String nextEn) {}

    /** The digests that the caller's own agency would have next, were nothing to happen until then. */
    @GetMapping("/api/v1/digests/next")
    @RolesAllowed({CLERK, OFFICER, LEAD, SUPERVISOR, AUDITOR, ADMIN, SYSTEM})
    List<DigestView> next(AccessScope scope) {
        return digests.of(scope).stream().map(it -> view(it, scope.agency())).toList();
    }

    private DigestView view(NextDigests.NextDigest it, String agency) {
        Facts facts = it.facts();
        Facts.Digest digest = facts == null ? null : facts.digest();
        if (facts == null || digest == null) {
            return new DigestView(it.kind(), it.day(), it.wanted(), 0, 0, null, null, null, null, null, null);
        }
        Wording vietnamese = wordings.of(it.kind(), facts, agency, Language.VI);
        Wording english = wordings.of(it.kind(), facts, agency, Language.EN);
        return new DigestView(
                it.kind(),
                it.day(),
                it.wanted(),
                digest.late(),
                digest.soon(),
                vietnamese.subject(),
                vietnamese.body(),
                vietnamese.next(),
                english.subject(),
                english.body(),
                english.next());
    }
}
