package vn.dondoc.web;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.BooleanSchema;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.security.OAuthFlow;
import io.swagger.v3.oas.models.security.OAuthFlows;
import io.swagger.v3.oas.models.security.Scopes;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;
import java.math.BigDecimal;
import java.util.List;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.MethodParameter;
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
