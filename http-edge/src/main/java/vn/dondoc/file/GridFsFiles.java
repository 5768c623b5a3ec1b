package vn.dondoc.file;

import com.mongodb.client.gridfs.GridFSBucket;
import com.mongodb.client.gridfs.GridFSBuckets;
import com.mongodb.client.gridfs.model.GridFSFile;
import com.mongodb.client.gridfs.model.GridFSUploadOptions;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.util.Optional;
import org.bson.BsonString;
import org.bson.Document;
import org.springframework.data.mongodb.MongoDatabaseFactory;
import vn.dondoc.access.AccessScope;

/** Files in GridFS, in the bucket {@code attachments} of the service's database. */
public class GridFsFiles implements Files {

    private final GridFSBucket bucket;

    public GridFsFiles(MongoDatabaseFactory mongo) {
        this.bucket = GridFSBuckets.create(mongo.getMongoDatabase(), "attachments");
    }

    @Override
    public void keep(AccessScope scope, String id, String province, UploadedFile file) {
        if (kept(scope, id).isEmpty()) {
            bucket.uploadFromStream(
                    new BsonString(id),
                    file.name(),
                    new ByteArrayInputStream(file.content()),
                    new GridFSUploadOptions().metadata(new Document("province", province)));
        }
    }

    @Override
    public Optional<byte[]> read(AccessScope scope, String id) {
        return kept(scope, id).map(it -> {
            var content = new ByteArrayOutputStream();
            bucket.downloadToStream(it.getId(), content);
            return content.toByteArray();
        });
    }

    private Optional<GridFSFile> kept(AccessScope scope, String id) {
        Document query = new Document("_id", id);
        if (scope.provinceInSight() != null) {
            query.append("metadata.province", scope.provinceInSight());
        }
        return Optional.ofNullable(bucket.find(query).first());
    }
}
