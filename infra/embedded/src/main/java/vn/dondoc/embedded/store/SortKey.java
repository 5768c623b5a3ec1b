package vn.dondoc.embedded.store;

import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.bson.BinData;
import de.bwaldvogel.mongo.bson.BsonJavaScript;
import de.bwaldvogel.mongo.bson.BsonRegularExpression;
import de.bwaldvogel.mongo.bson.BsonTimestamp;
import de.bwaldvogel.mongo.bson.Decimal128;
import de.bwaldvogel.mongo.bson.LegacyUUID;
import de.bwaldvogel.mongo.bson.MaxKey;
import de.bwaldvogel.mongo.bson.MinKey;
import de.bwaldvogel.mongo.bson.ObjectId;
import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Values as bytes whose unsigned order is the order in which MongoDB sorts the values
 * (https://www.mongodb.com/docs/manual/reference/bson-type-comparison-order/).
 *
 * <p>The first byte is the kind of value, so a range never leaves its kind. Numbers of every type share one form, sign,
 * exponent and decimal digits, so 1, 1.0 and Decimal128 1.00 are the same key and nothing is rounded. No encoding is the
 * beginning of another, so keys of several values are simply one after the other, and a descending value is its bytes
 * turned over.
 */
final class SortKey {

    /** Greater than any byte with which a value can begin, ascending or descending. */
    static final int AFTER_ALL = 0xFF;

    private static final int MIN_KEY = 0x02;
    private static final int EMPTY_ARRAY = 0x04;
    private static final int NULL = 0x06;
    private static final int NUMBER = 0x10;
    private static final int STRING = 0x20;
    private static final int OBJECT = 0x30;
    private static final int ARRAY = 0x40;
    private static final int BINARY = 0x50;
    private static final int OBJECT_ID = 0x60;
    private static final int BOOLEAN = 0x70;
    private static final int DATE = 0x80;
    private static final int TIMESTAMP = 0x90;
    private static final int REGEX = 0xA0;
    private static final int JAVASCRIPT = 0xA8;
    private static final int MAX_KEY = 0xF0;

    private static final int NOT_A_NUMBER = 0x01;
    private static final int MINUS_INFINITY = 0x02;
    private static final int NEGATIVE = 0x10;
    private static final int ZERO = 0x20;
    private static final int POSITIVE = 0x30;
    private static final int PLUS_INFINITY = 0x40;
    private static final int EXPONENT_BIAS = 0x8000;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(64);

    /** An empty array, which MongoDB sorts before null. */
    static final Object EMPTY = new Object();

    /** The key of one value, ascending. */
    static byte[] of(@Nullable Object value) {
        return new SortKey().append(value, true).bytes();
    }

    /** Adds one value; lists are compared element by element. */
    SortKey append(@Nullable Object value, boolean ascending) {
        if (ascending) {
            encode(value);
        } else {
            for (byte it : of(value)) {
                bytes.write(~it);
            }
        }
        return this;
    }

    /** Adds bytes as they are. */
    SortKey append(byte[] raw) {
        bytes.writeBytes(raw);
        return this;
    }

    byte[] bytes() {
        return bytes.toByteArray();
    }

    /** The byte with which every value of the same kind begins, as it stands in a key. */
    static int kindOf(@Nullable Object value, boolean ascending) {
        int kind = kind(value);
        return ascending ? kind : ~kind & 0xFF;
    }

    private static int kind(@Nullable Object value) {
        if (Missing.isNullOrMissing(value)) {
            return NULL;
        }
        if (value == EMPTY) {
            return EMPTY_ARRAY;
        }
        return switch (value) {
            case Number number -> NUMBER;
            case String text -> STRING;
            case Map<?, ?> document -> OBJECT;
            case Collection<?> list -> ARRAY;
            case BinData binary -> BINARY;
            case UUID uuid -> BINARY;
            case LegacyUUID uuid -> BINARY;
            case ObjectId id -> OBJECT_ID;
            case Boolean truth -> BOOLEAN;
            case Instant instant -> DATE;
            case BsonTimestamp timestamp -> TIMESTAMP;
            case BsonRegularExpression regex -> REGEX;
            case BsonJavaScript code -> JAVASCRIPT;
            case MinKey least -> MIN_KEY;
            case MaxKey greatest -> MAX_KEY;
            case null, default -> throw new IllegalArgumentException("cannot be part of a key: " + value);
        };
    }

    private void encode(@Nullable Object value) {
        int kind = kind(value);
        bytes.write(kind);
        switch (value) {
            case null -> {}
            case Number number -> number(number);
            case String text -> text(text);
            case Map<?, ?> document -> document(document);
            case Collection<?> list -> {
                list.forEach(this::encode);
                bytes.write(0);
            }
            case BinData binary -> binary(0, binary.getData());
            case UUID uuid -> binary(4, big(uuid.getMostSignificantBits(), uuid.getLeastSignificantBits()));
            case LegacyUUID legacy ->
                binary(
                        3,
                        big(
                                legacy.getUuid().getMostSignificantBits(),
                                legacy.getUuid().getLeastSignificantBits()));
            case ObjectId id -> bytes.writeBytes(id.toByteArray());
            case Boolean truth -> bytes.write(truth ? 1 : 0);
            case Instant instant -> bytes.writeBytes(big(instant.toEpochMilli() ^ Long.MIN_VALUE));
            case BsonTimestamp timestamp -> bytes.writeBytes(big(timestamp.getValue()));
            case BsonRegularExpression regex -> {
                text(regex.getPattern());
                text(regex.getOptions() == null ? "" : regex.getOptions());
            }
            case BsonJavaScript code -> text(code.getCode());
            default -> {} // the kind says everything: null, an empty array, the least and the greatest key
        }
    }

    /** UTF-8; a zero byte inside is followed by FF, two of them end the text. */
    private void text(String text) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        for (byte it : utf8) {
            bytes.write(it);
            if (it == 0) {
                bytes.write(0xFF);
            }
        }
        bytes.write(0);
        bytes.write(0);
    }

    /** As MongoDB compares documents: field by field, first the kind of the value, then the name, then the value. */
    private void document(Map<?, ?> document) {
        document.forEach((name, value) -> {
            bytes.write(kind(value));
            text(String.valueOf(name));
            encode(value);
        });
        bytes.write(0);
    }

    private void binary(int subtype, byte[] data) {
        bytes.writeBytes(new byte[] {
            (byte) (data.length >>> 24), (byte) (data.length >>> 16), (byte) (data.length >>> 8), (byte) data.length
        });
        bytes.write(subtype);
        bytes.writeBytes(data);
    }

    private void number(Number number) {
        switch (number) {
            case Integer whole -> whole(whole);
            case Long whole -> whole(whole);
            case Decimal128 decimal -> decimal(decimal);
            default -> floating(number.doubleValue());
        }
    }

    private void floating(double number) {
        if (Double.isNaN(number)) {
            bytes.write(NOT_A_NUMBER);
        } else if (Double.isInfinite(number)) {
            bytes.write(number < 0 ? MINUS_INFINITY : PLUS_INFINITY);
        } else {
            digits(new BigDecimal(number));
        }
    }

    private void decimal(Decimal128 number) {
        if (number.equals(Decimal128.NaN)) {
            bytes.write(NOT_A_NUMBER);
        } else if (number.equals(Decimal128.NEGATIVE_INFINITY)) {
            bytes.write(MINUS_INFINITY);
        } else if (number.equals(Decimal128.POSITIVE_INFINITY)) {
            bytes.write(PLUS_INFINITY);
        } else if (number.equals(Decimal128.NEGATIVE_ZERO)) {
            bytes.write(ZERO);
        } else {
            digits(number.toBigDecimal());
        }
    }

    private void whole(long number) {
        if (number == Long.MIN_VALUE) {
            digits(BigDecimal.valueOf(number));
        } else if (number == 0) {
            bytes.write(ZERO);
        } else {
            String digits = Long.toString(Math.abs(number));
            digits(number < 0, digits.length(), digits);
        }
    }

    private void digits(BigDecimal number) {
        if (number.signum() == 0) {
            bytes.write(ZERO);
        } else {
            String digits = number.unscaledValue().abs().toString();
            digits(number.signum() < 0, digits.length() - number.scale(), digits);
        }
    }

    /** The number 0.digits × 10^exponent: pairs of digits as 1 to 100, then 0; turned over if it is negative. */
    private void digits(boolean negative, int exponent, String digits) {
        int length = digits.length();
        while (length > 1 && digits.charAt(length - 1) == '0') {
            length--;
        }
        int flip = negative ? 0xFF : 0;
        bytes.write(negative ? NEGATIVE : POSITIVE);
        int biased = exponent + EXPONENT_BIAS;
        bytes.write(biased >>> 8 ^ flip);
        bytes.write(biased ^ flip);
        for (int i = 0; i < length; i += 2) {
            int tens = digits.charAt(i) - '0';
            int ones = i + 1 < length ? digits.charAt(i + 1) - '0' : 0;
            bytes.write(tens * 10 + ones + 1 ^ flip);
        }
        bytes.write(flip);
    }

    private static byte[] big(long number) {
        return big(0, number, 8);
    }

    private static byte[] big(long high, long low) {
        return big(high, low, 16);
    }

    private static byte[] big(long high, long low, int length) {
        byte[] all = new byte[16];
        for (int i = 0; i < 8; i++) {
            all[i] = (byte) (high >>> 56 - 8 * i);
            all[8 + i] = (byte) (low >>> 56 - 8 * i);
        }
        return Arrays.copyOfRange(all, 16 - length, 16);
    }
}
