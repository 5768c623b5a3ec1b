package vn.dondoc.documents.agency;

import java.util.List;

/** What happens to the catalogue. */
public sealed interface AgencyEvent {

    /** @param ancestors parent, its parent, and so on */
    record AgencyRegistered(Agency agency, List<String> ancestors) implements AgencyEvent {}

    /** @param province whose agencies end */
    record AgencySucceeded(String province, Succession succession) implements AgencyEvent {}
}
