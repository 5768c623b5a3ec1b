package vn.dondoc.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.UUID;
import org.springframework.web.filter.OncePerRequestFilter;
import vn.dondoc.aggregate.Acting;
import vn.dondoc.aggregate.CausedBy;

/** Names the request as the cause of every event recorded while it is served. */
final class CauseFilter extends OncePerRequestFilter {

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Acting acting = Acting.current();
        String id = acting == null ? "request-" + UUID.randomUUID() : acting.request();
        try (CausedBy.Scope caused = new CausedBy(id, id, null).open()) {
            chain.doFilter(request, response);
        }
    }
}
