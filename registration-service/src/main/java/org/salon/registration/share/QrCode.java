package org.salon.registration.share;

import java.util.Map;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;

/** A code that leads a phone to an address. */
final class QrCode {

	private final BitMatrix modules;

	private QrCode(BitMatrix modules) {
		this.modules = modules;
	}

	static QrCode of(String address) {
		try {
			return new QrCode(new QRCodeWriter().encode(address, BarcodeFormat.QR_CODE, 0, 0,
					Map.of(EncodeHintType.MARGIN, 4, EncodeHintType.ERROR_CORRECTION, ErrorCorrectionLevel.M)));
		}
		catch (WriterException ex) {
			throw new IllegalArgumentException("too long for a code", ex);
		}
	}

	/** Modules on a side, the quiet zone included. */
	int size() {
		return this.modules.getWidth();
	}

	boolean isDark(int x, int y) {
		return this.modules.get(x, y);
	}

	/** Dark on white in every theme: readers of codes need it so. */
	String svg() {
		StringBuilder path = new StringBuilder();
		for (int y = 0; y < size(); y++) {
			for (int x = 0; x < size(); x++) {
				if (isDark(x, y)) {
					path.append('M').append(x).append(' ').append(y).append("h1v1h-1z");
				}
			}
		}
		return """
				<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %1$d %1$d" shape-rendering="crispEdges">\
				<path fill="#fff" d="M0 0h%1$dv%1$dH0z"/><path d="%2$s"/></svg>
				""".formatted(size(), path);
	}

}
