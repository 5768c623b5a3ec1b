package vn.dondoc.notifications.notice;

/** What happens to a notice that others must know. */
public sealed interface NoticeEvent {

    Notice notice();

    record NoticeSent(Notice notice) implements NoticeEvent {}

    record NoticeFailed(Notice notice, String reason) implements NoticeEvent {}

    record NoticeAcknowledged(Notice notice) implements NoticeEvent {}
}
