package org.salon.registration.subscriber;

import java.time.LocalDate;

import org.salon.registration.member.EmailAddress;

/**
 * Somebody in a file of subscribers, checked.
 *
 * @param line of the file, from 1
 * @param name empty if it is not said
 * @param language a BCP 47 tag
 * @param proof where or how consent was given
 */
record Candidate(int line, EmailAddress email, String name, String language, LocalDate givenOn, String proof) {
}
