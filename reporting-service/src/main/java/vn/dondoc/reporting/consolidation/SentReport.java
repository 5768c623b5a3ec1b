package vn.dondoc.reporting.consolidation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.dondoc.aggregate.Decision;
import vn.dondoc.failure.Failure;
import vn.dondoc.reporting.indicator.Basis;
import vn.dondoc.reporting.report.Author;

/**
 * A consolidated report that was sent onward, with the document as it went: what is corrected later changes no report that
 * somebody has.
 *
 * @param agency code of the agency whose figures it tells
 * @param sender code of the agency that sent it
 * @param number and symbol of the document; {@code null} for none
 * @param to codes of the agencies that it is owed to
 * @param outside bodies beyond the system, in words
 * @param received who confirmed that they have it, the first first
 */
public record SentReport(
        String id,
        String province,
        String form,
        String formName,
        String period,
        String agency,
        Basis basis,
        String sender,
        Instant sentAt,
        @Nullable String number,
        List<String> to,
        List<String> outside,
        Document document,
        List<Received> received) {

    /**
     * The document.
     *
     * @param fileId of its content
     * @param sha256 of its content, hexadecimal
     */
    public record Document(String fileId, String name, long bytes, String sha256) {}

    /** @param by code of the agency */
    public record Received(String by, Instant at) {}

    public SentReport {
        to = List.copyOf(to);
        outside = List.copyOf(outside);
        received = List.copyOf(received);
    }

    /** Whether an agency sent it or was sent it. */
    public boolean concerns(String some) {
        return sender.equals(some) || to.contains(some);
    }

    public Decision<SentReport, ConsolidationEvent> send() {
        return Decision.of(this, new ConsolidationEvent.Sent(this));
    }

    /** An agency confirms that it has it; twice is once. */
    public Decision<SentReport, ConsolidationEvent> receive(Author by) {
        String who = by.agency();
        if (who == null || !to.contains(who)) {
            throw new Failure.Forbidden("reporting.not-sent-to");
        }
        if (received.stream().anyMatch(it -> it.by().equals(who))) {
            return Decision.nothing(this);
        }
        List<Received> more = new ArrayList<>(received);
        more.add(new Received(who, by.at()));
        SentReport after = new SentReport(
                id, province, form, formName, period, agency, basis, sender, sentAt, number, to, outside, document,
                more);
        return Decision.of(after, new ConsolidationEvent.Received(after, who));
    }

    /** What others were told of it, in order. */
    public List<ConsolidationEvent> told() {
        List<ConsolidationEvent> told = new ArrayList<>();
        told.add(new ConsolidationEvent.Sent(this));
        received.forEach(it -> told.add(new ConsolidationEvent.Received(this, it.by())));
        return told;
    }
}
