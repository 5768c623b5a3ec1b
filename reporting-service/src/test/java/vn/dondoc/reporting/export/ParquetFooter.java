package vn.dondoc.reporting.export;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.parquet.format.ColumnMetaData;
import org.apache.parquet.format.FileMetaData;
import org.apache.parquet.format.SchemaElement;
import org.apache.parquet.format.Util;

/**
 * What a Parquet file says of itself at its end, read by the format's own definition: its length stands before the last four
 * bytes.
 */
record ParquetFooter(FileMetaData said) {

    private static final int MAGIC = 4;

    static ParquetFooter of(byte[] file) throws IOException {
        if (!new String(file, 0, MAGIC, StandardCharsets.US_ASCII).equals("PAR1")) {
            throw new IOException("no Parquet");
        }
        int lengthAt = file.length - MAGIC - Integer.BYTES;
        int length = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN).getInt(lengthAt);
        return new ParquetFooter(Util.readFileMetaData(new ByteArrayInputStream(file, lengthAt - length, length)));
    }

    SchemaElement column(String name) {
        return said.getSchema().stream()
                .filter(it -> it.getName().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private ColumnMetaData content(String name) {
        return said.getRow_groups().getFirst().getColumns().stream()
                .map(it -> it.getMeta_data())
                .filter(it -> it.getPath_in_schema().equals(List.of(name)))
                .findFirst()
                .orElseThrow();
    }

    long blanks(String name) {
        return content(name).getStatistics().getNull_count();
    }

    BigDecimal least(String name) {
        byte[] digits = content(name).getStatistics().getMin_value();
        return new BigDecimal(
                new BigInteger(digits),
                column(name).getLogicalType().getDECIMAL().getScale());
    }

    String greatestText(String name) {
        return new String(content(name).getStatistics().getMax_value(), StandardCharsets.UTF_8);
    }
}
