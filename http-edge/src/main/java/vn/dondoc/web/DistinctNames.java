package vn.dondoc.web;

import com.fasterxml.jackson.databind.type.TypeFactory;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.oas.models.media.Schema;
import java.util.Iterator;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Refuses to describe two records of one service under one name: the document would say of both what is true of one, and
 * every client made from it would be wrong.
 */
final class DistinctNames implements ModelConverter {

    private final Map<String, Class<?>> known = new ConcurrentHashMap<>();

    @Override
    public @Nullable Schema<?> resolve(
            AnnotatedType type, ModelConverterContext context, Iterator<ModelConverter> others) {
        Class<?> described = TypeFactory.rawClass(type.getType());
        if (described.isRecord() && described.getPackageName().startsWith("vn.dondoc.")) {
            String service = described.getPackageName().split("\\.", 4)[2];
            Class<?> other = known.putIfAbsent(service + ":" + described.getSimpleName(), described);
            if (other != null && other != described) {
                throw new IllegalStateException(
                        other.getName() + " and " + described.getName() + " would have one name in the API document");
            }
        }
        return others.hasNext() ? others.next().resolve(type, context, others) : null;
    }
}
