package vn.dondoc.documents.directive.mongo;

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
import org.springframework.stereotype.Repository;
import vn.dondoc.access.AccessScope;
import vn.dondoc.documents.directive.Originals;

/** Uploaded files in GridFS, under the id of their directive. */
@Repository
class GridFsOriginals implements Originals {

    private final GridFSBucket bucket;

    GridFsOriginals(MongoDatabaseFactory mongo) {
        this.bucket = GridFSBuckets.create(mongo.getMongoDatabase(), "originals");
    }

    @Override
    public void keep(AccessScope scope, String directiveId, String province, Original original) {
        if (file(scope, directiveId).isPresent()) {
            return;
        }
        bucket.uploadFromStream(
                new BsonString(directiveId),
                original.name(),
                new ByteArrayInputStream(original.content()),
                new GridFSUploadOptions()
                        .metadata(new Document("province", province).append("mediaType", original.mediaType())));
    }

    @Override
    public Optional<Original> find(AccessScope scope, String directiveId) {
        return file(scope, directiveId).map(it -> {
            var content = new ByteArrayOutputStream();
            bucket.downloadToStream(it.getId(), content);
            Document metadata = it.getMetadata();
            String mediaType = metadata == null ? "application/octet-stream" : metadata.getString("mediaType");
            return new Original(it.getFilename(), mediaType, content.toByteArray());
        });
    }

    @Override
    public void remove(AccessScope scope, String directiveId) {
        file(scope, directiveId).ifPresent(it -> bucket.delete(it.getId()));
    }

    private Optional<GridFSFile> file(AccessScope scope, String directiveId) {
        Document query = new Document("_id", directiveId);
        String province = scope.provinceInSight();
        if (province != null) {
            query.append("metadata.province", province);
        }
        return Optional.ofNullable(bucket.find(query).first());
    }
}
