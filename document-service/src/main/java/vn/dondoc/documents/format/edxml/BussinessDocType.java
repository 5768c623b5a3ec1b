package vn.dondoc.documents.format.edxml;

/** What a message does with its document; the code on the wire is the ordinal. Spelt as the standard spells it. */
public enum BussinessDocType {
    NEW,
    RECALL,
    UPDATE,
    REPLACE
}
