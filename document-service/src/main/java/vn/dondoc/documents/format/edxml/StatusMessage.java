package vn.dondoc.documents.format.edxml;

import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;
import vn.dondoc.documents.format.Allowance;
import vn.dondoc.documents.format.Limits;
import vn.dondoc.documents.format.Refusal;
import vn.dondoc.failure.Failure;

/**
 * What became of a document at its receiver, sent back to its sender.
 *
 * @param responseFor the document it is about
 * @param from the agency that reports
 * @param timestamp in Vietnamese time
 */
public record StatusMessage(
        EdxmlMessage.ResponseFor responseFor,
        Organization from,
        ReceiptStatus status,
        @Nullable String description,
        @Nullable LocalDateTime timestamp,
        Staff staff) {

    /** The person who reports. */
    public record Staff(
            @Nullable String department,
            @Nullable String name,
            @Nullable String mobile,
            @Nullable String email) {}

    /** @throws Failure.Invalid with pointer {@code /file} for anything but a sound status message */
    public static StatusMessage read(byte[] content, Limits limits) {
        if (content.length == 0) {
            throw Refusal.EMPTY.because();
        }
        if (content.length > limits.maxBytes()) {
            throw Refusal.TOO_LARGE.because("> " + limits.maxBytes() + " B");
        }
        EdxmlTree it = EdxmlReader.readStatus(content, new Allowance(limits));
        String code = it.child("StatusCode").text();
        EdxmlTree staff = it.child("StaffInfo");
        return new StatusMessage(
                EdxmlReader.responseFor(it.child("ResponseFor")),
                EdxmlReader.organization(it.child("From"))
                        .orElseThrow(() -> Refusal.EDXML_INVALID.because("From/OrganId")),
                ReceiptStatus.of(code).orElseThrow(() -> Refusal.EDXML_INVALID.because("StatusCode " + code)),
                it.text("Description"),
                Dates.stamp(it.child("Timestamp").text()).orElse(null),
                new Staff(staff.text("Department"), staff.text("Staff"), staff.text("Mobile"), staff.text("Email")));
    }
}
