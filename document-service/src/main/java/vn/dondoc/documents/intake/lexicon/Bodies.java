package vn.dondoc.documents.intake.lexicon;

import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.dondoc.documents.directive.IssuerLevel;

/**
 * The bodies of the State, the Party and the associations as documents call them: those that issue and those that must
 * act, one by one, by sort, and through their heads. A grammar of names; which of them exist is the catalogue's business.
 */
public final class Bodies {

    /** Fields of administration, as departments and ministries are named after them. Longest first. */
    private static final String FIELDS =
            "(?:Lao động\\s?[-–,]\\s?Thương binh và Xã hội|Nông nghiệp và Phát triển nông thôn|Nông nghiệp và Môi trường"
                    + "|Tài nguyên và Môi trường|Thông tin và Truyền thông|Văn hóa,? Thể thao và Du lịch|Văn hoá,? Thể thao và Du lịch"
                    + "|Văn hóa và Thể thao|Văn hoá và Thể thao|Kế hoạch và Đầu tư|Giáo dục và Đào tạo|Khoa học và Công nghệ"
                    + "|Giao thông [Vv]ận tải|Dân tộc và Tôn giáo|Quy hoạch\\s?[-–]\\s?Kiến trúc|An toàn thực phẩm|Tài chính\\s?[-–]\\s?Kế hoạch"
                    + "|Kinh tế,? Hạ tầng và Đô thị|Kinh tế và Hạ tầng|Kinh tế|Quản lý đô thị|Văn hóa và Thông tin|Văn hóa\\s?[-–]\\s?Xã hội|Văn hoá\\s?[-–]\\s?Xã hội"
                    + "|Nội vụ|Tài chính|Tư pháp|Y tế|Công [Tt]hương|Xây dựng|Du lịch|Ngoại vụ|Ngoại giao|Quốc phòng|Công an|Dân tộc"
                    + "|(?:KH|TN|NN|TT|GD|LĐ|VH|GT|QH|NV)[A-ZĐa-z&,.\\- ]{0,8}[A-ZĐ]+(?!\\p{Ll}))";

    /** The same, or abbreviated without the word of the office before it. */
    private static final String FIELD =
            "(?:" + FIELDS + "|[A-ZĐ]{2,}(?:, ?[A-ZĐ]{2,}&[A-ZĐ]+|&[A-ZĐ]+)?|[\\p{Lu}][\\p{L}]+ và PTNT)";

    private static final String NAME = "(?:\\p{Lu}[\\p{L}]*(?:[ -]\\p{Lu}[\\p{L}]*){0,3})";
    private static final String UBND =
            "(?:UBND|[UỦỤ][ỷyỶY] ban nhân dân|Uỷ ban nhân dân|Ủy ban nhân dân|ủy ban nhân dân|uỷ ban nhân dân)";
    private static final String HDND = "(?:HĐND|[Hh]ội đồng nhân dân)";
    private static final String UNIT =
            "(?:[Tt]ỉnh|[Tt]hành phố|TP\\.?|[Hh]uyện|[Qq]uận|[Tt]hị xã|xã|phường|thị trấn|đặc khu)";
    private static final String UNITS =
            UNIT + "(?:(?:, | và |; |/)(?:các )?(?:" + UNIT + "|thành(?! phố)|thị(?! xã| trấn))(?![\\p{L}])){0,200}";
    private static final String LEVELS = "(?:cấp )?(?:tỉnh|huyện|xã|cơ sở)(?:, (?:cấp )?(?:huyện|xã)){0,200}";
    private static final String WHERE = "(?: (?:tỉnh|thành phố|Thành phố)(?: " + NAME + ")?)?";

    /** What may follow a name that has no end of its own: a mark, or the beginning of a deed. */
    private static final String ACTS =
            "(?=[,;:.]|$| (?:và|cùng|chủ trì|phối hợp|tổ chức|có trách nhiệm|có nhiệm vụ|thực hiện|tham mưu|hướng dẫn|rà soát|lập|xây dựng|đẩy|kiểm tra|theo dõi|đôn đốc|khôi phục|tổng hợp|báo cáo|chuẩn bị|bảo đảm|đảm bảo|tăng cường|triển khai|tiếp tục|chỉ đạo|hoàn thành|cung cấp|khẩn trương|nghiên cứu|xem xét|bố trí|giám sát|vận động|tuyên truyền|đề xuất|thẩm định|gửi|trình|căn cứ|chịu|trực tiếp|tập trung|nâng cao|công bố|công khai|cập nhật|chủ động|thường xuyên|mở|duy trì|quản lý|xử lý|giải quyết|phân công|thống nhất|kiểm đếm|huy động|sẵn sàng|vận hành|đăng ký|thông báo|hỗ trợ|ban hành|đăng|phát|đưa|nghiêm túc|kịp thời|định kỳ|hằng|hàng|trong|theo|để|về|lãnh đạo|phối|tiến hành|tạo|phát động|thành lập|tiếp nhận|điều|bàn giao|ưu tiên|quán triệt))";

    /** A body that issues documents. No groups. */
    public static final String ISSUER =
            "(?:Ban Chấp hành (?:Trung ương(?: Đảng)?|Đảng bộ (?:tỉnh|thành phố|huyện|xã|phường)(?: " + NAME
                    + ")?)|BCH Đảng bộ (?:tỉnh|thành phố)|Ban Thường vụ (?:Tỉnh|Thành|Huyện|Thị|Quận|Đảng) ?[uủ][ỷyỷ](?: "
                    + NAME + ")?"
                    + "|Thường trực (?:Tỉnh|Thành|Huyện) ủy|Ban Bí thư(?: Trung ương(?: Đảng)?)?|Bộ Chính trị|(?:Tỉnh|Thành|Huyện|Thị|Quận|Đảng) ủy(?: "
                    + NAME + ")?|Bí thư (?:Tỉnh|Thành) ủy"
                    + "|Thủ tướng Chính phủ|Chính phủ|[UỦ][ỷy] ban Thường vụ Quốc hội|Quốc hội|Chủ tịch nước"
                    + "|Chủ tịch " + UBND + " " + UNIT + "(?: " + NAME + ")?|" + UBND + " " + UNIT + "(?: " + NAME
                    + ")?|" + HDND + " " + UNIT
                    + "(?: " + NAME + ")?"
                    + "|(?:Văn phòng Chính phủ|Thanh tra Chính phủ|Ngân hàng Nhà nước(?: Việt Nam)?|Bảo hiểm xã hội Việt Nam|Kiểm toán [Nn]hà nước|Ban Chỉ đạo [\\p{L} ]{5,60}?(?=[,;.]|$| về| ban hành| ngày))"
                    + "|(?:Bộ trưởng )?Bộ " + FIELDS + "|Bộ Công an|Bộ Quốc phòng|(?:Giám đốc )?Sở " + FIELDS
                    + "|Ban (?:Tổ chức|Tuyên giáo|Dân vận|Nội chính)(?: và Dân vận)? (?:Tỉnh|Thành) ủy|Ban (?:Tổ chức|Tuyên giáo|Dân vận|Nội chính|Kinh tế) Trung ương|Văn phòng (?:Tỉnh ủy|Thành ủy|UBND tỉnh|Ủy ban nhân dân tỉnh|Trung ương Đảng))";

    private static final String HEADS =
            "(?:(?:[Đđ]ồng chí )?(?:[Nn]gười đứng đầu(?: cấp ủy, tổ chức đảng,? chính quyền)?|[Tt]hủ trưởng(?:, người đứng đầu)?|[Đđ]ại diện|[Gg]iám đốc(?: \\(Thủ trưởng\\))?(?:, [Tt]hủ trưởng)?|[Cc]hủ tịch|[Bb]í thư|[Cc]hánh (?=[Vv]ăn phòng|[Tt]hanh tra)|[Tt]rưởng (?=[Bb]an|phòng|Phòng|Công an|các (?:[Bb]an|phòng))|[Bb]ộ trưởng|[Tt]ổng [Gg]iám đốc|[Cc]ục trưởng|[Hh]iệu trưởng|[Cc]hỉ huy trưởng|[Tt]ập thể lãnh đạo|Lãnh đạo(?= (?:[Cc]ác |UBND |[Ss]ở ))) ?)";
    private static final String PLURAL = "(?:[Cc]ác |[Nn]hững |[Mm]ỗi |[Tt]ừng )?";

    private static final String GROUP = "(?:"
            + "[Ss]ở(?:, (?:ban|[Bb]an))?,? (?:ban,? )?[Nn]gành(?:, (?:đoàn thể|MTTQ và các đoàn thể|địa phương|đơn vị|[Hh]ội, [Đđ]oàn thể)){0,200}(?: và (?:địa phương|đoàn thể))?(?:,? (?:cấp|thuộc) (?:tỉnh|thành phố)| thuộc (?:UBND )?(?:thành phố|tỉnh)| thành phố| Thành phố| của tỉnh| tỉnh)?(?: có liên quan| liên quan)?"
            + "|[Cc]ơ quan tham mưu, giúp việc(?: (?:của )?(?:Tỉnh|Thành|Huyện|Đảng) ủy)?|[Bb]an xây dựng Đảng(?: (?:Tỉnh|Thành|Huyện|Đảng) ủy)?"
            + "|" + UBND + " cấp (?:tỉnh|huyện|xã)(?:(?:, | và )(?:cấp )?(?:huyện|xã)){1,200}"
            + "|(?:[Ss]ở|[Bb]ộ)(?:, ngành)?: ?" + FIELD + "(?:(?:, | và )" + FIELD + "){0,200}"
            + "|" + UBND + " các (?:tỉnh|huyện|xã|phường)(?:, thành phố|, thị xã)?: ?" + NAME + "(?:(?:, | và )" + NAME
            + "){1,200}"
            + "|[Tt]ỉnh, thành [Đđ]oàn(?:, [Đđ]oàn trực thuộc)?|[Bb]ộ trưởng, [Tt]hủ trưởng cơ quan ngang [Bb]ộ(?:, (?:[Tt]hủ trưởng )?cơ quan thuộc Chính phủ)?"
            + "|[Ss]ở, [Bb]an,? [Nn]gành(?:, đoàn thể)?(?: cấp tỉnh)?"
            + "|[Bb]an, [Nn]gành(?:, đoàn thể)?(?: cấp tỉnh| thành phố| tỉnh)?(?: liên quan)?"
            + "|[Ss]ở(?=[,;])(?!, (?:ban|Ban|ngành))"
            + "|[Bb]ộ, (?:ngành|cơ quan)(?:, cơ quan)?(?: ngang [Bb]ộ(?:, cơ quan thuộc Chính phủ)?)?(?: Trung ương| trung ương)?(?:,? (?:và )?địa phương)?(?: liên quan)?"
            + "|[Cc]ơ quan,? (?:đơn vị,? )?(?:và )?địa phương(?:,? (?:có )?liên quan)?|[Cc]ơ quan,? đơn vị(?:,? (?:và )?địa phương)?(?:,? (?:có )?liên quan)?|[Cc]ơ quan, ban, ngành(?: cấp tỉnh)?|[Cc]ơ quan, tổ chức(?:, cá nhân)?(?: liên quan)?|[Cc]ơ quan liên quan|[Đđ]ơn vị (?:có )?liên quan|[Đđ]ơn vị"
            + ACTS + "|[Đđ]ịa phương(?: liên quan)?" + ACTS + ""
            + "|[Cc]ơ quan chuyên môn(?: thuộc| cấp| trực thuộc)?(?: (?:UBND|Ủy ban nhân dân))?(?: tỉnh| thành phố| huyện| cấp tỉnh)?|[Đđ]ơn vị sự nghiệp(?: công lập)?(?: thuộc UBND tỉnh| thuộc tỉnh)?|[Cc]ơ quan hành chính thuộc tỉnh|[Cc]ơ quan chính quyền địa phương"
            + "|[Cc]hủ đầu tư|[Tt]ổ chức thành viên|[Cc]ông đoàn các cấp|[Cc]ơ quan chịu trách nhiệm chủ trì, phối hợp"
            + "|" + UBND + " (?:các |cấp )" + UNITS
            + "(?: trực thuộc [Tt]rung ương| trong tỉnh| trên địa bàn(?: tỉnh| thành phố| huyện)?| thuộc (?:tỉnh|huyện))?(?: (?:tỉnh )"
            + NAME
            + ")?"
            + "|" + HDND + "(?: và |, )" + UBND + " các cấp|" + HDND + " các cấp|" + HDND + ",? " + UBND
            + " (?:các |cấp )" + UNITS + "|" + UBND + " các cấp"
            + "|(?:huyện|thành|thị|quận)(?:, (?:thành|thị|huyện|quận)){1,200} ?[uủ][ỷy](?:,? (?:và )?(?:các )?[Đđ]ảng [uủ][ỷy] trực thuộc(?: Tỉnh ủy| Thành ủy)?)?|(?:[Hh]uyện|[Tt]hành|[Tt]hị|[Qq]uận) ủy(?:, (?:[Hh]uyện|[Tt]hành|[Tt]hị|[Qq]uận) ủy){0,200}(?:,? (?:và )?(?:các )?[Đđ]ảng ủy(?: các)? trực thuộc(?: Tỉnh ủy| Thành ủy)?)?"
            + "|[Đđ]ảng [uủ][ỷy](?: các)? (?:trực thuộc|xã|phường|cơ sở)(?:, (?:phường|đặc khu)){0,200}(?: Tỉnh ủy| Thành ủy)?|[Cc]hi bộ, đảng bộ(?: trực thuộc)?|[Đđ]ảng bộ trực thuộc|[Cc]ấp [uủ][ỷy](?: đảng)?(?:, tổ chức đảng)?(?:, chính quyền)?(?: (?:các cấp|trực thuộc|cơ sở))?|[Tt]ổ chức đảng(?: trực thuộc)?|[Cc]hính quyền(?: địa phương)? các cấp"
            + "|[Đđ]ảng đoàn(?=,| và| có)|[Bb]an cán sự đảng(?=,| và| có)|[Bb]an [Đđ]ảng(?: Tỉnh ủy)?|[Tt]ổ chức chính trị\\s?[-–]\\s?xã hội(?: tỉnh| các cấp| cấp tỉnh| thành phố| huyện| phường| xã)?|[Đđ]oàn thể(?: cấp tỉnh| chính trị\\s?-\\s?xã hội)?(?: các cấp| tỉnh)?|[Hh]ội, đoàn thể|[Cc]ơ quan thường trực|[Cc]ơ quan truyền thông, báo chí|[Cc]ơ quan báo chí(?:, truyền thông)?|[Cc]ơ quan thông tin(?:,| và) (?:báo chí|truyền thông)"
            + "|[Qq]uận, huyện(?:, thị xã)?(?:, thành phố)?|xã, phường(?:, thị trấn|, đặc khu)?|[Tt]ỉnh, thành phố trực thuộc [Tt]rung ương|huyện, thị xã(?:, thành phố)?|huyện, thành phố(?:, thị xã)?"
            + ")";

    private static final String SINGLE = "(?:"
            + "Sở " + FIELDS + WHERE
            + "|Bộ " + FIELDS
            + "|Bộ Công an|Bộ Quốc phòng|Văn phòng Chính phủ|Thanh tra Chính phủ|Ngân hàng Nhà nước(?: Việt Nam| chi nhánh [\\p{L} ]{3,40}?)?(?=[,;:.]| chủ| phối| tỉnh|$)|Kho bạc Nhà nước(?: (?:tỉnh|khu vực(?: [IVX]+)?))?|VNPT(?: "
            + NAME + ")?|Viettel(?: " + NAME
            + ")?|Văn phòng (?:Bộ|Thường trực Ban Chỉ huy|Thường trực|Đăng ký đất đai)(?: tỉnh)?(?=[ ,;:.])|Thanh tra Bộ|Bảo hiểm xã hội (?:tỉnh|thành phố|Việt Nam|huyện)"
            + "|[Vv]ăn phòng (?:" + HDND + "(?: và |-| - )" + UBND
            + "|UBND|Ủy ban nhân dân|HĐND|Đoàn ĐBQH và HĐND|Đoàn đại biểu Quốc hội và (?:HĐND|Hội đồng nhân dân)|Tỉnh ủy|Thành ủy|Huyện ủy|Điều phối nông thôn mới)(?: tỉnh| thành phố| huyện| xã| phường)?|[Vv]ăn phòng (?:HĐND và UBND|Đảng ủy) (?:huyện|xã|phường)"
            + "|Thanh tra (?:tỉnh|thành phố|Thành phố)|Công an (?:tỉnh|thành phố|Thành phố|huyện|xã|phường|cấp xã)|[Bb]ộ Chỉ huy (?:[Qq]uân sự|Bộ đội [Bb]iên phòng) (?:tỉnh|thành phố)|Ban Chỉ huy Quân sự (?:huyện|xã|phường)|Ban CHQS (?:huyện|xã|phường)"
            + "|(?:Chi cục|Cục) (?:Thuế|Hải quan|Thống kê|Thi hành án dân sự|Quản lý thị trường|Kiểm lâm|Thủy lợi)(?: (?:tỉnh|thành phố|khu vực [IVX\\d]+))?(?: "
            + NAME + ")?|Thuế (?:tỉnh|thành phố)|Ban Dân tộc(?: tỉnh)?"
            + "|Đài Phát thanh(?: và | - |, )Truyền hình(?: (?:tỉnh|thành phố|huyện))?(?: " + NAME
            + ")?|Đài PT-?TH(?: tỉnh)?|Báo và [Pp]hát thanh,? (?:và )?[Tt]ruyền hình(?: tỉnh| thành phố)?|Báo(?: và (?:Đài )?[Pp]hát thanh(?:,| và| -) [Tt]ruyền hình)? "
            + NAME + "(?: "
            + NAME
            + ")?|Báo và phát thanh, truyền hình tỉnh|Cổng [Tt]hông tin điện tử (?:tỉnh|thành phố)|Cổng TTĐT tỉnh|Thông tấn xã Việt Nam|Đài (?:Truyền hình|Tiếng nói) Việt Nam"
            + "|Trường Chính trị(?: tỉnh)?|Bưu điện tỉnh"
            + "|Phòng " + FIELDS + "(?: (?:huyện|quận|thị xã|thành phố|xã|phường)(?: " + NAME
            + ")?)?"
            + "|Đảng đoàn (?:Hội đồng nhân dân|HĐND|Mặt trận Tổ quốc|MTTQ)(?: Việt Nam)?(?: (?:tỉnh|thành phố))?|[Bb]an [Cc]án sự [Đđ]ảng (?:"
            + UBND
            + "|Bộ " + FIELDS + ")(?: (?:tỉnh|thành phố))?"
            + "|Đảng ủy (?:UBND|Ủy ban nhân dân|HĐND|các cơ quan Đảng|MTTQ)(?:,? [\\p{L}, ]{2,40}?)?(?: tỉnh| thành phố)|Đảng ủy (?:Quân sự|Công an|Bộ đội [Bb]iên phòng|Khối (?:[Cc]ác [Cc]ơ quan và [Dd]oanh nghiệp|[Cc]ác [Cc]ơ quan|[Dd]oanh nghiệp))(?: (?:tỉnh|thành phố))?"
            + "|[Bb]an (?:Tổ chức|Tuyên giáo|Dân vận|Nội chính|Kinh tế)(?: và Dân vận)?(?: (?:Tỉnh|Thành|Huyện|Đảng) ủy| Trung ương)|Ủy ban Kiểm tra(?: (?:Tỉnh|Thành|Huyện|Đảng) ủy)?|Cơ quan Ủy ban Kiểm tra Tỉnh ủy|[Bb]an Thường vụ (?:các )?(?:Tỉnh|Thành|Huyện|Đảng|huyện|thành|thị|đảng) ủy(?:, (?:huyện|thành|thị|đảng) ủy){0,200}(?: trực thuộc| trực thuộc Tỉnh ủy)?|Thường trực (?:các )?(?:Tỉnh ủy|HĐND(?: tỉnh| huyện)?|cấp ủy|(?:huyện|quận|thị|thành) ủy(?:, (?:huyện|quận|thị|thành) ủy){0,200})|Hội đồng nhân dân các cấp|Đoàn đại biểu Quốc hội tỉnh"
            + "|(?:[UỦ][ỷy] ban (?:Trung ương )?|UB)?(?:Mặt trận Tổ quốc|MTTQ)(?: Việt Nam)?(?: (?:tỉnh|thành phố|huyện|xã|các cấp|cấp xã|phường))?|(?:Liên đoàn Lao động|Hội Nông dân|Hội Liên hiệp Phụ nữ|Hội LHPN|Hội Cựu chiến binh|Hội Luật gia|Hội Chữ thập đỏ|Liên minh Hợp tác xã|Hiệp hội Doanh nghiệp)(?: Việt Nam)?(?: (?:tỉnh|thành phố|huyện|xã|phường|các cấp))?|Tỉnh [Đđ]oàn|Thành [Đđ]oàn|Đoàn (?:TNCS|Thanh niên [Cc]ộng sản|Thanh niên)(?: Hồ Chí Minh)?(?: (?:tỉnh|thành phố|huyện|xã|các cấp))?|Viện [Kk]iểm sát nhân dân(?: tỉnh)?|Tòa án nhân dân(?: tỉnh)?"
            + "|" + UBND
            + " (?:tỉnh|thành phố|TP\\.?|huyện|quận|thị xã|xã|phường|thị trấn|đặc khu)(?:, (?:thị trấn|phường))?(?: "
            + NAME + "(?:(?:, | và )(?:huyện|xã|phường|đặc khu|thị xã) " + NAME + "){0,200})?|"
            + HDND + " (?:tỉnh|thành phố|huyện|xã|phường)(?: " + NAME + ")?"
            + ")";

    private static final String HEAD_ONLY = "(?:Chánh Văn phòng(?: " + UBND
            + "(?: tỉnh| huyện| thành phố)?)?|Chánh Thanh tra(?: tỉnh)?|Bí thư (?:cấp ủy|các huyện ủy|Tỉnh ủy)|[Tt]hủ trưởng(?= các)|[Nn]hân dân(?=, doanh)|doanh nghiệp(?= và cơ quan))";

    private static final String ACTOR_REGEX =
            "(?:(?:" + HEADS + ")?" + PLURAL + "(?:" + GROUP + "|" + SINGLE + ")|" + HEAD_ONLY + ")";

    /** Who acts. */
    static final Pattern ACTOR = Pattern.compile("(?<![\\p{L}])" + ACTOR_REGEX);

    private Bodies() {}

    /** The level of a body; {@code null} if its name does not say. */
    public static @Nullable IssuerLevel levelOf(String issuer, boolean municipality) {
        String name = issuer.toLowerCase(Locale.ROOT).replace("uỷ", "ủy");
        boolean province = name.contains("tỉnh") || municipality;
        if (name.matches(
                "^(?:ban (?:thường trực|thường vụ|chấp hành|bí thư) )?(?:ủy ban (?:mttq|mặt trận)|liên đoàn lao động|hội (?!đồng)|(?:trung ương )?đoàn |tỉnh đoàn|thành đoàn|huyện đoàn|liên minh|hiệp hội).*")) {
            return name.matches(".*(?:trung ương|việt nam)$")
                    ? IssuerLevel.MASS_ORG_CENTRAL
                    : name.matches(".*(?:xã|phường|thị trấn) .*") && !name.contains("thị xã")
                            ? IssuerLevel.MASS_ORG_COMMUNE
                            : name.matches(".*(?:huyện|quận|thị xã).*")
                                    ? IssuerLevel.MASS_ORG_DISTRICT
                                    : IssuerLevel.MASS_ORG_PROVINCE;
        }
        if (name.matches(
                ".*(trung ương đảng|ban chấp hành trung ương|bộ chính trị|ban bí thư|văn phòng trung ương).*")) {
            return IssuerLevel.PARTY_CENTRAL;
        }
        if (name.matches(
                        "^(ban (tổ chức|tuyên giáo|dân vận|nội chính).*|ủy ban kiểm tra.*|văn phòng) ?(tỉnh|thành) ủy.*")
                || name.matches("^văn phòng (tỉnh|thành) ủy.*")) {
            return IssuerLevel.PARTY_PROVINCE_BODY;
        }
        if (name.matches(".*((tỉnh|thành) ủy|đảng bộ (tỉnh|thành phố)).*")) {
            return IssuerLevel.PARTY_PROVINCE;
        }
        if (name.matches(".*(huyện|thị|quận) ủy.*|.*đảng bộ (huyện|thị xã|quận).*")) {
            return IssuerLevel.PARTY_DISTRICT;
        }
        if (name.matches(".*(đảng ủy|đảng bộ) (xã|phường|đặc khu|thị trấn).*")) {
            return IssuerLevel.PARTY_COMMUNE;
        }
        if (name.matches("^(thủ tướng chính phủ|chính phủ|quốc hội|ủy ban thường vụ quốc hội|chủ tịch nước).*")) {
            return name.contains("quốc hội") ? IssuerLevel.PARLIAMENT : IssuerLevel.GOVERNMENT;
        }
        if (name.matches(
                "^(bộ trưởng|bộ (?!chỉ huy|tư lệnh)|văn phòng chính phủ|thanh tra chính phủ|ngân hàng nhà nước việt nam|bảo hiểm xã hội việt nam).*")) {
            return IssuerLevel.MINISTRY;
        }
        if (name.matches(
                "^(sở|thanh tra|ban quản lý|ban dân tộc|cục|công an tỉnh|văn phòng|ban chỉ đạo|giám đốc sở|trung tâm).*")) {
            return name.matches(".*(huyện|xã|phường).*") && !province
                    ? IssuerLevel.DISTRICT
                    : IssuerLevel.PROVINCE_DEPARTMENT;
        }
        if (name.matches(".*(xã|phường|thị trấn|đặc khu) .*") && !name.contains("thị xã")) {
            return name.startsWith("hội đồng") ? IssuerLevel.COMMUNE_COUNCIL : IssuerLevel.COMMUNE;
        }
        if (name.matches(".*(huyện|quận|thị xã).*") || name.contains("thành phố") && !municipality) {
            return name.startsWith("hội đồng") ? IssuerLevel.DISTRICT_COUNCIL : IssuerLevel.DISTRICT;
        }
        if (province) {
            return name.startsWith("hội đồng") ? IssuerLevel.PROVINCE_COUNCIL : IssuerLevel.PROVINCE;
        }
        return null;
    }
}
