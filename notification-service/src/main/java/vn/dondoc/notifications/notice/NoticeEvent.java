package vn.dondoc.notifications.notice;

/** What happens to a notice that others must know. */
public sealed interface NoticeEvent {

    Notice notice();

    /** @param attempts how many it took */
    record NoticeSent(Notice notice, int attempts) implements NoticeEvent {}

    record NoticeFailed(Notice notice, int attempts, String reason) implements NoticeEvent {}

    record NoticeAcknowledged(Notice notice) implements NoticeEvent {}
}
