package vn.dondoc.notifications.notice.wording;

/** In which a message can be written. */
public enum Language {
    VI,
    EN
}
