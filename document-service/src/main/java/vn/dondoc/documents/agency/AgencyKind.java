package vn.dondoc.documents.agency;

/** What sort of body an agency is; phrases such as "các sở, ban, ngành" name bodies by sort. */
public enum AgencyKind {
    PROVINCE_COMMITTEE,
    DEPARTMENT,
    DISTRICT,
    COMMUNE,
    PARTY,
    MASS_ORGANISATION,
    MEDIA,
    OFFICE
}
