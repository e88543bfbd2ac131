package org.salon.registration.salon;

import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** Sends a picture that is not for everyone, so that nothing on the way keeps it. */
public final class PictureAnswer {

	private PictureAnswer() {
	}

	public static ResponseEntity<byte[]> of(JoinPicture picture) {
		return ResponseEntity.ok()
			.cacheControl(CacheControl.noStore())
			.contentType(MediaType.parseMediaType(picture.mediaType()))
			.body(picture.bytes());
	}

}
