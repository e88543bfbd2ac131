package org.salon.registration.registration;

import java.util.List;

import org.salon.registration.member.Member;

/**
 * What merging two members would do.
 *
 * @param subscribes whether announcements are had at the address that stays only because
 * they were at the other
 */
public record MergePlan(Member kept, Member gone, List<MergedPlace> places, boolean subscribes) {
}
