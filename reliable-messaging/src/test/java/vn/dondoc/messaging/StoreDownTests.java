package vn.dondoc.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.ServerAddress;
import com.mongodb.bulk.BulkWriteError;
import com.mongodb.bulk.BulkWriteResult;
import com.mongodb.bulk.WriteConcernError;
import java.util.List;
import java.util.Set;
import org.bson.BsonDocument;
import org.junit.jupiter.api.Test;
import vn.dondoc.failure.Failure;

class StoreDownTests {

    @Test
    void whatMoreThanOneServerWasToKeepAndMayNotHaveIsToBeTriedAgain() {
        var unsure = new WriteConcernError(
                64, "WriteConcernFailed", "waiting for replication timed out", new BsonDocument());
        var known = new BulkWriteError(11000, "duplicate", new BsonDocument(), 0);
        assertThat(StoreDown.or(bulk(List.of(known), unsure))).isInstanceOf(Failure.Unavailable.class);
        assertThat(AlreadyThere.only(bulk(List.of(known), unsure))).isFalse();
        assertThat(AlreadyThere.only(bulk(List.of(), unsure))).isFalse();
        assertThat(StoreDown.or(bulk(List.of(known), null))).isInstanceOf(MongoBulkWriteException.class);
        assertThat(AlreadyThere.only(bulk(List.of(known), null))).isTrue();
    }

    private static MongoBulkWriteException bulk(List<BulkWriteError> errors, WriteConcernError concern) {
        return new MongoBulkWriteException(
                BulkWriteResult.unacknowledged(), errors, concern, new ServerAddress(), Set.of());
    }
}
