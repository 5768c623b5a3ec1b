package vn.dondoc.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import vn.dondoc.documents.agency.Province;
import vn.dondoc.documents.agency.Provinces;

/**
 * A catalogue of the size of the country after 1/7/2025, for load: 34 provinces with their departments, 2,621 xã, 687
 * phường and 13 đặc khu, as one import file per province. The totals, and the numbers of Nghệ An, Hà Tĩnh and Ninh Bình,
 * are those of the reorganisation; the đặc khu lie where they lie; everything else is spread evenly, the remainder by the
 * seed. Communes are numbered and not named, so that nothing made up can be taken for a real place.
 */
public final class NationalCatalogue {

    /** The day the catalogue describes. */
    public static final LocalDate DAY = LocalDate.of(2025, 7, 1);

    private static final String HEADER = "code;name;kind;parent;supervisor;mailbox;aliases;validFrom;validTo";
    private static final Counts COUNTRY = new Counts(2_621, 687, 13);
    private static final Map<String, Counts> KNOWN =
            Map.of("VN-22", new Counts(119, 11, 0), "VN-23", new Counts(60, 9, 0), "VN-18", new Counts(97, 32, 0));

    /** Number of đặc khu by province, from memory; their sum is checked. */
    private static final Map<String, Integer> ISLANDS = Map.of(
            "VN-13", 2, "VN-HP", 2, "VN-25", 1, "VN-DN", 1, "VN-29", 1, "VN-34", 1, "VN-35", 1, "VN-SG", 1, "VN-44", 3);

    private static final List<String> DEPARTMENTS = List.of(
            "snv:Sở Nội vụ",
            "stc:Sở Tài chính",
            "sct:Sở Công Thương",
            "snnmt:Sở Nông nghiệp và Môi trường",
            "sxd:Sở Xây dựng",
            "skhcn:Sở Khoa học và Công nghệ",
            "sgddt:Sở Giáo dục và Đào tạo",
            "syt:Sở Y tế",
            "stp:Sở Tư pháp",
            "svhttdl:Sở Văn hóa, Thể thao và Du lịch",
            "sdttg:Sở Dân tộc và Tôn giáo",
            "ttt:Thanh tra %s",
            "vpubnd:Văn phòng Ủy ban nhân dân %s");

    private NationalCatalogue() {}

    /** How many communes of each sort. */
    public record Counts(int xa, int phuong, int dacKhu) {

        public int total() {
            return xa + phuong + dacKhu;
        }
    }

    /** Import files by province code, in code order; the same for the same seed. */
    public static Map<String, String> files(long seed) {
        Map<String, Counts> counts = counts(seed);
        Map<String, String> files = new LinkedHashMap<>();
        for (Province province : Provinces.on(DAY)) {
            files.put(province.code(), file(province, counts.getOrDefault(province.code(), new Counts(0, 0, 0))));
        }
        return files;
    }

    /** How many communes each province has; the sums are the country's. */
    public static Map<String, Counts> counts(long seed) {
        List<String> others = new ArrayList<>(Provinces.on(DAY).stream()
                .map(Province::code)
                .filter(it -> !KNOWN.containsKey(it))
                .toList());
        Collections.shuffle(others, new Random(seed));
        int xa = COUNTRY.xa() - KNOWN.values().stream().mapToInt(Counts::xa).sum();
        int phuong = COUNTRY.phuong()
                - KNOWN.values().stream().mapToInt(Counts::phuong).sum();
        Map<String, Counts> counts = new TreeMap<>(KNOWN);
        for (int n = 0; n < others.size(); n++) {
            String code = others.get(n);
            counts.put(
                    code,
                    new Counts(
                            share(xa, others.size(), n),
                            share(phuong, others.size(), others.size() - 1 - n),
                            ISLANDS.getOrDefault(code, 0)));
        }
        return counts;
    }

    /** The n-th of {@code parts} shares that differ by one at most and add up to {@code whole}. */
    private static int share(int whole, int parts, int n) {
        return whole / parts + (n < whole % parts ? 1 : 0);
    }

    private static String file(Province province, Counts counts) {
        String code = province.code();
        String whole = province.kind() + " " + province.name();
        var csv = new StringBuilder(HEADER).append('\n');
        row(csv, code, "ct", "Chủ tịch Ủy ban nhân dân " + whole, "OFFICE", "", "", "Chủ tịch UBND " + province.kind());
        row(csv, code, "ubnd", "Ủy ban nhân dân " + whole, "PROVINCE_COMMITTEE", "", "ct", "UBND " + province.kind());
        for (String department : DEPARTMENTS) {
            String[] parts = department.split(":");
            row(csv, code, parts[0], parts[1].formatted(province.kind()), "DEPARTMENT", "ubnd", "ubnd", "");
        }
        communes(csv, code, "xa", "xã", counts.xa());
        communes(csv, code, "phuong", "phường", counts.phuong());
        communes(csv, code, "dac-khu", "đặc khu", counts.dacKhu());
        return csv.toString();
    }

    private static void communes(StringBuilder csv, String province, String part, String sort, int count) {
        for (int n = 1; n <= count; n++) {
            String number = String.format(Locale.ROOT, "%03d", n);
            row(
                    csv,
                    province,
                    part + "-" + number,
                    "Ủy ban nhân dân " + sort + " số " + number,
                    "COMMUNE",
                    "ubnd",
                    "ubnd",
                    "");
        }
    }

    private static void row(
            StringBuilder csv,
            String province,
            String part,
            String name,
            String kind,
            String parent,
            String supervisor,
            String alias) {
        csv.append(String.join(
                        ";",
                        province + "." + part,
                        name,
                        kind,
                        parent.isEmpty() ? "" : province + "." + parent,
                        supervisor.isEmpty() ? "" : province + "." + supervisor,
                        part + "@" + province.toLowerCase(Locale.ROOT) + ".example",
                        alias,
                        DAY.toString(),
                        ""))
                .append('\n');
    }

    /** Writes the files into a folder: {@code FOLDER [SEED]}. */
    public static void main(String[] args) throws IOException {
        if (args.length == 0) {
            System.err.println("Thư mục đích? / Which folder?  NationalCatalogue FOLDER [SEED]");
            System.exit(2);
        }
        Path folder = Files.createDirectories(Path.of(args[0]));
        long seed = args.length > 1 ? Long.parseLong(args[1]) : 1;
        for (var file : files(seed).entrySet()) {
            Files.writeString(folder.resolve(file.getKey() + ".csv"), file.getValue());
        }
    }
}
