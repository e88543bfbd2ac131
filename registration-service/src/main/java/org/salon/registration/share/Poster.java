package org.salon.registration.share;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.font.LineBreakMeasurer;
import java.awt.font.TextAttribute;
import java.awt.font.TextLayout;
import java.awt.geom.Ellipse2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.text.AttributedString;
import java.util.ArrayList;
import java.util.List;

import javax.imageio.ImageIO;

/**
 * The picture that chats show of an invitation: number, theme, time and speakers, with
 * the code of the page. What no font of this machine can write is left out.
 */
final class Poster {

	static final int WIDTH = 1200;

	static final int HEIGHT = 630;

	private static final int MARGIN = 80;

	private static final int CODE = 190;

	private static final Color PAPER = new Color(0xF7F5F1);

	private static final Color INK = new Color(0x1C2733);

	private static final Color QUIET = new Color(0x53616E);

	private static final Color BLUE = new Color(0x1F5F8B);

	private static final Color ACCENT = new Color(0xB6452E);

	private static final int LINES = 3;

	/** Above the code, so that the two do not touch. */
	private static final int TITLE_ROOM = 190;

	private final BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);

	private final Graphics2D pen = this.image.createGraphics();

	private Poster() {
		this.pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
		this.pen.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
	}

	/** A PNG. */
	static byte[] draw(String number, String title, String when, String speakers, QrCode code) {
		Poster poster = new Poster();
		try {
			poster.background(code);
			poster.line(number, 34, ACCENT, MARGIN + 60, 122);
			int below = poster.title(title);
			poster.line(speakers, 32, QUIET, MARGIN, below + 50);
			poster.line(when, 34, INK, MARGIN, HEIGHT - 88);
			ByteArrayOutputStream out = new ByteArrayOutputStream();
			ImageIO.write(poster.image, "png", out);
			return out.toByteArray();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		finally {
			poster.pen.dispose();
		}
	}

	private void background(QrCode code) {
		this.pen.setColor(PAPER);
		this.pen.fillRect(0, 0, WIDTH, HEIGHT);
		this.pen.setColor(BLUE);
		this.pen.fillRect(0, 0, 16, HEIGHT);
		this.pen.setColor(ACCENT);
		this.pen.fill(new Ellipse2D.Double(MARGIN, 92, 36, 36));
		int module = CODE / code.size();
		int left = WIDTH - MARGIN - module * code.size() + module * 4;
		int top = HEIGHT - 70 - module * code.size();
		this.pen.setColor(INK);
		for (int y = 0; y < code.size(); y++) {
			for (int x = 0; x < code.size(); x++) {
				if (code.isDark(x, y)) {
					this.pen.fillRect(left + x * module, top + y * module, module, module);
				}
			}
		}
	}

	/** As large as it fits; returns where it ends. */
	private int title(String text) {
		Font font = Typeface.forText(text).orElse(null);
		int below = 200;
		if (font == null || text.isBlank()) {
			return below;
		}
		int size = 84;
		List<TextLayout> lines = wrapped(text, font.deriveFont(Font.BOLD, size));
		while ((lines.size() > LINES || lines.size() * size * 1.2 > TITLE_ROOM) && size > 48) {
			size -= 6;
			lines = wrapped(text, font.deriveFont(Font.BOLD, size));
		}
		this.pen.setColor(INK);
		for (TextLayout line : lines.subList(0, Math.min(LINES, lines.size()))) {
			below += (int) (size * 1.2);
			line.draw(this.pen, MARGIN, below - size * 0.2f);
		}
		return below;
	}

	private List<TextLayout> wrapped(String text, Font font) {
		AttributedString styled = new AttributedString(text);
		styled.addAttribute(TextAttribute.FONT, font);
		LineBreakMeasurer measurer = new LineBreakMeasurer(styled.getIterator(), this.pen.getFontRenderContext());
		List<TextLayout> lines = new ArrayList<>();
		while (measurer.getPosition() < text.length() && lines.size() <= LINES) {
			lines.add(measurer.nextLayout(WIDTH - 2f * MARGIN));
		}
		return lines;
	}

	private void line(String text, int size, Color colour, int left, int base) {
		if (text.isBlank()) {
			return;
		}
		Typeface.forText(text).ifPresent((font) -> {
			Font sized = font.deriveFont(Font.PLAIN, size);
			int room = WIDTH - left - MARGIN - ((base > HEIGHT - 260) ? CODE : 0);
			float fitting = size;
			while (fitting > 20 && this.pen.getFontMetrics(sized).stringWidth(text) > room) {
				fitting -= 2;
				sized = font.deriveFont(Font.PLAIN, fitting);
			}
			if (this.pen.getFontMetrics(sized).stringWidth(text) <= room) {
				this.pen.setFont(sized);
				this.pen.setColor(colour);
				this.pen.drawString(text, left, base);
			}
		});
	}

}
