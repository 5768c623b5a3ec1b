package vn.dondoc.reporting.export;

import static org.apache.parquet.schema.LogicalTypeAnnotation.decimalType;
import static org.apache.parquet.schema.LogicalTypeAnnotation.stringType;
import static org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName.BINARY;
import static org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName.FIXED_LEN_BYTE_ARRAY;
import static org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName.INT32;
import static org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName.INT64;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.zip.GZIPOutputStream;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.compression.CompressionCodecFactory;
import org.apache.parquet.conf.ParquetConfiguration;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.api.WriteSupport;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.OutputFile;
import org.apache.parquet.io.PositionOutputStream;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.io.api.RecordConsumer;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.Type;
import org.apache.parquet.schema.Types;
import org.jspecify.annotations.Nullable;

/**
 * A table as Apache Parquet, compressed by gzip, with exact decimals. Written by the library of that project; what it would
 * want of Hadoop (files, settings, codecs) is given to it from the JDK, so that none of Hadoop is needed to run.
 *
 * @param <T> what a row is made of
 */
final class ParquetFile<T> {

    /** As many digits as a decimal of Parquet's readers holds. */
    private static final int PRECISION = 38;

    /** A quotient has nine decimals, a value as many as its indicator. */
    private static final int DECIMALS = 9;

    private static final int DECIMAL_BYTES =
            BigInteger.TEN.pow(PRECISION).subtract(BigInteger.ONE).bitLength() / Byte.SIZE + 1;

    private final List<Column<T>> columns = new ArrayList<>();

    private record Column<T>(Type type, Function<T, @Nullable Object> value) {}

    ParquetFile<T> text(String name, Function<T, @Nullable Object> value) {
        columns.add(new Column<>(Types.optional(BINARY).as(stringType()).named(name), value));
        return this;
    }

    ParquetFile<T> decimal(String name, Function<T, @Nullable Object> value) {
        Type type = Types.optional(FIXED_LEN_BYTE_ARRAY)
                .length(DECIMAL_BYTES)
                .as(decimalType(DECIMALS, PRECISION))
                .named(name);
        columns.add(new Column<>(type, value));
        return this;
    }

    ParquetFile<T> whole(String name, Function<T, @Nullable Object> value) {
        columns.add(new Column<>(Types.optional(INT32).named(name), value));
        return this;
    }

    ParquetFile<T> longWhole(String name, Function<T, @Nullable Object> value) {
        columns.add(new Column<>(Types.optional(INT64).named(name), value));
        return this;
    }

    byte[] of(List<T> rows) {
        var bytes = new ByteArrayOutputStream();
        // Every row is had before the first is written, so none can fail between and leave a file that looks whole.
        try (ParquetWriter<T> writer = new Builder<>(bytes, columns).build()) {
            for (T row : rows) {
                writer.write(row);
            }
        } catch (IOException cannotBe) {
            throw new UncheckedIOException(cannotBe);
        }
        return bytes.toByteArray();
    }

    private static final class Builder<T> extends ParquetWriter.Builder<T, Builder<T>> {
        private final List<Column<T>> columns;

        Builder(ByteArrayOutputStream bytes, List<Column<T>> columns) {
            this.columns = columns;
            withFile(new InMemory(bytes));
            withConf(new PlainParquetConfiguration());
            withCodecFactory(new Gzip());
            withCompressionCodec(CompressionCodecName.GZIP);
        }

        @Override
        protected Builder<T> self() {
            return this;
        }

        @Override
        protected WriteSupport<T> getWriteSupport(@Nullable Configuration never) {
            return new Rows<>(columns);
        }

        @Override
        protected WriteSupport<T> getWriteSupport(@Nullable ParquetConfiguration settings) {
            return new Rows<>(columns);
        }
    }

    private static final class Rows<T> extends WriteSupport<T> {
        private final List<Column<T>> columns;
        private @Nullable RecordConsumer to;

        Rows(List<Column<T>> columns) {
            this.columns = columns;
        }

        private WriteContext context() {
            return new WriteContext(
                    new MessageType("figure", columns.stream().map(Column::type).toList()), Map.of());
        }

        @Override
        public WriteContext init(Configuration never) {
            return context();
        }

        @Override
        public WriteContext init(ParquetConfiguration settings) {
            return context();
        }

        @Override
        public void prepareForWrite(RecordConsumer consumer) {
            to = consumer;
        }

        @Override
        public void write(T row) {
            RecordConsumer consumer = Objects.requireNonNull(to, "prepareForWrite comes first");
            consumer.startMessage();
            for (int i = 0; i < columns.size(); i++) {
                Object value = columns.get(i).value().apply(row);
                if (value != null) {
                    String name = columns.get(i).type().getName();
                    consumer.startField(name, i);
                    add(consumer, value);
                    consumer.endField(name, i);
                }
            }
            consumer.endMessage();
        }

        private static void add(RecordConsumer consumer, Object value) {
            switch (value) {
                case String text -> consumer.addBinary(Binary.fromString(text));
                case BigDecimal number -> consumer.addBinary(decimal(number));
                case Integer number -> consumer.addInteger(number);
                case Long number -> consumer.addLong(number);
                default -> throw new IllegalArgumentException("no column holds " + value.getClass());
            }
        }

        private static Binary decimal(BigDecimal number) {
            BigDecimal exact = number.setScale(DECIMALS);
            if (exact.precision() > PRECISION) {
                throw new ArithmeticException(number + " has more digits than a column holds");
            }
            byte[] digits = exact.unscaledValue().toByteArray();
            byte[] padded = new byte[DECIMAL_BYTES];
            if (exact.signum() < 0) {
                Arrays.fill(padded, 0, padded.length - digits.length, (byte) 0xff);
            }
            System.arraycopy(digits, 0, padded, padded.length - digits.length, digits.length);
            return Binary.fromConstantByteArray(padded);
        }
    }

    private record InMemory(ByteArrayOutputStream bytes) implements OutputFile {

        @Override
        public PositionOutputStream create(long blockSize) {
            return new PositionOutputStream() {
                @Override
                public long getPos() {
                    return bytes.size();
                }

                @Override
                public void write(int one) {
                    bytes.write(one);
                }

                @Override
                public void write(byte[] some, int from, int length) {
                    bytes.write(some, from, length);
                }
            };
        }

        @Override
        public PositionOutputStream createOrOverwrite(long blockSize) {
            return create(blockSize);
        }

        @Override
        public boolean supportsBlockSize() {
            return false;
        }

        @Override
        public long defaultBlockSize() {
            return 0;
        }

        @Override
        public String getPath() {
            return "memory";
        }
    }

    private static final class Gzip implements CompressionCodecFactory {

        @Override
        public BytesInputCompressor getCompressor(CompressionCodecName codec) {
            return new BytesInputCompressor() {
                @Override
                public BytesInput compress(BytesInput bytes) throws IOException {
                    var compressed = new ByteArrayOutputStream();
                    try (var gzip = new GZIPOutputStream(compressed)) {
                        bytes.writeAllTo(gzip);
                    }
                    return BytesInput.from(compressed.toByteArray());
                }

                @Override
                public CompressionCodecName getCodecName() {
                    return codec;
                }

                @Override
                public void release() {}
            };
        }

        @Override
        public BytesInputDecompressor getDecompressor(CompressionCodecName codec) {
            throw new UnsupportedOperationException("this is for writing");
        }

        @Override
        public void release() {}
    }
}
