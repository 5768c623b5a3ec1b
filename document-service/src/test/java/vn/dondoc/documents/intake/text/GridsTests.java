package vn.dondoc.documents.intake.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** The renderings of one table that copying leaves. */
class GridsTests {

    private static final List<String> ROWS = List.of(
            "| STT | Nhiệm vụ | Cơ quan chủ trì | Thời hạn |",
            "| 1 | Rà soát danh mục | Sở Tư pháp | 30/6/2026 |",
            "| 2 | Công bố thủ tục | Văn phòng UBND tỉnh | Quý III/2026 |");

    @Test
    void readsCellsBetweenTabs() {
        assertThat(barred("""
                STT\tNhiệm vụ\tCơ quan chủ trì\tThời hạn
                1\tRà soát danh mục\tSở Tư pháp\t30/6/2026
                2\tCông bố thủ tục\tVăn phòng UBND tỉnh\tQuý III/2026""")).isEqualTo(ROWS);
    }

    @Test
    void readsColumnsOfBlanksWithCellsOfSeveralLines() {
        assertThat(barred("""
                STT  Nhiệm vụ           Cơ quan chủ trì       Thời hạn
                1    Rà soát            Sở Tư pháp            30/6/2026
                     danh mục
                2    Công bố thủ tục    Văn phòng             Quý III/2026
                                        UBND tỉnh""")).isEqualTo(ROWS);
    }

    @Test
    void readsACellToALine() {
        assertThat(
                        barred(
                                "STT\nNhiệm vụ\nCơ quan chủ trì\nThời hạn\n1\nRà soát danh mục\nSở Tư pháp\n30/6/2026\n2\nCông bố thủ tục\nVăn phòng UBND tỉnh\nQuý III/2026"))
                .isEqualTo(ROWS);
    }

    @Test
    void keepsTheCellThatIsEmpty() {
        assertThat(
                        barred(
                                "STT\n\nNhiệm vụ\n\nCơ quan chủ trì\n\nThời hạn\n\n1\n\nRà soát danh mục\n\n\n\n30/6/2026\n\n2\n\nCông bố thủ tục\n\nSở Y tế\n\nQuý III/2026"))
                .contains("| 1 | Rà soát danh mục |  | 30/6/2026 |");
    }

    @Test
    void leavesWhatIsNoTableAsItIs() {
        String text = "1. Sở Nội vụ\n2. Sở Tài chính\na) Rà soát\tdanh mục";
        assertThat(barred(text)).isEqualTo(text.lines().toList());
    }

    @Test
    void knowsWhereEachCellStood() {
        String text = "STT\tNhiệm vụ\tThời hạn\n1\tRà soát\t30/6/2026";
        Stretch row = Grids.barred(Stretch.of(text).lines()).get(1);
        int at = row.text().indexOf("30/6/2026");
        assertThat(row.mark(at, at + 9, 1).start()).isEqualTo(text.indexOf("30/6/2026"));
    }

    private static List<String> barred(String text) {
        return Grids.barred(Stretch.of(text).lines()).stream()
                .map(Stretch::text)
                .toList();
    }
}
