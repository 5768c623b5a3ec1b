package vn.dondoc.contract.report.v1;

import vn.dondoc.contract.Meaning;

@Meaning("A file beside a report; its content is read over the API of reporting-service.")
public record BesideReport(
        @Meaning("attachment element that it is for") String element,
        String id,
        String name,
        @Meaning("how many") long bytes,
        @Meaning("of its content, hexadecimal") String sha256) {}
