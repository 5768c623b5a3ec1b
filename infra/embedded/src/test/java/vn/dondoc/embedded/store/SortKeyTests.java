package vn.dondoc.embedded.store;

import static org.assertj.core.api.Assertions.assertThat;

import de.bwaldvogel.mongo.bson.BinData;
import de.bwaldvogel.mongo.bson.BsonTimestamp;
import de.bwaldvogel.mongo.bson.Decimal128;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.bson.MaxKey;
import de.bwaldvogel.mongo.bson.MinKey;
import de.bwaldvogel.mongo.bson.ObjectId;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SortKeyTests {

    /** As the manual orders them: https://www.mongodb.com/docs/manual/reference/bson-type-comparison-order/. */
    private static final List<Object> IN_ORDER = Arrays.asList(
            MinKey.getInstance(),
            SortKey.EMPTY,
            null,
            Double.NaN,
            Double.NEGATIVE_INFINITY,
            new Decimal128(new BigDecimal("-1E+6000")),
            Long.MIN_VALUE,
            -12_345_678_901L,
            -101,
            -100,
            -99.5,
            -1,
            new Decimal128(new BigDecimal("-0.1000000000000000000000000000000001")),
            -Double.MIN_VALUE,
            0,
            Double.MIN_VALUE,
            0.1,
            new Decimal128(new BigDecimal("0.11")),
            1,
            1.5,
            2L,
            9,
            10,
            11,
            99,
            100,
            101,
            9_007_199_254_740_992L,
            9_007_199_254_740_993L,
            Long.MAX_VALUE,
            1e300,
            Double.POSITIVE_INFINITY,
            "",
            "\u0000",
            "a",
            "a\u0000",
            "a\u0000b",
            "aa",
            "b",
            "đ",
            "đz",
            "ữ",
            "😀",
            new Document(),
            new Document("a", 1),
            new Document("a", 1).append("b", 1),
            new Document("a", 2),
            new Document("b", 1),
            new Document("a", "x"),
            List.of(1),
            List.of(1, 2),
            List.of(2),
            new BinData(new byte[] {9}),
            new BinData(new byte[] {1, 2}),
            new ObjectId("000000000000000000000001"),
            new ObjectId("f00000000000000000000001"),
            false,
            true,
            Instant.EPOCH.minusSeconds(1),
            Instant.EPOCH,
            Instant.parse("2026-11-27T00:00:00Z"),
            new BsonTimestamp(1),
            new BsonTimestamp(-1),
            MaxKey.getInstance());

    @Test
    void keysSortAsMongoDbSortsTheValues() {
        for (int i = 0; i < IN_ORDER.size(); i++) {
            for (int j = 0; j < IN_ORDER.size(); j++) {
                byte[] first = SortKey.of(IN_ORDER.get(i));
                byte[] second = SortKey.of(IN_ORDER.get(j));
                assertThat(Integer.signum(Arrays.compareUnsigned(first, second)))
                        .as("%s and %s", IN_ORDER.get(i), IN_ORDER.get(j))
                        .isEqualTo(Integer.compare(i, j));
            }
        }
    }

    @Test
    void keysOfDescendingFieldsSortTheOtherWayRoundWhateverFollowsThem() {
        for (int i = 0; i < IN_ORDER.size(); i++) {
            for (int j = 0; j < IN_ORDER.size(); j++) {
                byte[] first = new SortKey()
                        .append(IN_ORDER.get(i), false)
                        .append("z", true)
                        .bytes();
                byte[] second = new SortKey()
                        .append(IN_ORDER.get(j), false)
                        .append("a", true)
                        .bytes();
                int expected = i == j ? 1 : Integer.compare(j, i);
                assertThat(Integer.signum(Arrays.compareUnsigned(first, second)))
                        .as("%s and %s", IN_ORDER.get(i), IN_ORDER.get(j))
                        .isEqualTo(expected);
            }
        }
    }

    @Test
    void numbersOfEveryTypeShareOneKey() {
        for (String text : List.of("0", "1", "-1", "42", "1024", "-70000", "9007199254740992")) {
            byte[] expected = SortKey.of(Long.parseLong(text));
            assertThat(SortKey.of(Double.parseDouble(text))).as(text).isEqualTo(expected);
            assertThat(SortKey.of(new Decimal128(new BigDecimal(text))))
                    .as(text)
                    .isEqualTo(expected);
            assertThat(SortKey.of(new Decimal128(new BigDecimal(text + ".000"))))
                    .as(text)
                    .isEqualTo(expected);
        }
        assertThat(SortKey.of(-0.0)).isEqualTo(SortKey.of(0));
    }

    @Test
    void anyTwoNumbersSortByTheirExactValue() {
        var random = new Random(20261127);
        for (int i = 0; i < 20_000; i++) {
            Number first = any(random);
            Number second = any(random);
            assertThat(Integer.signum(Arrays.compareUnsigned(SortKey.of(first), SortKey.of(second))))
                    .as("%s and %s", first, second)
                    .isEqualTo(exact(first).compareTo(exact(second)));
        }
    }

    private static Number any(Random random) {
        return switch (random.nextInt(5)) {
            case 0 -> random.nextInt(2_000) - 1_000;
            case 1 -> random.nextLong() >> random.nextInt(64);
            case 2 -> (random.nextDouble() - 0.5) * Math.pow(10, random.nextInt(40) - 20);
            case 3 -> Double.longBitsToDouble(random.nextLong() & 0xBFEFFFFFFFFFFFFFL);
            default -> new Decimal128(BigDecimal.valueOf(random.nextLong(), random.nextInt(30)));
        };
    }

    private static BigDecimal exact(Number number) {
        return switch (number) {
            case Decimal128 decimal -> decimal.toBigDecimal();
            case Double floating -> new BigDecimal(floating);
            default -> BigDecimal.valueOf(number.longValue());
        };
    }
}
