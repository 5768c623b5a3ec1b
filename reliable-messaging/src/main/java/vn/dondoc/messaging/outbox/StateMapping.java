package vn.dondoc.messaging.outbox;

import java.util.function.Function;
import org.bson.Document;
import org.springframework.data.mongodb.core.convert.MongoConverter;

/** Domain state to stored form to BSON, and back. */
final class StateMapping<S, D> {

    private final MongoConverter converter;
    private final Class<D> stored;
    private final Function<S, D> toStored;
    private final Function<D, S> toState;

    StateMapping(MongoConverter converter, Class<D> stored, Function<S, D> toStored, Function<D, S> toState) {
        this.converter = converter;
        this.stored = stored;
        this.toStored = toStored;
        this.toState = toState;
    }

    Document write(S state) {
        var document = new Document();
        converter.write(toStored.apply(state), document);
        document.remove("_class");
        return document;
    }

    /** A part of the state, into a record of its own. */
    <P> P read(Document state, Class<P> part) {
        return converter.read(part, state);
    }

    S read(Document state) {
        return toState.apply(converter.read(stored, state));
    }
}
