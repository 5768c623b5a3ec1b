package vn.dondoc.documents.directive;

/** Where in the order of the state, the Party and mass organisations a body that issues papers stands. */
public enum IssuerLevel {
    GOVERNMENT,
    PARLIAMENT,
    MINISTRY,
    PROVINCE,
    PROVINCE_COUNCIL,
    PROVINCE_DEPARTMENT,
    DISTRICT,
    DISTRICT_COUNCIL,
    COMMUNE,
    COMMUNE_COUNCIL,
    PARTY_CENTRAL,
    PARTY_PROVINCE,
    PARTY_PROVINCE_BODY,
    PARTY_DISTRICT,
    PARTY_COMMUNE,
    MASS_ORG_CENTRAL,
    MASS_ORG_PROVINCE,
    MASS_ORG_DISTRICT,
    MASS_ORG_COMMUNE;

    /** Whether it belongs to no province. */
    public boolean isCentral() {
        return switch (this) {
            case GOVERNMENT, PARLIAMENT, MINISTRY, PARTY_CENTRAL -> true;
            default -> false;
        };
    }
}
