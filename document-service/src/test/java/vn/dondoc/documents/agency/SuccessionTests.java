package vn.dondoc.documents.agency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.dondoc.access.AccessScope;
import vn.dondoc.access.Role;
import vn.dondoc.aggregate.Command;
import vn.dondoc.aggregate.Receipt;
import vn.dondoc.aggregate.Stretch;
import vn.dondoc.aggregate.Versioned;
import vn.dondoc.aggregate.Window;
import vn.dondoc.failure.Failure;

class SuccessionTests {

    private static final LocalDate LONG_AGO = LocalDate.of(2004, 1, 1);
    private static final LocalDate MERGER = LocalDate.of(2025, 7, 1);
    private static final AccessScope NAM_DINH =
            AccessScope.of("admin.VN-67", "VN-67", "VN-67.ubnd", EnumSet.of(Role.ADMIN));
    private static final AccessScope NINH_BINH =
            AccessScope.of("admin.VN-18", "VN-18", "VN-18.ubnd", EnumSet.of(Role.ADMIN));

    private final Memory memory = new Memory();
    private final RegisterSuccession register = new RegisterSuccession(memory, memory);
    private final Successors successors = new Successors(memory, memory);

    @BeforeEach
    void catalogue() {
        memory.add("VN-67.x", LONG_AGO, null);
        memory.add("VN-67.y", LONG_AGO, null);
        memory.add("VN-67.z", LONG_AGO, null);
        memory.add("VN-18.c1", MERGER, null);
        memory.add("VN-18.c2", MERGER, null);
        memory.add("VN-18.c3", MERGER, null);
    }

    @Test
    void severalGiveWayToSeveral() {
        tell(NAM_DINH, List.of("VN-67.x", "VN-67.y"), List.of("VN-18.c1", "VN-18.c2"), MERGER);
        tell(NAM_DINH, List.of("VN-67.x"), List.of("VN-18.c3"), MERGER);

        assertThat(standing("VN-67.x", MERGER)).containsExactly("VN-18.c1", "VN-18.c2", "VN-18.c3");
        assertThat(standing("VN-67.y", MERGER)).containsExactly("VN-18.c1", "VN-18.c2");
        assertThat(standing("VN-67.y", MERGER.minusDays(1))).isEmpty();
        assertThat(memory.agencies.get("VN-67.x").validTo()).isEqualTo(LocalDate.of(2025, 6, 30));
        assertThat(memory.agencies.get("VN-67.z").validTo()).isNull();
        assertThat(memory.agencies.get("VN-18.c1").validTo()).isNull();
    }

    @Test
    void aChainIsFollowedToItsEnd() {
        LocalDate earlier = LocalDate.of(2025, 3, 1);
        tell(NAM_DINH, List.of("VN-67.x"), List.of("VN-67.z"), earlier);
        tell(NAM_DINH, List.of("VN-67.z"), List.of("VN-18.c1"), MERGER);

        assertThat(standing("VN-67.x", MERGER.minusDays(1))).containsExactly("VN-67.z");
        assertThat(successors.of(NAM_DINH, "VN-67.x", MERGER))
                .containsExactly(new Successors.Successor("VN-18.c1", "Cơ quan VN-18.c1", "VN-18", MERGER));
    }

    @Test
    void twoStepsOnOneDayMayBeToldInEitherOrder() {
        tell(NAM_DINH, List.of("VN-67.z"), List.of("VN-18.c1"), MERGER);
        tell(NAM_DINH, List.of("VN-67.x"), List.of("VN-67.z"), MERGER);
        assertThat(standing("VN-67.x", MERGER)).containsExactly("VN-18.c1");
    }

    @Test
    void nobodySucceedsHimselfAndNoCircleCloses() {
        tell(NAM_DINH, List.of("VN-67.x"), List.of("VN-67.y"), LocalDate.of(2024, 1, 1));
        assertThatThrownBy(() -> tell(NAM_DINH, List.of("VN-67.y"), List.of("VN-67.x"), MERGER))
                .isInstanceOf(Failure.Rejected.class);
        assertThatThrownBy(() -> tell(NAM_DINH, List.of("VN-67.y"), List.of("VN-67.y"), MERGER))
                .isInstanceOf(Failure.Invalid.class);
        tell(NAM_DINH, List.of("VN-67.y"), List.of("VN-67.z"), MERGER);
        assertThatThrownBy(() -> tell(NAM_DINH, List.of("VN-67.z"), List.of("VN-67.y"), MERGER))
                .isInstanceOfSatisfying(
                        Failure.Rejected.class, it -> assertThat(it.code()).isEqualTo("succession-in-a-circle"));
    }

    @Test
    void aProvinceEndsItsOwnAgenciesOnly() {
        assertThatThrownBy(() -> tell(NINH_BINH, List.of("VN-67.x"), List.of("VN-18.c1"), MERGER))
                .isInstanceOf(Failure.Invalid.class);
        assertThat(memory.kept).isEmpty();
        assertThat(memory.agencies.get("VN-67.x").validTo()).isNull();
    }

    @Test
    void tellingItAgainAfterACrashClosesWhoIsStillOpen() {
        memory.crashesBeforeEnding = "VN-67.y";
        List<String> from = List.of("VN-67.y", "VN-67.x");
        assertThatThrownBy(() -> tell(NAM_DINH, from, List.of("VN-18.c1"), MERGER))
                .isInstanceOf(IllegalStateException.class);
        assertThat(memory.agencies.get("VN-67.x").validTo()).isNotNull();
        assertThat(memory.agencies.get("VN-67.y").validTo()).isNull();
        assertThat(memory.kept).hasSize(1);

        memory.crashesBeforeEnding = "";
        tell(NAM_DINH, List.of("VN-67.x", "VN-67.y"), List.of("VN-18.c1"), MERGER);
        assertThat(memory.agencies.get("VN-67.y").validTo()).isEqualTo(MERGER.minusDays(1));
        assertThat(memory.kept).hasSize(1);
    }

    @Test
    void theOrderOfCodesMakesNoOtherSuccession() {
        var one = new Succession(List.of("b", "a"), List.of("d", "c", "c"), MERGER, null);
        var same = new Succession(List.of("a", "b"), List.of("c", "d"), MERGER, "x");
        assertThat(one.id()).isEqualTo(same.id());
        assertThat(new Succession(List.of("a"), List.of("b", "c", "d"), MERGER, null).id())
                .isNotEqualTo(one.id());
    }

    private void tell(AccessScope scope, List<String> from, List<String> to, LocalDate on) {
        register.register(
                scope,
                new Succession(from, to, on, null),
                Command.of("k" + memory.kept.size(), "f", OptionalLong.empty(), scope.actor()));
    }

    private List<String> standing(String code, LocalDate day) {
        return successors.of(NAM_DINH, code, day).stream()
                .map(Successors.Successor::code)
                .toList();
    }

    /** Both ports over maps. */
    private static final class Memory implements Agencies, Successions {
        private final Map<String, Agency> agencies = new LinkedHashMap<>();
        private final Map<String, Succession> kept = new LinkedHashMap<>();
        private String crashesBeforeEnding = "";

        void add(String code, LocalDate from, @Nullable LocalDate to) {
            agencies.put(
                    code,
                    new Agency(
                            code,
                            "Cơ quan " + code,
                            code.substring(0, 5),
                            AgencyKind.DISTRICT,
                            null,
                            null,
                            null,
                            null,
                            List.of(),
                            List.of(),
                            from,
                            to));
        }

        @Override
        public Optional<Versioned<Agency>> find(AccessScope scope, String code) {
            String only = scope.provinceInSight();
            return Optional.ofNullable(agencies.get(code))
                    .filter(it -> only == null || only.equals(it.province()))
                    .map(it -> new Versioned<>(code, 1, 1, it));
        }

        @Override
        public Receipt end(AccessScope scope, String code, LocalDate lastDay, Command command) {
            if (code.equals(crashesBeforeEnding)) {
                throw new IllegalStateException("crash");
            }
            agencies.computeIfPresent(code, (it, agency) -> agency.endingOn(lastDay));
            return new Receipt(code, 2, Instant.EPOCH);
        }

        @Override
        public Receipt keep(AccessScope scope, Succession succession, Command command) {
            kept.putIfAbsent(succession.id(), succession);
            return new Receipt(succession.id(), 1, Instant.EPOCH);
        }

        @Override
        public List<Succession> after(AccessScope scope, Collection<String> codes) {
            return kept.values().stream()
                    .filter(it -> it.from().stream().anyMatch(codes::contains))
                    .toList();
        }

        @Override
        public Stretch<Versioned<Agency>> list(AccessScope scope, Agencies.Filter filter, Window window) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Stretch<Versioned<Succession>> list(AccessScope scope, @Nullable String agency, Window window) {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<Agency> ofProvince(AccessScope scope, String province) {
            return new ArrayList<>(agencies.values());
        }

        @Override
        public List<Agency> called(AccessScope scope, String value, LocalDate day) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Receipt register(AccessScope scope, Agency agency, Command command, Runnable refuse) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void registerAll(AccessScope scope, String province, List<Agency> all, Command command) {
            throw new UnsupportedOperationException();
        }
    }
}
