package vn.dondoc.notifications.recipient.web;

import static vn.dondoc.access.Role.Names.ADMIN;
import static vn.dondoc.access.Role.Names.AUDITOR;
import static vn.dondoc.access.Role.Names.SUPERVISOR;

import jakarta.annotation.security.RolesAllowed;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.dondoc.access.AccessScope;
import vn.dondoc.failure.Failure;
import vn.dondoc.notifications.recipient.DeadMailboxes;

@RestController
@RequestMapping("/api/v1/dead-mailboxes")
class MailboxController {

    private final DeadMailboxes mailboxes;

    MailboxController(DeadMailboxes mailboxes) {
        this.mailboxes = mailboxes;
    }

    /** @param answer of the mail server, in its own words */
    record DeadMailboxView(String agency, String mailbox, String answer, Instant since) {}

    /** @param items all there are */
    record DeadMailboxesView(List<DeadMailboxView> items) {}

    /** Mailboxes of the province's agencies that a mail server says do not exist. */
    @GetMapping
    @RolesAllowed({SUPERVISOR, AUDITOR, ADMIN})
    DeadMailboxesView list(AccessScope scope) {
        return new DeadMailboxesView(mailboxes.of(scope, scope.province()).stream()
                .map(it -> new DeadMailboxView(it.agency(), it.mailbox(), it.answer(), it.since()))
                .sorted(Comparator.comparing(DeadMailboxView::agency))
                .toList());
    }

    /** Mail is sent there again; a mailbox that the catalogue replaces needs no such word. */
    @DeleteMapping("/{agency}")
    @RolesAllowed(ADMIN)
    ResponseEntity<Void> revive(AccessScope scope, @PathVariable String agency) {
        if (!mailboxes.revived(scope, scope.province(), agency)) {
            throw new Failure.NotFound("notifications.mailbox-not-dead", agency);
        }
        return ResponseEntity.noContent().build();
    }
}
