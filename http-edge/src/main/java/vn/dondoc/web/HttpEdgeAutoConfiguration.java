package vn.dondoc.web;

import io.micrometer.tracing.Tracer;
import jakarta.servlet.DispatcherType;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.apache.catalina.core.StandardHost;
import org.apache.tomcat.util.threads.VirtualThreadExecutor;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnJava;
import org.springframework.boot.availability.ApplicationAvailability;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.http.converter.autoconfigure.ServerHttpMessageConvertersCustomizer;
import org.springframework.boot.system.JavaVersion;
import org.springframework.boot.tomcat.TomcatProtocolHandlerCustomizer;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.format.FormatterRegistry;
import org.springframework.http.converter.json.JacksonJsonHttpMessageConverter;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.method.configuration.EnableMethodSecurity;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationConverter;
import org.springframework.security.oauth2.server.resource.web.authentication.BearerTokenAuthenticationFilter;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import org.springframework.util.unit.DataSize;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.CorsConfigurationSource;
import org.springframework.web.cors.UrlBasedCorsConfigurationSource;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.type.LogicalType;
import vn.dondoc.access.Role;
import vn.dondoc.messaging.audit.AuditChain;
import vn.dondoc.messaging.trail.AuditTrail;
import vn.dondoc.web.stream.Arrivals;
import vn.dondoc.web.stream.EventStreams;
import vn.dondoc.web.stream.StreamProperties;

/** Stands before every endpoint of every service. Everything is closed unless it is opened here. */
@AutoConfiguration(
        beforeName = {
            "org.springframework.boot.security.oauth2.server.resource.autoconfigure.web.OAuth2ResourceServerWebSecurityAutoConfiguration",
            "org.springframework.boot.security.oauth2.server.resource.autoconfigure.OAuth2ResourceServerAutoConfiguration",
            "org.springframework.boot.security.autoconfigure.web.servlet.ServletWebSecurityAutoConfiguration",
            "org.springframework.boot.webmvc.autoconfigure.error.ErrorMvcAutoConfiguration"
        })
@EnableWebSecurity
@EnableMethodSecurity(jsr250Enabled = true)
@EnableConfigurationProperties(StreamProperties.class)
@Import(OpenApiConfiguration.class)
public class HttpEdgeAutoConfiguration {

    /** Authority of whoever runs the system, from the token's scope; belongs to no province. */
    private static final String OPERATE = "SCOPE_operate";

    private static final int DOCUMENTS_AT_ONCE = 16;

    /** How long a request waits to be worked on before it is turned away. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    @Bean
    SecurityFilterChain securityFilterChain(
            HttpSecurity http,
            @Qualifier("handlerExceptionResolver") HandlerExceptionResolver problems,
            AuditTrail trail,
            @Value("${spring.application.name}") String service) {
        // What goes on after the request was let in, such as a stream, is not asked again.
        return http.authorizeHttpRequests(it -> it.dispatcherTypeMatchers(DispatcherType.ASYNC)
                        .permitAll()
                        .requestMatchers(
                                "/actuator/health/**",
                                "/actuator/prometheus",
                                "/v3/api-docs/**",
                                "/v3/api-docs.yaml",
                                "/docs",
                                "/docs/**",
                                "/swagger-ui/**")
                        .permitAll()
                        .requestMatchers("/actuator/**")
                        .hasAuthority(OPERATE)
                        .requestMatchers("/api/**")
                        .authenticated()
                        .dispatcherTypeMatchers(DispatcherType.ERROR)
                        .permitAll()
                        .anyRequest()
                        .denyAll())
                .oauth2ResourceServer(it -> it.jwt(jwt -> jwt.jwtAuthenticationConverter(authentication()))
                        .authenticationEntryPoint(new UnknownCaller(problems)))
                .exceptionHandling(it -> it.authenticationEntryPoint(new UnknownCaller(problems))
                        .accessDeniedHandler((request, response, denied) -> problems.resolveException(
                                request,
                                response,
                                null,
                                UnknownCaller.isKept(request) ? denied : UnknownCaller.missing(request))))
                .addFilterBefore(new IssuerFilter(problems), BearerTokenAuthenticationFilter.class)
                .addFilterAfter(new AuditFilter(trail, service), BearerTokenAuthenticationFilter.class)
                .cors(Customizer.withDefaults())
                .sessionManagement(it -> it.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(AbstractHttpConfigurer::disable)
                .headers(Customizer.withDefaults())
                .build();
    }

    /** Pages of other origins, such as the one that shows the APIs of all services, if the operator allows them. */
    @Bean
    CorsConfigurationSource corsConfigurationSource(@Value("${dondoc.http.allowed-origins:}") List<String> origins) {
        var source = new UrlBasedCorsConfigurationSource();
        if (!origins.isEmpty()) {
            var cors = new CorsConfiguration();
            cors.setAllowedOriginPatterns(origins);
            cors.setAllowedMethods(List.of("GET", "POST", "PUT", "PATCH", "DELETE"));
            cors.setAllowedHeaders(
                    List.of("Authorization", "Content-Type", "Idempotency-Key", "If-Match", "Last-Event-ID"));
            cors.setExposedHeaders(List.of("ETag", "Location", "Retry-After", "WWW-Authenticate"));
            source.registerCorsConfiguration("/api/**", cors);
            source.registerCorsConfiguration("/v3/api-docs/**", cors);
            source.registerCorsConfiguration("/docs/**", cors);
            source.registerCorsConfiguration("/actuator/parked", cors);
        }
        return source;
    }

    /** A span per request says enough; one per security filter only costs. */
    @Bean
    SecurityObservationSettings securityObservations() {
        return SecurityObservationSettings.noObservations();
    }

    /** A token without an end would open the door for ever; who and for whom it was issued is Boot's to check. */
    @Bean
    OAuth2TokenValidator<Jwt> tokensEnd() {
        var validator = new JwtTimestampValidator();
        validator.setAllowEmptyExpiryClaim(false);
        return validator;
    }

    /** By the machine's clock, whatever clock the service lives by: tokens are of this world. */
    @Bean
    static BeanPostProcessor checkedTokens() {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                return bean instanceof JwtDecoder decoder ? new CheckedTokens(decoder, Clock.systemUTC()) : bean;
            }
        };
    }

    private static JwtAuthenticationConverter authentication() {
        var converter = new JwtAuthenticationConverter();
        converter.setJwtGrantedAuthoritiesConverter(HttpEdgeAutoConfiguration::authorities);
        return converter;
    }

    private static Collection<GrantedAuthority> authorities(Jwt jwt) {
        List<GrantedAuthority> authorities = new ArrayList<>();
        for (Role role : EdgeArguments.roles(jwt)) {
            authorities.add(new SimpleGrantedAuthority("ROLE_" + role.name()));
        }
        Object scope = jwt.getClaims().get("scope");
        boolean operates = scope instanceof Collection<?> many
                ? many.contains("operate")
                : scope instanceof String text && List.of(text.split(" ")).contains("operate");
        if (operates) {
            authorities.add(new SimpleGrantedAuthority(OPERATE));
        }
        return authorities;
    }

    @Bean
    WebMvcConfigurer edge(@Value("${dondoc.http.requests-per-second:200}") int perSecond) {
        return new WebMvcConfigurer() {
            @Override
            public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
                resolvers.add(new EdgeArguments());
            }

            @Override
            public void addFormatters(FormatterRegistry registry) {
                registry.addConverter(String.class, LocalDate.class, BoundedDates::parse);
            }

            @Override
            public void addInterceptors(InterceptorRegistry registry) {
                registry.addInterceptor(new FairShare(perSecond));
                registry.addInterceptor(new KnownParameters());
            }
        };
    }

    /** A member that is misspelt, stands twice or is of another kind is refused, as a misspelt parameter is. */
    @Bean
    @Order(Ordered.LOWEST_PRECEDENCE)
    ServerHttpMessageConvertersCustomizer strictBodies(JsonMapper json) {
        JsonMapper strict = json.rebuild()
                .addModule(new BoundedDates())
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .enable(EnumFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
                .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                .withCoercionConfig(
                        LogicalType.DateTime, it -> it.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail))
                .withCoercionConfig(
                        LogicalType.Textual,
                        it -> it.setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail)
                                .setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                                .setCoercion(CoercionInputShape.Float, CoercionAction.Fail))
                .build();
        return builder -> builder.withJsonConverter(new JacksonJsonHttpMessageConverter(strict));
    }

    @Bean
    ProblemAdvice problemAdvice(ObjectProvider<Tracer> tracer) {
        return new ProblemAdvice(new Problems(tracer.getIfAvailable(() -> Tracer.NOOP)));
    }

    @Bean
    Arrivals arrivals() {
        return new Arrivals();
    }

    @Bean
    EventStreams eventStreams(Arrivals arrivals, StreamProperties properties) {
        return new EventStreams(arrivals, properties);
    }

    @Bean
    ChosenFields chosenFields(JsonMapper json) {
        return new ChosenFields(json);
    }

    @Bean
    ProblemErrors problemErrors(ProblemAdvice advice) {
        return new ProblemErrors(advice);
    }

    /** Requests that never reach a servlet. */
    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> problemValve() {
        return factory -> factory.addContextCustomizers(context -> {
            if (context.getParent() instanceof StandardHost host) {
                host.setErrorReportValveClass(ProblemValve.class.getName());
            }
        });
    }

    /** What the firewall refuses is said like everything else that is wrong. */
    @Bean
    RequestRejectedHandler requestRejectedHandler(
            @Qualifier("handlerExceptionResolver") HandlerExceptionResolver problems) {
        return (request, response, rejected) -> problems.resolveException(request, response, null, rejected);
    }

    @Bean
    LivenessServer livenessServer(
            @Value("${dondoc.http.liveness-port:0}") int port, ApplicationAvailability availability) {
        return new LivenessServer(port, availability);
    }

    @Bean
    FilterRegistrationBean<WholeBodyFilter> wholeBodyFilter(
            @Value("${dondoc.http.max-body:4MB}") DataSize limit,
            @Value("${dondoc.http.body-grace:60s}") Duration grace,
            @Value("${dondoc.http.body-least-per-second:32KB}") DataSize least,
            @Value("${dondoc.http.body-room:128MB}") DataSize room,
            @Qualifier("handlerExceptionResolver") HandlerExceptionResolver problems) {
        int units = Math.toIntExact(room.toBytes() / ArrivingBody.UNIT);
        var registration = new FilterRegistrationBean<>(new WholeBodyFilter(
                new ArrivingBody(Math.toIntExact(limit.toBytes()), grace, least),
                new Shares(units, units / 4, PATIENCE),
                problems));
        registration.setOrder(Ordered.LOWEST_PRECEDENCE - 10);
        return registration;
    }

    @Bean
    FilterRegistrationBean<AtOnceFilter> atOnceFilter(
            @Value("${dondoc.http.at-once:200}") int places,
            @Qualifier("handlerExceptionResolver") HandlerExceptionResolver problems) {
        var registration = new FilterRegistrationBean<>(
                new AtOnceFilter(new Shares(places, Math.max(1, places / 4), PATIENCE), problems));
        registration.setOrder(Ordered.LOWEST_PRECEDENCE - 8);
        registration.addUrlPatterns("/api/*");
        return registration;
    }

    /** The documents of the API are open to all and large. Health and metrics are kept apart: they must never wait for a reader. */
    @Bean
    FilterRegistrationBean<AtOnceFilter> documentsAtOnceFilter(
            @Qualifier("handlerExceptionResolver") HandlerExceptionResolver problems) {
        var registration = new FilterRegistrationBean<>(
                new AtOnceFilter(new Shares(DOCUMENTS_AT_ONCE, DOCUMENTS_AT_ONCE, PATIENCE), problems));
        registration.setName("documentsAtOnce");
        registration.setOrder(Ordered.LOWEST_PRECEDENCE - 8);
        registration.addUrlPatterns("/v3/*", "/docs/*", "/swagger-ui/*");
        return registration;
    }

    /**
     * A thread for each connection that has something to say, which costs next to nothing: those that send slowly, or
     * nothing more, keep nobody else from being heard. Before JDK 24 a virtual thread that waits for a socket as Tomcat does
     * holds a real one, so there Tomcat's own few threads stay.
     */
    @Bean
    @ConditionalOnJava(JavaVersion.TWENTY_FOUR)
    TomcatProtocolHandlerCustomizer<?> virtualThreads() {
        return handler -> handler.setExecutor(new VirtualThreadExecutor("http-"));
    }

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> halfSentValve() {
        return factory -> factory.addEngineValves(new HalfSentValve());
    }

    @Bean
    FilterRegistrationBean<CauseFilter> causeFilter() {
        var registration = new FilterRegistrationBean<>(new CauseFilter());
        registration.setOrder(Ordered.LOWEST_PRECEDENCE - 5);
        registration.addUrlPatterns("/api/*");
        return registration;
    }

    @Bean
    AuditController auditController(AuditChain chain, JsonMapper json) {
        return new AuditController(chain, json);
    }

    @Bean
    AuditEndpoint auditEndpoint(AuditChain chain) {
        return new AuditEndpoint(chain);
    }
}
