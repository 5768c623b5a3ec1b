package vn.dondoc.local.identity;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.FactorGrantedAuthority;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * How people sign in here. Whoever can read the data folder is shown the demo users and picks one: the runner prints an
 * address with a key, and the key stays in a cookie of the browser. Others give a user's name and secret.
 */
@Configuration(proxyBeanMethods = false)
@RestController
public class SignIn {

    static final String PAGE = "/sign-in";

    private static final Duration LIFE_OF_THE_COOKIE = Duration.ofDays(30);
    private static final List<String> ROLES = List.of("clerk", "lead", "supervisor", "auditor", "admin");
    private static final List<String> PROVINCES = List.of("VN-22", "VN-23", "VN-67");

    private final PasswordEncoder comparison = new Clients.Secrets();
    private final String secret;
    private final String cookieName;

    SignIn(@Value("${dondoc.identity.secret}") String secret, @Value("${dondoc.identity.issuer}") String issuer) {
        this.secret = secret;
        // Browsers keep cookies by name and host, whatever the port: another system of this machine has its own.
        this.cookieName = "dondoc-key-" + URI.create(issuer).getPort();
    }

    /** What lets in as any demo user, derived from the secret of a data folder. */
    public static String key(String folderSecret) {
        return DemoUser.secretOf("sign-in page", folderSecret);
    }

    @Bean
    PasswordEncoder secretComparison() {
        return comparison;
    }

    /** Everything that is not the authorization server's own: this page and the console's files, which are no secret. */
    @Bean
    @Order(2)
    SecurityFilterChain pages(HttpSecurity http, PortalPages portal) {
        return http.authorizeHttpRequests(it -> it.anyRequest().permitAll())
                .authenticationProvider(users())
                .formLogin(it -> it.loginPage(PAGE).defaultSuccessUrl("/"))
                .headers(it -> it.contentSecurityPolicy(policy -> policy.policyDirectives(portal.policy()))
                        .frameOptions(frames -> frames.sameOrigin())
                        .referrerPolicy(Customizer.withDefaults())
                        .cacheControl(cache -> cache.disable()))
                .build();
    }

    private AuthenticationProvider users() {
        return new AuthenticationProvider() {
            @Override
            public Authentication authenticate(Authentication asked) {
                String name = asked.getName();
                Object offered = asked.getCredentials();
                boolean known = DemoUser.named(name).isPresent()
                        && offered instanceof String said
                        && (comparison.matches(said, DemoUser.secretOf(name, secret))
                                || comparison.matches(said, key(secret)));
                if (!known) {
                    throw new BadCredentialsException("no such user, or another secret");
                }
                return UsernamePasswordAuthenticationToken.authenticated(
                        name,
                        null,
                        List.of(FactorGrantedAuthority.fromAuthority(FactorGrantedAuthority.PASSWORD_AUTHORITY)));
            }

            @Override
            public boolean supports(Class<?> kind) {
                return UsernamePasswordAuthenticationToken.class.isAssignableFrom(kind);
            }
        };
    }

    /** The address that the runner prints. */
    @GetMapping("/enter")
    void enter(@RequestParam String key, HttpServletResponse response) throws IOException {
        if (comparison.matches(key, key(secret))) {
            var cookie = new Cookie(cookieName, key);
            cookie.setHttpOnly(true);
            cookie.setPath(PAGE);
            cookie.setMaxAge(Math.toIntExact(LIFE_OF_THE_COOKIE.toSeconds()));
            cookie.setAttribute("SameSite", "Lax");
            response.addCookie(cookie);
        }
        response.sendRedirect("/");
    }

    @GetMapping(path = PAGE, produces = MediaType.TEXT_HTML_VALUE + ";charset=UTF-8")
    String page(
            HttpServletRequest request,
            HttpServletResponse response,
            CsrfToken csrf,
            @RequestParam(required = false) @Nullable String error) {
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        String refusal = error == null
                ? ""
                : "<p role=\"alert\">Tên hoặc mã bí mật không đúng. <span lang=\"en\">Wrong name or secret.</span></p>";
        return FRAME.formatted(
                refusal,
                knowsTheKey(request) ? chooser(csrf) : asker(csrf),
                PROVINCES.getFirst(),
                PROVINCES.getFirst());
    }

    private boolean knowsTheKey(HttpServletRequest request) {
        Cookie[] cookies = request.getCookies();
        return cookies != null
                && Arrays.stream(cookies)
                        .anyMatch(it ->
                                it.getName().equals(cookieName) && comparison.matches(it.getValue(), key(secret)));
    }

    private String chooser(CsrfToken csrf) {
        var buttons = new StringBuilder();
        for (String province : PROVINCES) {
            buttons.append("<fieldset><legend>").append(province).append("</legend>");
            for (String role : ROLES) {
                buttons.append(button(role + "." + province));
            }
            buttons.append(button("officer." + province + ".snv")).append(button("officer." + province + ".stc"));
            buttons.append("</fieldset>");
        }
        buttons.append(button(DemoUser.OPERATOR));
        return """
                <form method="post" action="%1$s">%2$s<input type="hidden" name="password" value="%3$s">%4$s</form>
                <form method="post" action="%1$s">%2$s<input type="hidden" name="password" value="%3$s">
                <label>Người khác <span lang="en">Somebody else</span>
                <input name="username" required placeholder="officer.VN-22.stc" autocomplete="username"></label>
                <button>Đăng nhập <span lang="en">Sign in</span></button></form>
                """.formatted(PAGE, hidden(csrf), key(secret), buttons);
    }

    private static String button(String name) {
        return "<button name=\"username\" value=\"%1$s\">%1$s</button>\n".formatted(name);
    }

    private static String asker(CsrfToken csrf) {
        return """
                <form method="post" action="%s">%s
                <label>Tên <span lang="en">Name</span>
                <input name="username" required placeholder="clerk.VN-22" autocomplete="username"></label>
                <label>Mã bí mật <span lang="en">Secret</span>
                <input name="password" type="password" required autocomplete="current-password"></label>
                <button>Đăng nhập <span lang="en">Sign in</span></button></form>
                """.formatted(PAGE, hidden(csrf));
    }

    private static String hidden(CsrfToken csrf) {
        return "<input type=\"hidden\" name=\"%s\" value=\"%s\">".formatted(csrf.getParameterName(), csrf.getToken());
    }

    private static final String FRAME = """
            <!doctype html>
            <html lang="vi">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="light dark">
            <title>Đăng nhập – Đôn Đốc</title>
            <link rel="icon" href="data:,">
            <link rel="stylesheet" href="/sign-in.css">
            </head>
            <body>
            <main>
            <h1>Đôn Đốc</h1>
            <p>Người dùng thử của máy này. <span lang="en">Demo users of this machine.</span></p>
            %s
            %s
            <p>Mã bí mật: <code>./dondoc users %s</code>. <span lang="en">Secrets: <code>./dondoc users %s</code>;
            the address that ./dondoc prints lets in without one.</span></p>
            </main>
            </body>
            </html>
            """;
}
