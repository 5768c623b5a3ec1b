package vn.dondoc.messaging.outbox;

import org.springframework.core.convert.converter.Converter;
import org.springframework.data.convert.ReadingConverter;

/**
 * Reads a part of a state that an earlier release stored in another form; a bean of a service.
 *
 * @param <S> what was stored
 * @param <T> what it is now
 */
@ReadingConverter
public interface EarlierForm<S, T> extends Converter<S, T> {}
