package vn.dondoc.documents.directive;

/** Mức độ khẩn of a document; NORMAL for one that bears none. */
public enum Urgency {
    KHAN,
    THUONG_KHAN,
    HOA_TOC,
    NORMAL
}
