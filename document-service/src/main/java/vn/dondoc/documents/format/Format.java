package vn.dondoc.documents.format;

/** What a file is, told by its content and never by its name. */
public enum Format {
    TEXT,
    HTML,
    DOCX,
    PDF,
    EDXML
}
