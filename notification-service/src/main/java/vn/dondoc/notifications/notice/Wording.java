package vn.dondoc.notifications.notice;

/**
 * Facts in the words of one language.
 *
 * @param subject one line
 * @param next what the reader can do now; empty if nothing
 */
public record Wording(String subject, String body, String next) {}
