package vn.dondoc.reporting.definition;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.dondoc.reporting.form.WrittenForm;
import vn.dondoc.reporting.indicator.WrittenIndicator;
import vn.dondoc.reporting.obligation.WrittenRegime;
import vn.dondoc.reporting.target.WrittenTarget;
import vn.dondoc.web.Code;

/** Definitions that belong together, by code. What is not named stays as it is. */
public record WrittenDefinitions(
        @Nullable @Size(max = 200) Map<@Code String, @NotNull @Valid WrittenForm> forms,
        @Nullable @Size(max = 2_000) Map<@Code String, @NotNull @Valid WrittenIndicator> indicators,
        @Nullable @Size(max = 200) Map<@Code String, @NotNull @Valid WrittenRegime> regimes,
        @Nullable @Size(max = 2_000) Map<@Code String, @NotNull @Valid WrittenTarget> targets) {

    Map<String, WrittenTarget> targetsOrNone() {
        return Objects.requireNonNullElse(targets, Map.of());
    }

    Map<String, WrittenForm> formsOrNone() {
        return Objects.requireNonNullElse(forms, Map.of());
    }

    Map<String, WrittenIndicator> indicatorsOrNone() {
        return Objects.requireNonNullElse(indicators, Map.of());
    }

    Map<String, WrittenRegime> regimesOrNone() {
        return Objects.requireNonNullElse(regimes, Map.of());
    }
}
