package vn.dondoc.access;

import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.dondoc.failure.Failure;

/**
 * How far a caller may see: one province, and within it either everything or one agency. Repositories take it as a
 * mandatory argument and put it into the query, so there is no unscoped read to forget.
 */
public final class AccessScope {

    private static final Set<Role> PROVINCE_WIDE =
            EnumSet.of(Role.CLERK, Role.LEAD, Role.SUPERVISOR, Role.AUDITOR, Role.ADMIN);

    private final String actor;
    private final @Nullable String province;
    private final @Nullable String agency;
    private final Set<Role> roles;

    private AccessScope(String actor, @Nullable String province, @Nullable String agency, Set<Role> roles) {
        this.actor = actor;
        this.province = province;
        this.agency = agency;
        this.roles = Set.copyOf(roles);
    }

    /**
     * The scope of a person or of an agency's software, from its token.
     *
     * @throws Failure.Forbidden if none of the roles is the province's and no agency is named: it would see nothing, and
     *     must not see everything
     */
    public static AccessScope of(String actor, String province, @Nullable String agency, Set<Role> roles) {
        if (agency == null && roles.stream().noneMatch(PROVINCE_WIDE::contains)) {
            throw withoutAgency();
        }
        return new AccessScope(actor, province, agency, roles);
    }

    /** The service acting by itself on an event or a clock tick; sees every province. */
    public static AccessScope ofService(String policy) {
        return new AccessScope(policy, null, null, Set.of());
    }

    /**
     * All of the caller's province, for a policy that reads more than the caller may and shows no more than the caller may
     * see: a rank among others.
     */
    public AccessScope provinceWide(String policy) {
        return new AccessScope(policy, province(), null, Set.of(Role.AUDITOR));
    }

    /** Who acts, for the record: a user id or the name of a policy. */
    public String actor() {
        return actor;
    }

    /** The only province in sight; {@code null} for the service itself. Goes into the query. */
    public @Nullable String provinceInSight() {
        return province;
    }

    /** The only agency in sight; {@code null} where the whole province is. Goes into the query. */
    public @Nullable String agencyInSight() {
        boolean provinceWide = province == null || roles.stream().anyMatch(PROVINCE_WIDE::contains);
        return provinceWide ? null : agency;
    }

    /** The province the caller belongs to. */
    public String province() {
        if (province == null) {
            throw new IllegalStateException(actor + " acts for no province");
        }
        return province;
    }

    /** The agency the caller belongs to. */
    public String agency() {
        if (agency == null) {
            throw withoutAgency();
        }
        return agency;
    }

    /** The agency the caller belongs to; {@code null} for the province's own people and for the service itself. */
    public @Nullable String agencyOrNull() {
        return agency;
    }

    private static Failure.Forbidden withoutAgency() {
        return new Failure.Forbidden("edge.no-agency");
    }

    public boolean has(Role role) {
        return roles.contains(role);
    }

    /** Whether something of {@code ofProvince} and {@code ofAgency} is in sight. */
    public boolean sees(String ofProvince, String ofAgency) {
        String only = agencyInSight();
        return (province == null || province.equals(ofProvince)) && (only == null || only.equals(ofAgency));
    }
}
