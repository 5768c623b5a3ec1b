package vn.dondoc.documents.format.edxml;

public record EdxmlMessage() {}
