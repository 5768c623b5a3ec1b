package vn.dondoc.web;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.ArraySchema;
import io.swagger.v3.oas.models.media.BooleanSchema;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.security.OAuthFlow;
import io.swagger.v3.oas.models.security.OAuthFlows;
import io.swagger.v3.oas.models.security.Scopes;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.MethodParameter;
import org.springframework.util.unit.DataSize;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import vn.dondoc.access.AccessScope;
import vn.dondoc.aggregate.Command;
import vn.dondoc.web.docs.DescribedOperations;
import vn.dondoc.web.docs.DocsController;

/** The description of a service's API, and the pages beside it. */
@Configuration(proxyBeanMethods = false)
class OpenApiConfiguration {

    private static final String ABOUT = """
            Mọi dịch vụ theo cùng quy ước: xem [quy ước chung](/docs/api), [giờ đầu tiên](/docs/agency-quickstart), \
            [các lỗi](/docs/problems), [các sự kiện](/docs/events).

            All services follow the same [conventions](/docs/api); begin with the [quickstart](/docs/agency-quickstart); \
            see [problems](/docs/problems) and [events](/docs/events).""";

    static {
        SpringDocUtils.getConfig().addRequestWrapperToIgnore(AccessScope.class, Command.class, Page.Request.class);
    }

    /** Sign-in on the page of the API, where the issuer gives tokens for a name and a secret. */
    @Bean
    @ConditionalOnExpression("!'${dondoc.http.token-url:}'.isEmpty()")
    OpenApiCustomizer signIn(@Value("${dondoc.http.token-url:}") String tokenUrl) {
        OAuthFlow flow = new OAuthFlow().tokenUrl(tokenUrl).scopes(new Scopes());
        return it -> it.schemaRequirement(
                        "sign-in",
                        new SecurityScheme()
                                .type(SecurityScheme.Type.OAUTH2)
                                .flows(new OAuthFlows().clientCredentials(flow)))
                .addSecurityItem(new SecurityRequirement().addList("sign-in"));
    }

    @Bean
    DescribedOperations describedOperations(@Value("${spring.application.name}") String service) {
        return new DescribedOperations(service);
    }

    @Bean
    DistinctNames distinctNames() {
        return new DistinctNames();
    }

    @Bean
    DocsController docsController() {
        return new DocsController();
    }

    @Bean
    OpenAPI openApi(@Value("${spring.application.name}") String service) {
        return new OpenAPI()
                .info(new Info().title("Đôn Đốc " + service).version("v1").description(ABOUT))
                .schemaRequirement(
                        "token",
                        new SecurityScheme()
                                .type(SecurityScheme.Type.HTTP)
                                .scheme("bearer")
                                .bearerFormat("JWT"))
                .addSecurityItem(new SecurityRequirement().addList("token"))
                .servers(List.of(new Server().url("/")));
    }

    /** What an operation answers when it does not do what was asked; see docs/problems.md. */
    @Bean
    OpenApiCustomizer problems() {
        return api -> {
            api.getComponents().addSchemas("Problem", problem());
            api.getComponents()
                    .addResponses(
                            "Problem",
                            new ApiResponse()
                                    .description("RFC 9457, in Vietnamese and English")
                                    .content(new Content()
                                            .addMediaType(
                                                    "application/problem+json",
                                                    new MediaType().schema(new Schema<>().$ref("Problem")))));
            api.getPaths()
                    .values()
                    .forEach(path -> path.readOperations().forEach(operation -> {
                        List<String> statuses = takesKey(operation) ? OF_COMMANDS : OF_QUESTIONS;
                        statuses.forEach(
                                it -> operation.getResponses().addApiResponse(it, new ApiResponse().$ref("Problem")));
                    }));
        };
    }

    /** Nothing of these is longer than it has to be. */
    private static final Set<String> BOUNDED_FORMATS = Set.of("date", "date-time", "time-local", "uuid");

    private static final List<String> OF_QUESTIONS = List.of("400", "401", "403", "404", "429", "503");
    private static final List<String> OF_COMMANDS =
            List.of("400", "401", "403", "404", "408", "409", "412", "413", "415", "422", "429", "503");

    private static Schema<?> problem() {
        Schema<?> field = new ObjectSchema()
                .addProperty("pointer", new StringSchema())
                .addProperty("detail", new StringSchema())
                .addProperty("detailEn", new StringSchema());
        return new ObjectSchema()
                .addProperty("type", new StringSchema())
                .addProperty("title", new StringSchema())
                .addProperty("status", new IntegerSchema())
                .addProperty("detail", new StringSchema())
                .addProperty("detailEn", new StringSchema())
                .addProperty("instance", new StringSchema())
                .addProperty("code", new StringSchema())
                .addProperty("help", new StringSchema())
                .addProperty("traceId", new StringSchema())
                .addProperty("errors", new ArraySchema().items(field))
                .required(List.of("type", "title", "status", "detail", "detailEn", "code", "help"));
    }

    @Bean
    OperationCustomizer edgeParameters() {
        return (operation, handler) -> {
            for (MethodParameter parameter : handler.getMethodParameters()) {
                if (parameter.getParameterType() == Command.class && !takesKey(operation)) {
                    operation.addParametersItem(
                            header("Idempotency-Key", true, "one per intention; a retry gets the first answer"));
                    operation.addParametersItem(header(
                            "If-Match",
                            parameter.hasParameterAnnotation(ConditionalOnVersion.class),
                            "ETag of the version the change was decided on"));
                } else if (parameter.getParameterType() == Page.Request.class) {
                    List<String> sorts = PageRequests.sorts(parameter);
                    Parameter sort = query("sort", "order; by default " + sorts.getFirst());
                    sorts.forEach(sort.getSchema()::addEnumItemObject);
                    operation.addParametersItem(sort);
                    operation.addParametersItem(query("cursor", "next of the page before, all else unchanged"));
                    operation.addParametersItem(query("limit", "how many rows; by default 50")
                            .schema(new IntegerSchema()
                                    .minimum(BigDecimal.ONE)
                                    .maximum(BigDecimal.valueOf(PageRequests.MAX_LIMIT))));
                    operation.addParametersItem(query("count", "with the total").schema(new BooleanSchema()));
                    operation.addParametersItem(query(
                            "fields", "names of what the rows should hold, with commas; a dot leads into an object"));
                }
            }
            return operation;
        };
    }

    /** Two methods that differ in what they consume are one operation. */
    private static boolean takesKey(Operation operation) {
        return operation.getParameters() != null
                && operation.getParameters().stream().anyMatch(it -> "Idempotency-Key".equals(it.getName()));
    }

    /** What is longer than this is refused before anything reads it, unless the operation says less itself. */
    @Bean
    OpenApiCustomizer boundedParameters(@Value("${dondoc.http.max-body:4MB}") DataSize body) {
        return api -> api.getPaths()
                .values()
                .forEach(path -> path.readOperations().forEach(operation -> {
                    Stream.ofNullable(operation.getParameters())
                            .flatMap(List::stream)
                            .forEach(OpenApiConfiguration::bound);
                    if (operation.getRequestBody() != null) {
                        operation.getRequestBody().getContent().values().stream()
                                .map(MediaType::getSchema)
                                .filter(OpenApiConfiguration::isUnboundedText)
                                .forEach(it -> it.setMaxLength(Math.toIntExact(body.toBytes())));
                    }
                }));
    }

    private static void bound(Parameter parameter) {
        Schema<?> schema = parameter.getSchema();
        Schema<?> text = schema.getItems() == null ? schema : schema.getItems();
        if (isUnboundedText(text)) {
            int longest = switch (parameter.getName()) {
                case "Idempotency-Key" -> EdgeArguments.LONGEST_KEY;
                case "If-Match", "Last-Event-ID" -> EdgeArguments.LONGEST_VERSION;
                default -> KnownParameters.longest(parameter.getName());
            };
            text.setMaxLength(longest);
        }
    }

    private static boolean isUnboundedText(@Nullable Schema<?> schema) {
        return schema != null
                && ("string".equals(schema.getType())
                        || schema.getTypes() != null && schema.getTypes().contains("string"))
                && schema.getMaxLength() == null
                && schema.getEnum() == null
                && (schema.getFormat() == null || !BOUNDED_FORMATS.contains(schema.getFormat()));
    }

    @Bean
    WrittenBounds writtenBounds(@Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping mapping) {
        return new WrittenBounds(mapping);
    }

    private static Parameter header(String name, boolean required, String description) {
        return new Parameter()
                .in("header")
                .name(name)
                .required(required)
                .description(description)
                .schema(new StringSchema());
    }

    private static Parameter query(String name, String description) {
        return new Parameter()
                .in("query")
                .name(name)
                .required(false)
                .description(description)
                .schema(new StringSchema());
    }
}
