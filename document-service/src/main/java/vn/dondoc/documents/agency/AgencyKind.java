package vn.dondoc.documents.agency;

/** What sort of body an agency is; phrases such as "các sở, ban, ngành" name bodies by sort. */
public enum AgencyKind {
    PROVINCE_COMMITTEE,
    /** Sở, ban, ngành: the specialised bodies of the province, its office and its inspectorate. */
    DEPARTMENT,
    /** Đơn vị sự nghiệp công lập: a hospital, a college, a centre of the province. */
    PUBLIC_SERVICE_UNIT,
    DISTRICT,
    COMMUNE,
    /** Party bodies of the province. */
    PARTY,
    /** Huyện ủy, thành ủy, thị ủy. */
    DISTRICT_PARTY,
    /** Đảng ủy xã, phường, đặc khu. */
    COMMUNE_PARTY,
    MASS_ORGANISATION,
    MEDIA,
    OFFICE
}
