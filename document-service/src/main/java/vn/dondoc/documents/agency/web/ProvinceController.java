package vn.dondoc.documents.agency.web;

import static vn.dondoc.access.Role.Names.ADMIN;
import static vn.dondoc.access.Role.Names.AUDITOR;
import static vn.dondoc.access.Role.Names.CLERK;
import static vn.dondoc.access.Role.Names.LEAD;
import static vn.dondoc.access.Role.Names.OFFICER;
import static vn.dondoc.access.Role.Names.SUPERVISOR;
import static vn.dondoc.access.Role.Names.SYSTEM;

import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.dondoc.aggregate.VietnamTime;
import vn.dondoc.documents.agency.Province;
import vn.dondoc.documents.agency.Provinces;

@RestController
@RequestMapping("/api/v1/provinces")
class ProvinceController {

    private final Clock clock;

    ProvinceController(Clock clock) {
        this.clock = clock;
    }

    /** The provinces of a day, today's without one. */
    record ProvincesOfTheDay(LocalDate on, List<Province> items) {}

    @GetMapping
    @RolesAllowed({CLERK, OFFICER, LEAD, SUPERVISOR, AUDITOR, ADMIN, SYSTEM})
    ProvincesOfTheDay list(@RequestParam(required = false) @Nullable LocalDate on) {
        LocalDate day = on == null ? VietnamTime.today(clock) : on;
        return new ProvincesOfTheDay(day, Provinces.on(day));
    }
}
