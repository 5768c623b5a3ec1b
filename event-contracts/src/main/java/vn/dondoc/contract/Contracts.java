package vn.dondoc.contract;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.lang.reflect.Constructor;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.cfg.MapperConfig;
import tools.jackson.databind.introspect.Annotated;
import tools.jackson.databind.introspect.AnnotatedParameter;
import tools.jackson.databind.introspect.JacksonAnnotationIntrospector;
import tools.jackson.databind.json.JsonMapper;
import vn.dondoc.contract.agency.v1.AgencyRegistered;
import vn.dondoc.contract.agency.v1.AgencySucceeded;
import vn.dondoc.contract.audit.v1.AuditSealed;
import vn.dondoc.contract.calendar.v1.CalendarDecided;
import vn.dondoc.contract.directive.v1.DirectiveAmended;
import vn.dondoc.contract.directive.v1.DirectiveCorrected;
import vn.dondoc.contract.directive.v1.DirectiveIssued;
import vn.dondoc.contract.directive.v1.DirectiveRevoked;
import vn.dondoc.contract.indicator.v1.IndicatorComputed;
import vn.dondoc.contract.indicator.v1.IndicatorDefined;
import vn.dondoc.contract.indicator.v1.TargetDropped;
import vn.dondoc.contract.indicator.v1.TargetSet;
import vn.dondoc.contract.notice.v1.NoticeAcknowledged;
import vn.dondoc.contract.notice.v1.NoticeFailed;
import vn.dondoc.contract.notice.v1.NoticeSent;
import vn.dondoc.contract.report.v1.ConsolidationReceived;
import vn.dondoc.contract.report.v1.ConsolidationSent;
import vn.dondoc.contract.report.v1.ReportApproved;
import vn.dondoc.contract.report.v1.ReportCorrected;
import vn.dondoc.contract.report.v1.ReportExcused;
import vn.dondoc.contract.report.v1.ReportPassed;
import vn.dondoc.contract.report.v1.ReportRequested;
import vn.dondoc.contract.report.v1.ReportReturned;
import vn.dondoc.contract.report.v1.ReportSubmitted;
import vn.dondoc.contract.report.v1.ReportWithdrawn;
import vn.dondoc.contract.task.v1.TaskAccepted;
import vn.dondoc.contract.task.v1.TaskAnswered;
import vn.dondoc.contract.task.v1.TaskAsked;
import vn.dondoc.contract.task.v1.TaskAssigned;
import vn.dondoc.contract.task.v1.TaskCompleted;
import vn.dondoc.contract.task.v1.TaskContributed;
import vn.dondoc.contract.task.v1.TaskCorrected;
import vn.dondoc.contract.task.v1.TaskDeadlineApproaching;
import vn.dondoc.contract.task.v1.TaskDeadlineMissed;
import vn.dondoc.contract.task.v1.TaskExtensionDecided;
import vn.dondoc.contract.task.v1.TaskExtensionRequested;
import vn.dondoc.contract.task.v1.TaskHandedDown;
import vn.dondoc.contract.task.v1.TaskHandedOver;
import vn.dondoc.contract.task.v1.TaskPressed;
import vn.dondoc.contract.task.v1.TaskProgressed;
import vn.dondoc.contract.task.v1.TaskRefusalRejected;
import vn.dondoc.contract.task.v1.TaskRefused;
import vn.dondoc.contract.task.v1.TaskRescheduled;
import vn.dondoc.contract.task.v1.TaskReturned;
import vn.dondoc.contract.task.v1.TaskVerified;
import vn.dondoc.contract.task.v1.TaskWithdrawn;

/** Every published event type, and the JSON they are written in. */
public final class Contracts {

    /** All event records, in topic order. */
    public static final List<Class<? extends Record>> ALL = List.of(
            DirectiveIssued.class,
            DirectiveCorrected.class,
            DirectiveAmended.class,
            DirectiveRevoked.class,
            CalendarDecided.class,
            AgencyRegistered.class,
            AgencySucceeded.class,
            TaskAssigned.class,
            TaskAccepted.class,
            TaskProgressed.class,
            TaskCompleted.class,
            TaskDeadlineApproaching.class,
            TaskDeadlineMissed.class,
            vn.dondoc.contract.task.v2.TaskDeadlineApproaching.class,
            vn.dondoc.contract.task.v2.TaskDeadlineMissed.class,
            TaskRescheduled.class,
            TaskWithdrawn.class,
            TaskRefused.class,
            TaskRefusalRejected.class,
            TaskVerified.class,
            TaskReturned.class,
            TaskExtensionRequested.class,
            TaskExtensionDecided.class,
            TaskHandedDown.class,
            TaskHandedOver.class,
            TaskContributed.class,
            TaskAsked.class,
            TaskAnswered.class,
            TaskPressed.class,
            TaskCorrected.class,
            ReportRequested.class,
            ReportSubmitted.class,
            ReportCorrected.class,
            ReportReturned.class,
            ReportWithdrawn.class,
            ReportExcused.class,
            ReportPassed.class,
            ReportApproved.class,
            ConsolidationSent.class,
            ConsolidationReceived.class,
            IndicatorDefined.class,
            TargetSet.class,
            TargetDropped.class,
            IndicatorComputed.class,
            NoticeSent.class,
            NoticeFailed.class,
            NoticeAcknowledged.class,
            AuditSealed.class);

    private static final JsonMapper JSON = JsonMapper.builder()
            .changeDefaultPropertyInclusion(it -> it.withValueInclusion(JsonInclude.Include.NON_NULL))
            .withConfigOverride(
                    java.math.BigDecimal.class,
                    it -> it.setFormat(com.fasterxml.jackson.annotation.JsonFormat.Value.forShape(
                            com.fasterxml.jackson.annotation.JsonFormat.Shape.STRING)))
            .annotationIntrospector(new RequiredComponents())
            .disable(DateTimeFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private Contracts() {}

    /** Absent fields are left out, decimals are text, times are ISO 8601, unknown fields are tolerated. */
    public static JsonMapper json() {
        return JSON;
    }

    /**
     * The data of an event.
     *
     * @throws JacksonException if it is not JSON of this shape, or lacks what is not marked as nullable
     */
    public static <T> T read(byte[] data, Class<T> type) {
        T read = JSON.readValue(data, type);
        if (read == null) {
            throw DatabindException.from((JsonParser) null, "null is no " + type.getSimpleName());
        }
        return read;
    }

    /** The logical name of an event record. */
    public static String typeOf(Class<?> event) {
        return annotation(event).value();
    }

    /** The event record of a logical name; empty if none is called so. */
    public static Optional<Class<? extends Record>> named(String type) {
        return ALL.stream().filter(it -> typeOf(it).equals(type)).findFirst();
    }

    /** The topic of an event record. */
    public static Topic topicOf(Class<?> event) {
        return annotation(event).on();
    }

    /** The logical names of all types on {@code topic}. */
    public static List<String> typesOn(Topic topic) {
        return ALL.stream()
                .filter(it -> topicOf(it) == topic)
                .map(Contracts::typeOf)
                .toList();
    }

    /** A component of a record that is not marked as nullable must be there. */
    private static final class RequiredComponents extends JacksonAnnotationIntrospector {
        private static final long serialVersionUID = 1L;

        @Override
        public JsonSetter.Value findSetterInfo(MapperConfig<?> config, Annotated of) {
            return isRequired(of) ? JsonSetter.Value.forValueNulls(Nulls.FAIL) : super.findSetterInfo(config, of);
        }

        private static boolean isRequired(Annotated of) {
            return of instanceof AnnotatedParameter parameter
                    && parameter.getOwner().getAnnotated() instanceof Constructor<?> constructor
                    && constructor.getDeclaringClass().isRecord()
                    && !constructor.getAnnotatedParameterTypes()[parameter.getIndex()].isAnnotationPresent(
                            Nullable.class);
        }
    }

    private static EventType annotation(Class<?> event) {
        EventType type = event.getAnnotation(EventType.class);
        if (type == null) {
            throw new IllegalArgumentException(event.getName() + " is not a published event");
        }
        return type;
    }
}
