package vn.dondoc.file;

import com.mongodb.MongoException;
import com.mongodb.client.gridfs.GridFSBucket;
import com.mongodb.client.gridfs.GridFSBuckets;
import com.mongodb.client.gridfs.model.GridFSFile;
import com.mongodb.client.gridfs.model.GridFSUploadOptions;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.bson.Document;
import org.springframework.data.mongodb.MongoDatabaseFactory;
import vn.dondoc.access.AccessScope;
import vn.dondoc.messaging.StoreDown;

/** Files in GridFS, in the bucket {@code attachments} of the service's database. */
public class GridFsFiles implements Files {

    private static final String BUCKET = "attachments";
    private static final String METADATA = "metadata.";
    private static final String KEY = "key";

    private final GridFSBucket bucket;

    public GridFsFiles(MongoDatabaseFactory mongo) {
        this.bucket = GridFSBuckets.create(mongo.getMongoDatabase(), BUCKET);
        mongo.getMongoDatabase().getCollection(BUCKET + ".files").createIndex(new Document(METADATA + KEY, 1));
    }

    @Override
    public void keep(AccessScope scope, String id, String province, UploadedFile file) {
        guarded(() -> {
            if (kept(scope, id).isEmpty()) {
                // Under an id of its own: what was interrupted is in nobody's way.
                bucket.uploadFromStream(
                        file.name(),
                        new ByteArrayInputStream(file.content()),
                        new GridFSUploadOptions().metadata(new Document("province", province).append(KEY, id)));
            }
            return id;
        });
    }

    @Override
    public Optional<byte[]> read(AccessScope scope, String id) {
        return guarded(() -> kept(scope, id).map(it -> {
            var content = new ByteArrayOutputStream();
            bucket.downloadToStream(it.getId(), content);
            return content.toByteArray();
        }));
    }

    private static <T> T guarded(Supplier<T> access) {
        try {
            return access.get();
        } catch (MongoException refusedOrDown) {
            throw StoreDown.or(refusedOrDown);
        }
    }

    private Optional<GridFSFile> kept(AccessScope scope, String id) {
        String province = scope.provinceInSight();
        return Stream.of(METADATA + KEY, "_id")
                .map(field -> bucket.find(new Document(field, id)).first())
                .filter(Objects::nonNull)
                .filter(it -> province == null
                        || it.getMetadata() != null
                                && province.equals(it.getMetadata().getString("province")))
                .findFirst();
    }
}
