package vn.dondoc.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.Principal;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import vn.dondoc.failure.Failure;

class FairShareTests {

    private final FairShare share = new FairShare(5);

    @Test
    void oneWhoAsksTooOftenIsToldWhenToComeAgainAndNobodyElseNoticesIt() {
        for (int i = 0; i < 10; i++) {
            assertThat(ask("busy", "/api/v1/tasks")).isTrue();
        }
        assertThatThrownBy(() -> ask("busy", "/api/v1/tasks"))
                .isInstanceOfSatisfying(
                        Failure.TooMany.class,
                        it -> assertThat(it.retryAfter().toSeconds()).isBetween(1L, 2L));
        assertThat(ask("other", "/api/v1/tasks")).isTrue();
        assertThat(ask("busy", "/actuator/health")).isTrue();
    }

    private boolean ask(String caller, String path) {
        var request = new MockHttpServletRequest("GET", path);
        Principal principal = () -> caller;
        request.setUserPrincipal(principal);
        return share.preHandle(request, new MockHttpServletResponse(), new Object());
    }
}
