package vn.dondoc.messaging.autoconfigure;

import java.time.LocalDate;
import java.util.List;
import org.springframework.core.convert.converter.Converter;
import org.springframework.data.convert.ReadingConverter;
import org.springframework.data.convert.WritingConverter;

/** Calendar dates are stored as ISO text: the framework's default turns them into instants of the machine's zone. */
final class StoredAsText {

    private StoredAsText() {}

    static List<Converter<?, ?>> converters() {
        return List.of(new DateToText(), new TextToDate());
    }

    @WritingConverter
    static final class DateToText implements Converter<LocalDate, String> {
        @Override
        public String convert(LocalDate date) {
            return date.toString();
        }
    }

    @ReadingConverter
    static final class TextToDate implements Converter<String, LocalDate> {
        @Override
        public LocalDate convert(String text) {
            return LocalDate.parse(text);
        }
    }
}
